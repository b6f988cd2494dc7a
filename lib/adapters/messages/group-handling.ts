import { dueAt, isSameClock } from "../../domain/clocks/clock.ts";
import type { StoredEvent } from "../../domain/complaint/events.ts";
import type { GroupFact, MemberAction } from "../../domain/groups/events.ts";
import type { Group } from "../../domain/groups/group.ts";
import type { GroupCommandName } from "../../domain/groups/names.ts";
import type { Person, Project } from "../../domain/organisation/organisation.ts";
import { commandWords } from "../../domain/words/commands.ts";
import { groupLevelWords } from "../../domain/words/groups.ts";
import { holder } from "./holders.ts";
import type { FactLine, MessagePart, Words } from "./message.ts";
import type { Dates } from "./when.ts";

/** What a message about a group says of an event. */
export interface Happening {
  readonly mark: Words;
  readonly title: Words;
  readonly text: Words;
  readonly lines?: readonly FactLine[];
  /** The command that the page opens with. */
  readonly act?: GroupCommandName;
}

export interface Scene {
  readonly group: Group;
  readonly project: Project;
  readonly people: readonly Person[];
}

/** D11: today's report is due, what it must hold, and when the last one was given. */
export function reportAsked(
  fact: Extract<GroupFact, { readonly type: "rungDecided" }>,
  { group, project }: Scene,
  dates: Dates,
): Happening {
  const clock = group.clocks.find((candidate) => isSameClock(candidate, fact));
  const due = clock === undefined ? { zh: "今日", en: "today" } : dates.words(dueAt(clock));
  const last = group.events.findLast(({ fact: given }) => isReport(given));
  const contacted = last?.fact.type === "commandGiven" ? departmentsIn(last.fact.action) : [];
  const names = contacted.map((id) => project.departments.find((one) => one.id === id)?.name ?? id);
  return {
    mark: { zh: "群体日报", en: "Daily report of a group" },
    title: { zh: "请提交今日日报", en: "today's report is due" },
    text: {
      zh: `群体投诉须每日与相关部门联系，并向项目经理报告。请在 ${due.zh} 前为全体成员提交一份日报，写明已联系的部门和处理进展。`,
      en: `group complaints are reported to the project manager every day. Please give one report for all members by ${due.en}: which departments were contacted, and how far it is.`,
    },
    lines: [
      { label: { zh: "日报时限", en: "Due" }, value: due, strong: true },
      {
        label: { zh: "上次日报", en: "Last report" },
        value:
          last === undefined
            ? { zh: "尚无", en: "none yet" }
            : {
                zh: `${dates.at(last.occurredAt)}\n已联系：${names.join("、")}`,
                en: `${dates.en(last.occurredAt)}\ncontacted: ${names.join(", ")}`,
              },
      },
    ],
    act: "daily-report",
  };
}

function isReport(fact: GroupFact): boolean {
  return fact.type === "commandGiven" && fact.action.type === "daily-report";
}

function departmentsIn(action: MemberAction): readonly string[] {
  return action.type === "daily-report" ? action.departmentIds : [];
}

/** What somebody has done with the whole group that another of us must know at once. */
export function handled(
  fact: Extract<GroupFact, { readonly type: "commandCarriedOut" }>,
  { group, project, people }: Scene,
): Happening {
  const words = commandWords[fact.action];
  const level = groupLevelWords[group.level];
  const left = fact.refused.length;
  const rest = left === 0 ? { zh: "", en: "" } : { zh: `（${left} 件未能执行）`, en: ` (${left} refused)` };
  const asked = requests[fact.action] ?? { zh: "请阅知。", en: "please take note." };
  return {
    mark: { zh: `${level.zh}·办理`, en: `Handling, ${level.en}` },
    title: { zh: `${words.zh}${rest.zh}`, en: `${words.en}${rest.en}` },
    text: asked,
    lines: [
      {
        label: { zh: "现责任人", en: "Held by" },
        value: holder({ people, project }, group.departmentId, group.handlerId),
      },
    ],
    ...(fact.action === "assign" ? { act: "accept" as const } : {}),
  };
}

/** What the reader is asked to do. */
const requests: Partial<Readonly<Record<MemberAction["type"], Words>>> = {
  assign: {
    zh: "此群体的全部成员交由您的部门办理，请接单，在限期前处理并回报结果。",
    en: "all members of this group are your department's. Please accept them, solve the matter and report the result before the limit.",
  },
  plan: { zh: "群体的处理方案已拟定，报您审阅。", en: "the group's plan is written and submitted to you." },
  "daily-report": { zh: "此群体今日处理跟进情况如下。", en: "this is today's report about the group." },
  "report-up": {
    zh: "现就此群体向您汇报，请批示。",
    en: "this group is reported to you. Please give your instruction.",
  },
};

/** What was written with the command that the message is about. */
export function toldBeside(group: Group, { fact, commandId }: StoredEvent<GroupFact>): MessagePart[] {
  if (fact.type !== "commandCarriedOut") return [];
  const given = group.events.find((event) => `${event.commandId}:done` === commandId);
  const text = given === undefined ? undefined : group.personal[`${given.seq}.text`]?.value;
  return text === undefined ? [] : [{ kind: "quote", title: { zh: "说明", en: "In words" }, text }];
}
