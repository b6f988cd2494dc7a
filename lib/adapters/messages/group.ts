import type { NoticeFacts } from "../../app/ports.ts";
import { complaintClasses } from "../../domain/classification/classes.ts";
import { dueAt, isSameClock } from "../../domain/clocks/clock.ts";
import type { GroupFact } from "../../domain/groups/events.ts";
import type { Evidence } from "../../domain/groups/evidence.ts";
import type { Group } from "../../domain/groups/group.ts";
import { decidedRule } from "../../domain/policy/built-in.ts";
import { personName } from "./holders.ts";
import type { FactLine, Message, Words } from "./message.ts";
import { clockNames, postName, rungWords } from "./names.ts";
import { type Dates, datesIn } from "./when.ts";

const levelNames = {
  B: { zh: "群体投诉", en: "group complaint" },
  D: { zh: "群体意见", en: "group opinion" },
} as const;

/** Messages about a group of complaints (D11): proposed, confirmed, or one of its clocks has come to a rung. */
export function groupMessage(facts: NoticeFacts): Message {
  const { notice, group, project, publicUrl } = facts;
  if (notice.subject.kind !== "group" || group === undefined || project === undefined) {
    throw new TypeError(`notice ${notice.key} is rendered without its group`);
  }
  const { seq } = notice.subject;
  const event = group.events.find((candidate) => candidate.seq === seq);
  if (event === undefined) throw new TypeError(`event ${seq} of notice ${notice.key} is not in the document`);
  const dates = datesIn(group.identity.timeZone, facts.now);
  const what = whatHappened(event.fact, group, dates);
  const level = levelNames[group.level];
  const code = complaintClasses[group.identity.code].zh;
  const url = `${publicUrl}/groups/${group.identity.id}`;
  return {
    subject: `【${what.mark}】${project.name}：${code}，${group.members.length} 件`,
    title: { zh: `${level.zh}：${what.title.zh}`, en: `${capital(level.en)}: ${what.title.en}` },
    tone: notice.template === "group-escalation" ? "alarm" : "reminder",
    blocks: [
      { kind: "paragraph", words: greeted(facts, what.text) },
      { kind: "facts", lines: factLines(group, project.name, code, dates) },
      {
        kind: "list",
        title: { zh: "成员", en: "Members" },
        lines: group.members.map(
          ({ number, building, receivedAt }) =>
            `${number}　${building === undefined ? "楼栋不详" : `${building} 栋`}　${dates.at(receivedAt)}`,
        ),
      },
      {
        kind: "paragraph",
        words: { zh: `处理接口（需员工令牌）：${url}`, en: `Act on it (staff token needed): ${url}` },
      },
    ],
  };
}

interface Happening {
  readonly mark: string;
  readonly title: Words;
  readonly text: Words;
}

function whatHappened(fact: GroupFact, group: Group, dates: Dates): Happening {
  const level = levelNames[group.level];
  switch (fact.type) {
    case "proposed": {
      const until = dates.at(fact.confirmAt);
      return {
        mark: `疑似${level.zh}`,
        title: { zh: "请确认", en: "please confirm" },
        text: {
          zh: `系统发现同一投诉点的多件投诉（见证据）。请确认或解散；${until} 前无人处理将自动成立。`,
          en: `Several complaints share one problem point. Please confirm or dissolve the group; without a decision it stands by itself at ${until}.`,
        },
      };
    }
    case "confirmed":
    case "evidenced":
      return {
        mark: level.zh,
        title: { zh: "已成立", en: "it stands" },
        text: {
          zh: "成员件自身的督办已暂停，由群体的时限统一督办；可用一条命令统一回复、指派和处理。",
          en: "The members' own escalation rests; the group's clocks escalate instead. One command replies, assigns and resolves for all.",
        },
      };
    case "rungDecided": {
      const rule = decidedRule(fact);
      const words = clockNames[fact.name];
      const reason = rungWords(rule.time);
      const clock = group.clocks.find((candidate) => isSameClock(candidate, fact));
      const due = clock === undefined ? "" : `，应完成 ${dates.at(dueAt(clock))}`;
      return {
        mark: rule.kind === "escalation" ? `${level.zh}·督办` : `${level.zh}·提醒`,
        title: { zh: `${words.zh}${reason.zh}`, en: `${words.en}: ${reason.en}` },
        text: {
          zh: `群体的「${words.zh}」：${reason.zh}${due}。请尽快跟进。`,
          en: `This group needs you: ${reason.en} (${words.en}).`,
        },
      };
    }
    default:
      throw new TypeError(`nobody is told of ${fact.type}`);
  }
}

function greeted(facts: NoticeFacts, text: Words): Words {
  const { recipient } = facts.notice;
  if (recipient.kind !== "person") throw new TypeError("messages about groups go to people of the company");
  const instead =
    recipient.insteadOf === undefined
      ? ""
      : `（「${postName(recipient.insteadOf)}」当前无人在岗，由您代为接收）`;
  const name = `${personName(facts.people, recipient.id)}（${postName(recipient.post)}）`;
  return { zh: `${name}，您好！${text.zh}${instead}`, en: text.en };
}

function factLines(group: Group, project: string, code: string, dates: Dates): FactLine[] {
  const { evidence } = group;
  return [
    { label: { zh: "项目", en: "Project" }, value: project },
    { label: { zh: "投诉点", en: "Problem point" }, value: `${group.identity.code} ${code}`, strong: true },
    {
      label: { zh: "级别", en: "Level" },
      value: `${group.level} ${levelNames[group.level].zh}`,
      strong: true,
    },
    { label: { zh: "证据", en: "Evidence" }, value: evidenceWords(evidence, dates) },
    { label: { zh: "成员", en: "Members" }, value: `${group.members.length} 件` },
  ];
}

/** `3 栋，5 户，2月13日 10:00 至 2月13日 18:00`. */
function evidenceWords({ scope, building, households, headcount, from, to }: Evidence, dates: Dates): string {
  const where = scope === "building" ? `${building ?? ""} 栋` : "全项目";
  const people = headcount > 1 ? `，联名 ${headcount} 人` : "";
  return `${where}，${households} 户${people}，${dates.at(from)} 至 ${dates.at(to)}`;
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
