import { type GroupLevel, type Level, type RecordKind, type Urgency, urgencies } from "../events.ts";

/** A–C are complaints, D–E are opinions: level and kind must agree (D11); repairs and requests have no level. */
export function levelFits(kind: RecordKind, level: Level): boolean {
  return kind === (isOfComplaints(level) ? "complaint" : "opinion");
}

function isOfComplaints(level: Level): boolean {
  return level <= "C";
}

/** What a complaint's level follows from: its own, and that of the group it is handled in. */
export interface Levelled {
  readonly registration: { readonly recordKind: RecordKind };
  readonly level?: Level | undefined;
  readonly group?: { readonly level: GroupLevel } | undefined;
}

/** D11: in a group a complaint is owed what a B is owed, an opinion what a D is, unless its own level is graver. */
export function levelInForce({ registration, level, group }: Levelled): Level | undefined {
  if (group === undefined || !levelFits(registration.recordKind, group.level)) return level;
  return level === undefined || group.level < level ? group.level : level;
}

/** D13: in a group of level B a complaint is at least 重要, as a B alone is. */
export function urgencyInForce(
  complaint: Levelled & { readonly registration: { readonly urgency: Urgency } },
): Urgency {
  const { urgency } = complaint.registration;
  return complaint.group === undefined
    ? urgency
    : moreUrgent(urgency, usualUrgency(false, levelInForce(complaint)));
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
