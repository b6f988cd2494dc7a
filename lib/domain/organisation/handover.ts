import { defined } from "../present.ts";
import type { Absence, Assignment, Person } from "./organisation.ts";
import { type Shift, shiftKey } from "./roster.ts";

/** 工作移交: what `from` holds goes to `to`. */
export interface Succession {
  readonly from: string;
  readonly to: string;
}

/** The posts of the leaver that the successor does not have yet. */
export function postsToGive(leaver: Person, successor: Person): readonly Assignment[] {
  const own = new Set(successor.assignments.map(assignmentKey));
  return leaver.assignments.filter((assignment) => !own.has(assignmentKey(assignment)));
}

/** The successor with the leaver's posts beside his own. */
export function withPostsOf(successor: Person, leaver: Person): Person {
  const given = postsToGive(leaver, successor);
  return given.length === 0 ? successor : { ...successor, assignments: [...successor.assignments, ...given] };
}

function assignmentKey({ post, projectId, departmentId, region }: Assignment): string {
  return JSON.stringify([post, projectId, departmentId, region]);
}

/** The leaver's shifts from this local date on: those that begin before it stay as they were worked. */
export function shiftsOf(shifts: readonly Shift[], personId: string, fromDate: string): readonly Shift[] {
  return shifts.filter((shift) => shift.personId === personId && shift.date >= fromDate);
}

/** The roster with the successor in the leaver's shifts from a local date on; a shift both had is there once. */
export function withShiftsHandedOver(
  shifts: readonly Shift[],
  { from, to }: Succession,
  fromDate: string,
): readonly Shift[] {
  const byKey = new Map<string, Shift>();
  for (const shift of shifts) {
    const next = shift.personId === from && shift.date >= fromDate ? { ...shift, personId: to } : shift;
    byKey.set(shiftKey(next), next);
  }
  return [...byKey].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, shift]) => shift);
}

/** True if the person names the leaver as a substitute, standing or for an absence that is not over by this date. */
export function namesAsSubstitute(
  { substitutes = [], absences = [] }: Person,
  personId: string,
  today: string,
): boolean {
  return (
    substitutes.includes(personId) ||
    absences.some(({ substituteId, to }) => substituteId === personId && to >= today)
  );
}

/** Somebody who named the leaver names the successor instead; the successor himself names nobody for it. */
export function withSubstitute(person: Person, { from, to }: Succession, today: string): Person {
  const { substitutes, absences, ...rest } = person;
  const named = substitutes?.map((id) => (id === from ? to : id)).filter((id) => id !== person.id);
  return {
    ...rest,
    ...(absences === undefined
      ? {}
      : { absences: absences.map((absence) => replaced(absence, { from, to }, person.id, today)) }),
    ...(named === undefined ? {} : { substitutes: [...new Set(named)] }),
  };
}

function replaced(absence: Absence, { from, to }: Succession, ownId: string, today: string): Absence {
  if (absence.substituteId !== from || absence.to < today) return absence;
  const { substituteId: _, ...rest } = absence;
  return to === ownId ? rest : { ...rest, substituteId: to };
}

/**
 * The leaver's own entry at the end: the last day, and the successor as the one substitute, so that whatever still names
 * the leaver (a group, an emergency event, an old document) finds the successor. Absences after the last day are void.
 */
export function asLeft(leaver: Person, successorId: string, leavesOn: string): Person {
  const { absences, ...rest } = leaver;
  const before = absences
    ?.filter(({ from }) => from <= leavesOn)
    .map((absence) => (absence.to > leavesOn ? { ...absence, to: leavesOn } : absence));
  return {
    ...rest,
    ...defined({ absences: before }),
    substitutes: [successorId],
    leavesOn,
  };
}
