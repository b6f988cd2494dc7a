import type { ClassCode } from "../../../lib/domain/classification/classes.ts";
import { estateClassOf } from "../../../lib/domain/classification/classes.ts";
import type { AnalysisTask } from "../../../lib/domain/statistics/analysis.ts";
import type { Instant } from "../../../lib/domain/time/instant.ts";

/** What was told to the desk of one complaint: when it happened, when it was entered. No events, no documents. */
export interface Entry {
  readonly happened: Instant;
  readonly entered: Instant;
  readonly what:
    | { readonly done: true }
    | { readonly again: true }
    | { readonly answer: number }
    | { readonly validity: "valid" | "assisted" | "invalid" }
    | { readonly classCode: ClassCode }
    | { readonly withdrawn: true };
}

export interface Told {
  readonly id: string;
  readonly projectId: string;
  readonly receivedAt: Instant;
  readonly entered: Instant;
  readonly dueAt: Instant;
  readonly classCode?: ClassCode;
  readonly intake: "company" | "project";
  readonly entries: Entry[];
}

/** A complaint as somebody knows who leafs through the journal: everything entered by then of what happened by then. */
export interface Known extends AnalysisTask {
  readonly classCode?: ClassCode;
  readonly intake: Told["intake"];
  readonly judged: boolean;
}

export function known(told: Told, happenedUntil: Instant, enteredUntil: Instant): Known | undefined {
  if (told.receivedAt > happenedUntil || told.entered > enteredUntil) return undefined;
  let classCode = told.classCode;
  let completedAt: string | null = null;
  let endedAt: string | null = null;
  let validity: Known["validity"] | undefined;
  let answer: number | undefined;
  for (const { happened, entered, what } of told.entries) {
    if (happened > happenedUntil || entered > enteredUntil) continue;
    if ("done" in what) completedAt = happened;
    if ("again" in what) completedAt = null;
    if ("answer" in what) answer ??= what.answer;
    if ("validity" in what) validity = what.validity;
    if ("classCode" in what) classCode = what.classCode;
    if ("withdrawn" in what) endedAt = happened;
  }
  return {
    id: told.id,
    projectId: told.projectId,
    estateClass: estateClassOf(classCode),
    receivedAt: told.receivedAt,
    dueAt: told.dueAt,
    completedAt,
    endedAt,
    validity: validity ?? "valid",
    judged: validity !== undefined,
    recordKind: "complaint",
    firstFollowUpSatisfied: answer === undefined ? null : answer >= 4,
    ...(answer === undefined ? {} : { reached: true as const }),
    intake: told.intake,
    ...(classCode === undefined ? {} : { classCode }),
  };
}
