import { type Level, type RecordKind, type Urgency, urgencies } from "../events.ts";

/** A–C are complaints, D–E are opinions: level and kind must agree (D11); repairs and requests have no level. */
export function levelFits(kind: RecordKind, level: Level): boolean {
  return kind === (isOfComplaints(level) ? "complaint" : "opinion");
}

function isOfComplaints(level: Level): boolean {
  return level <= "C";
}

/** 重大投诉 and 群体投诉 (D11). */
export function isGrave(level: Level | undefined): boolean {
  return level === "A" || level === "B";
}

/** How urgent it is unless somebody says otherwise (D13 `default`): danger is 紧急, A and B are 重要. */
export function usualUrgency(safety: boolean, level: Level | undefined): Urgency {
  if (safety) return "urgent";
  return isGrave(level) ? "important" : "general";
}

/** The more urgent of two. */
export function moreUrgent(one: Urgency, other: Urgency): Urgency {
  return urgencies.indexOf(one) > urgencies.indexOf(other) ? one : other;
}
