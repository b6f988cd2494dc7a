import type { Say } from "./known.ts";
import { isOffice, type Json } from "./naive.ts";

const MINUTE = 60_000;

/** Names of clocks and of the first limits that the model last saw of them. */
export type Dues = Map<string, number>;

/** Which clock: of a fact or of the document. */
export const nameOf = ({ name, cycle, key }: Json) => `${name}#${cycle}#${key ?? ""}`;

/** How each clock stands after a write. */
export function keepDues(dues: Dues, { clocks }: Json): void {
  for (const clock of clocks) dues.set(nameOf(clock), Date.parse(clock.limits[0].dueAt));
}

/**
 * A clock that stood still gets back what it waited: natural time all of it, working days at least one once it was more than half
 * of one, and no clock loses by it. Built-in rules; an extension has its own instant.
 */
export function checkGivenBack(id: string, { seq, fact }: Json, document: Json, dues: Dues, say: Say): void {
  const isBuiltIn =
    String(fact.policyVersion).startsWith("built-in") && !String(fact.calendarVersion).includes("@");
  const clock = document.clocks.find((one: Json) => nameOf(one) === nameOf(fact));
  const before = dues.get(nameOf(fact));
  const pause = clock?.pauses?.findLast(({ to }: Json) => to === fact.at);
  if (!isBuiltIn || before === undefined || pause === undefined || clock.extensions !== undefined) return;
  const [from, to, due] = [pause.from, pause.to, fact.limits[0].dueAt].map((one) => Date.parse(one)) as [
    number,
    number,
    number,
  ];
  // What was behind already stays behind.
  if (from >= before || clock.limits[0].clause !== fact.limits[0].clause) return;
  // It waited only as long as there was something to wait with: what became urgent meanwhile counts from then.
  const since = Math.max(from, Date.parse(clock.variantFrom ?? clock.startedAt));
  const about = `${id} event ${seq} ${nameOf(fact)}: paused ${pause.from}–${pause.to}, due ${new Date(before).toISOString()} → ${fact.limits[0].dueAt}`;
  if (due < before) say("a-pause-costs-nobody", about);
  if (isGivenOrNatural(clock) ? due !== before + to - since : officeMinutes(from, to) > 280 && due <= before)
    say("a-pause-is-given-back", about);
}

function isGivenOrNatural({ name, variant }: Json): boolean {
  return name === "node" || (name === "result" && variant === "urgent");
}

/** Minutes of nine to six on working days between two instants, one by one. */
function officeMinutes(from: number, to: number): number {
  let count = 0;
  for (let at = from; at + MINUTE <= to; at += MINUTE) if (isOffice(at)) count += 1;
  return count;
}
