import { dueAt, pausedSince } from "../../../domain/clocks/clock.ts";
import {
  type Complaint,
  isOpen,
  personalValue,
  registeredValue,
} from "../../../domain/complaint/document.ts";
import type { Fact, StoredEvent } from "../../../domain/complaint/events.ts";
import { standingPlan } from "../../../domain/complaint/rules/plans.ts";
import { clause, clauses } from "../../../domain/narrative/clauses.ts";
import type { Story } from "../../../domain/narrative/story.ts";
import { withoutPeople } from "../../../domain/organisation/free-text.ts";
import type { Project } from "../../../domain/organisation/organisation.ts";
import type { Policy } from "../../../domain/policy/policy.ts";
import { defined } from "../../../domain/present.ts";
import { type Instant, secondsBetween } from "../../../domain/time/instant.ts";
import { causeFactorWords, dutyCauseWords } from "../../../domain/words/causes.ts";
import { pauseReasonWords } from "../../../domain/words/clocks.ts";

/** Characters of a text that a report quotes. */
const QUOTE = 200;

/** A complaint as the analysis tells it at the cut-off; `complaint` is the document as it was known then. */
export function storyOf(
  complaint: Complaint,
  asOf: Instant,
  policy: Policy,
  department: (id: string) => string,
): Story {
  const { registration, classCode, level, resolvedAt, group, repeat, cycle } = complaint;
  const text = texts(complaint);
  const openBecause =
    resolvedAt === undefined && isOpen(complaint) ? whyOpen(complaint, asOf, department) : undefined;
  const answer = firstAnswer(complaint, policy);
  const cause = causeOf(complaint);
  const result = text("resolved").at(-1) ?? text("invalidExplained").at(-1);
  const lesson = text("reviewed").at(-1);
  return {
    number: registration.number,
    receivedAt: registration.receivedAt,
    channel: registration.channel,
    safety: registration.safety,
    grouped: group !== undefined,
    repeated: repeat !== undefined,
    reopened: cycle > 1,
    matter: quote(registeredValue(complaint, "matter") ?? ""),
    steps: [...text("planWritten"), ...text("progressed")].slice(0, 5),
    worse: whatMadeItWorse(complaint, asOf),
    corrective: measures(complaint),
    hours: Math.round(secondsBetween(registration.receivedAt, resolvedAt ?? asOf) / 3600),
    ...defined({ classCode, level, openBecause, dissatisfied: answer, cause, result, lesson }),
  };
}

/** 产生原因 (D15), from wherever it was recorded: the factor, what the investigation found, what a review put down. */
function causeOf(complaint: Complaint): string | undefined {
  const { causeFactor, dutyCause, events } = complaint;
  const found = texts(complaint)(
    "stepRecorded",
    ({ fact }) => fact.type === "stepRecorded" && fact.step === "investigate",
  );
  const reviewed = events.flatMap(({ seq, fact }) =>
    fact.type === "reviewed"
      ? fact.actions.flatMap(({ id }) => personalValue(complaint, seq, `cause.${id}`) ?? [])
      : [],
  );
  const told = [
    ...(causeFactor === undefined ? [] : [causeFactorWords(causeFactor).zh]),
    ...(dutyCause === undefined ? [] : [dutyCauseWords[dutyCause].zh]),
    ...found.slice(0, 1),
    ...reviewed.map(quote),
  ];
  return told.length === 0 ? undefined : clauses([...new Set(told)]);
}

/** The month's tasks are told of: complaints that are neither invalid nor withdrawn, referred or merged. */
export function isTold({ registration, validity, endedAt }: Complaint): boolean {
  return registration.recordKind === "complaint" && validity !== "invalid" && endedAt === undefined;
}

/** Names of a project's departments. */
export function departmentIn({ departments }: Pick<Project, "departments">): (id: string) => string {
  return (id) => departments.find((department) => department.id === id)?.name ?? id;
}

/** The texts of a complaint's events of one type, shortened, oldest first; erased ones are left out. */
function texts(complaint: Complaint) {
  return (type: Fact["type"], wanted: (event: StoredEvent) => boolean = () => true): string[] =>
    complaint.events.flatMap((event) => {
      if (event.fact.type !== type || !wanted(event)) return [];
      const value = personalValue(complaint, event.seq, "text");
      return value === undefined ? [] : [quote(value)];
    });
}

/** D8: the reason is prefilled from what the document says; people may write another. */
function whyOpen(complaint: Complaint, asOf: Instant, department: (id: string) => string): string {
  const clock = complaint.clocks.find(({ name, cycle }) => name === "result" && cycle === complaint.cycle);
  const late = complaint.taskDueAt !== undefined && complaint.taskDueAt < asOf ? "，已超过时限" : "";
  const pause = clock === undefined || pausedSince(clock) === undefined ? undefined : clock.pauses?.at(-1);
  if (pause !== undefined) return `${pauseReasonWords[pause.reason].zh}${late}`;
  const plan = standingPlan(complaint);
  const open = plan?.nodes.filter(({ doneAt }) => doneAt === undefined).length ?? 0;
  if (plan?.agreedAt !== undefined && open > 0) return `按方案处理中，尚有${open}个时间节点${late}`;
  if (complaint.departmentId === undefined) return `尚未派单${late}`;
  const progress = texts(complaint)("progressed").at(-1);
  const told = progress === undefined ? "" : `，最近进展：${clause(progress)}`;
  return `${department(complaint.departmentId)}处理中${late}${told}`;
}

function firstAnswer(complaint: Complaint, policy: Policy): Story["dissatisfied"] {
  const event = complaint.events.find(
    ({ fact }) => fact.type === "followUpAttempted" && fact.outcome === "reached",
  );
  if (event?.fact.type !== "followUpAttempted") return undefined;
  const { grade } = event.fact;
  if (grade === undefined || grade >= policy.followUp.satisfiedFrom) return undefined;
  return { grade, reason: quote(personalValue(complaint, event.seq, "reason") ?? "") };
}

/** D15: why it got worse, as far as the history shows it. */
function whatMadeItWorse(complaint: Complaint, asOf: Instant): string[] {
  const missed = (name: "firstReply" | "result") =>
    complaint.clocks.some((clock) => clock.name === name && (clock.stoppedAt ?? asOf) > dueAt(clock));
  return [
    ...(missed("firstReply") ? ["首次回复超时"] : []),
    ...(missed("result") ? ["处理结果超时"] : []),
    ...(complaint.urges > 0 ? [`催办${complaint.urges}次`] : []),
    ...(complaint.cycle > 1 ? [`返单${complaint.cycle - 1}次`] : []),
    ...(complaint.repeat === undefined ? [] : [`30天内第${complaint.repeat.nth}次投诉`]),
    ...(complaint.group === undefined ? [] : ["已形成群体投诉"]),
  ];
}

function measures(complaint: Complaint): string[] {
  return complaint.events.flatMap(({ seq, fact }) =>
    fact.type === "reviewed"
      ? fact.actions.flatMap(({ id }) => {
          const value = personalValue(complaint, seq, `measure.${id}`);
          return value === undefined ? [] : [quote(value)];
        })
      : [],
  );
}

function quote(text: string): string {
  const characters = Array.from(withoutPeople(text).replace(/\s+/g, " ").trim());
  return characters.length <= QUOTE ? characters.join("") : `${characters.slice(0, QUOTE).join("")}…`;
}
