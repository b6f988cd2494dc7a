import { complaintClasses } from "../../domain/classification/classes.ts";
import { channels } from "../../domain/classification/sources.ts";
import type { Complaint } from "../../domain/complaint/document.ts";
import type { Fact } from "../../domain/complaint/events.ts";
import type { Person, Project } from "../../domain/organisation/organisation.ts";
import { decidedRule } from "../../domain/policy/built-in.ts";
import {
  clockNames,
  levelNames,
  pauseReasonNames,
  postName,
  rungWords,
  validityNames,
  viaNames,
} from "./names.ts";
import type { Dates } from "./when.ts";

const MAX_LINES = 10;

const outcomes = { reached: "接通", "no-answer": "未接", "wrong-number": "空号", refused: "拒访" } as const;

export interface Names {
  readonly people: readonly Person[];
  readonly project: Project;
}

/** What was done so far, newest last: one line per event a manager cares about, no free text. */
export function historyLines(complaint: Complaint, names: Names, dates: Dates): string[] {
  const lines = complaint.events.flatMap((event) => {
    const words = factWords(event.fact, names, dates);
    return words === undefined ? [] : [`${dates.at(event.occurredAt)}　${words}`];
  });
  if (lines.length <= MAX_LINES) return lines;
  const [first = "", ...rest] = lines;
  const left = rest.length - (MAX_LINES - 1);
  return [first, `……（中间${left}条略）`, ...rest.slice(left)];
}

function factWords(fact: Fact, names: Names, dates: Dates): string | undefined {
  switch (fact.type) {
    case "registered":
      return `登记（${channels[fact.channel].source}）`;
    case "clockStarted":
    case "clockStopped":
    case "clockRetimed":
    case "noted":
      return undefined;
    case "rungDecided":
      return fact.recipients.length === 0
        ? `${step(fact)}：无人在岗，未能通知`
        : `${step(fact)}：已通知${fact.recipients.map((r) => `${personName(names.people, r.personId)}（${postName(r.post)}）`).join("、")}`;
    case "clockPaused":
      return `${clockNames[fact.name].zh}暂停（${pauseReasonNames[fact.reason].zh}）`;
    case "clockResumed":
      return `${clockNames[fact.name].zh}恢复计时`;
    case "clockExtended":
      return `${clockNames[fact.name].zh}经批准延期至 ${dates.at(fact.dueAt)}`;
    case "rungAcknowledged":
      return "已确认收到督办";
    case "replied":
      return `已回复客户（${viaNames[fact.via]}）`;
    case "assigned":
      return `指派${holder(names, fact.departmentId, fact.handlerId)}`;
    case "classified":
      return `分类 ${complaintClasses[fact.classCode].zh}${fact.level === undefined ? "" : `，定级 ${levelNames[fact.level]}`}`;
    case "judged":
      return `判定${validityNames[fact.validity]}`;
    case "resolved":
      return `处理完成，已告知客户（${viaNames[fact.via]}）`;
    case "followUpAttempted":
      return `回访：${outcomes[fact.outcome]}${fact.grade === undefined ? "" : `，评分 ${fact.grade}`}`;
    case "closed":
      return "结案";
    case "reopened":
      return "返单，重新处理";
    case "withdrawn":
      return "撤诉";
    case "urged":
      return "客户催办";
    case "messageReceived":
      return "客户补充来信";
    case "joinedGroup":
      return `并入${fact.level === "B" ? "群体投诉" : "群体意见"}`;
    case "leftGroup":
      return "退出群体处理";
    case "repeatLinked":
      return `重复投诉（第 ${fact.nth} 次，前次 ${fact.number}）`;
  }
}

/** `首次回复·到达时限`: which clock and which rung. */
function step(fact: Extract<Fact, { type: "rungDecided" }>): string {
  return `${clockNames[fact.name].zh}·${rungWords(decidedRule(fact).time).zh}`;
}

/** Department and handler as they are called; an id that is gone stays visible. */
export function holder(
  names: Names,
  departmentId: string | undefined,
  handlerId: string | undefined,
): string {
  if (departmentId === undefined && handlerId === undefined) return "尚未指派";
  const department = names.project.departments.find((d) => d.id === departmentId)?.name ?? departmentId ?? "";
  return handlerId === undefined ? department : `${department} ${personName(names.people, handlerId)}`.trim();
}

export function personName(people: readonly Person[], id: string): string {
  return people.find((person) => person.id === id)?.name ?? `已离岗人员 ${id}`;
}
