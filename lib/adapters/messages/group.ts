import type { NoticeFacts } from "../../app/ports/notices.ts";
import { complaintClasses } from "../../domain/classification/classes.ts";
import { dueAt, isSameClock } from "../../domain/clocks/clock.ts";
import { rungWords } from "../../domain/clocks/rung-words.ts";
import type { GroupFact } from "../../domain/groups/events.ts";
import type { Evidence } from "../../domain/groups/evidence.ts";
import type { Group } from "../../domain/groups/group.ts";
import { decidedRule } from "../../domain/policy/built-in.ts";
import { clockNamed } from "../../domain/words/clocks.ts";
import { groupLevelWords } from "../../domain/words/groups.ts";
import { capital } from "../../domain/words/words.ts";
import { type Happening, handled, reportAsked, type Scene, toldBeside } from "./group-handling.ts";
import type { FactLine, Message, Words } from "./message.ts";
import { acknowledging, addressed, openPage } from "./staff.ts";
import { type Dates, datesIn } from "./when.ts";

/** Messages about a group of complaints (D11): proposed, confirmed, or one of its clocks has come to a rung. */
export function groupMessage(facts: NoticeFacts): Message {
  const { notice, group, project } = facts;
  if (notice.subject.kind !== "group" || group === undefined || project === undefined) {
    throw new TypeError(`notice ${notice.key} is rendered without its group`);
  }
  const { seq } = notice.subject;
  const event = group.events.find((candidate) => candidate.seq === seq);
  if (event === undefined) throw new TypeError(`event ${seq} of notice ${notice.key} is not in the document`);
  const dates = datesIn(group.identity.timeZone, facts.now);
  const what = whatHappened(event.fact, { group, project, people: facts.people }, dates);
  const level = groupLevelWords[group.level];
  const code = complaintClasses[group.identity.code];
  return {
    subject: {
      zh: `【${what.mark.zh}】${project.name}：${code.zh}，${group.members.length} 件`,
      en: `[${what.mark.en}] ${project.name}: ${code.en}, ${group.members.length} complaints`,
    },
    title: { zh: `${level.zh}：${what.title.zh}`, en: `${capital(level.en)}: ${what.title.en}` },
    tone: notice.template === "group-escalation" ? "alarm" : "reminder",
    blocks: [
      { kind: "paragraph", words: addressed(facts, what.text) },
      { kind: "facts", lines: [...factLines(group, project.name, code, dates), ...(what.lines ?? [])] },
      {
        kind: "list",
        title: { zh: "成员", en: "Members" },
        lines: group.members.map(({ number, building, receivedAt }) => {
          const where =
            building === undefined
              ? { zh: "楼栋不详", en: "building unknown" }
              : { zh: `${building} 栋`, en: `building ${building}` };
          return {
            zh: `${number}　${where.zh}　${dates.at(receivedAt)}`,
            en: `${number}, ${where.en}, ${dates.en(receivedAt)}`,
          };
        }),
      },
      ...toldBeside(group, event),
      ...acknowledging(facts),
      openPage(facts, `/g/${group.identity.id}${what.act === undefined ? "" : `?do=${what.act}`}`),
    ],
  };
}

function whatHappened(fact: GroupFact, scene: Scene, dates: Dates): Happening {
  const { group } = scene;
  const level = groupLevelWords[group.level];
  switch (fact.type) {
    case "proposed": {
      const until = dates.words(fact.confirmAt);
      return {
        mark: { zh: `疑似${level.zh}`, en: `Possible ${level.en}` },
        title: { zh: "请确认", en: "please confirm" },
        text: {
          zh: `系统发现同一投诉点的多件投诉（见证据）。请确认或解散；${until.zh} 前无人处理将自动成立。`,
          en: `Several complaints share one problem point. Please confirm or dissolve the group; without a decision it stands by itself at ${until.en}.`,
        },
      };
    }
    case "confirmed":
    case "evidenced":
      return {
        mark: { zh: level.zh, en: capital(level.en) },
        title: { zh: "已成立", en: "it stands" },
        text: {
          zh: "成员件自身的督办已暂停，由群体的时限统一督办；可用一条命令统一回复、指派和处理。",
          en: "The members' own escalation rests; the group's clocks escalate instead. One command replies, assigns and resolves for all.",
        },
      };
    case "commandCarriedOut":
      return handled(fact, scene);
    case "rungDecided": {
      const rule = decidedRule(fact);
      if (fact.name === "dailyReport" && rule.kind === "reminder") return reportAsked(fact, scene, dates);
      const words = clockNamed(fact);
      const reason = rungWords(rule);
      const clock = group.clocks.find((candidate) => isSameClock(candidate, fact));
      const due =
        clock === undefined
          ? { zh: "", en: "" }
          : { zh: `，应完成 ${dates.at(dueAt(clock))}`, en: `, due ${dates.en(dueAt(clock))}` };
      return {
        mark:
          rule.kind === "escalation"
            ? { zh: `${level.zh}·督办`, en: `Escalation, ${level.en}` }
            : { zh: `${level.zh}·提醒`, en: `Reminder, ${level.en}` },
        title: { zh: `${words.zh}${reason.zh}`, en: `${words.en}: ${reason.en}` },
        text: {
          zh: `群体的「${words.zh}」：${reason.zh}${due.zh}。请尽快跟进。`,
          en: `this group needs you: ${reason.en} (${words.en})${due.en}.`,
        },
      };
    }
    default:
      throw new TypeError(`nobody is told of ${fact.type}`);
  }
}

function factLines(group: Group, project: string, code: Words, dates: Dates): FactLine[] {
  const { evidence } = group;
  return [
    { label: { zh: "项目", en: "Project" }, value: project },
    {
      label: { zh: "投诉点", en: "Problem point" },
      value: both(`${group.identity.code} `, code),
      strong: true,
    },
    {
      label: { zh: "级别", en: "Level" },
      value: both(`${group.level} `, groupLevelWords[group.level]),
      strong: true,
    },
    { label: { zh: "证据", en: "Evidence" }, value: evidenceWords(evidence, dates) },
    {
      label: { zh: "成员", en: "Members" },
      value: { zh: `${group.members.length} 件`, en: `${group.members.length} complaints` },
    },
  ];
}

/** `3 栋，5 户，2月13日 10:00 至 2月13日 18:00`. */
function evidenceWords({ scope, building, households, headcount, from, to }: Evidence, dates: Dates): Words {
  const isBuilding = scope === "building";
  return {
    zh: [
      isBuilding ? `${building ?? ""} 栋` : "全项目",
      `${households} 户`,
      ...(headcount > 1 ? [`联名 ${headcount} 人`] : []),
      `${dates.at(from)} 至 ${dates.at(to)}`,
    ].join("，"),
    en: [
      isBuilding ? `building ${building ?? ""}` : "the whole project",
      `${households} household(s)`,
      ...(headcount > 1 ? [`${headcount} signatures`] : []),
      `${dates.en(from)} to ${dates.en(to)}`,
    ].join(", "),
  };
}

function both(before: string, { zh, en }: Words): Words {
  return { zh: `${before}${zh}`, en: `${before}${en}` };
}
