import type { Clock } from "../../lib/domain/clocks/clock.ts";
import type { Complaint } from "../../lib/domain/complaint/document.ts";
import type { Fact, Registration } from "../../lib/domain/complaint/events.ts";
import type { Actor } from "../../lib/domain/document/event.ts";
import type { Personal } from "../../lib/domain/document/personal.ts";
import type { Instant } from "../../lib/domain/time/instant.ts";
import { after, registrationAt } from "./builders.ts";

/** A complaint registered at a channel that knows nothing of classes. */
export function unclassified(
  receivedAt: Instant,
  personal: Readonly<Record<string, Personal>>,
  more: Partial<Registration> = {},
): Complaint {
  const { classCode: _, ...registration } = registrationAt(receivedAt, more);
  return after(undefined, { type: "register", registration, personal }, receivedAt);
}

/** Somebody of the staff. */
export function person(id: string): { readonly by: Actor } {
  return { by: { kind: "person", id } };
}

/** The head of the solving department, who signs and confirms (D4). */
export const head = { ...person("head-1"), posts: ["department-head"] } as const;

/** The customer-service manager, who approves and decides. */
export const manager = { ...person("manager-1"), posts: ["manager"] } as const;

/** The project manager. */
export const projectManager = { ...person("project-manager-1"), posts: ["project-manager"] } as const;

/** The facts recorded after an earlier state. */
export function factsSince(before: Complaint, next: Complaint): readonly Fact[] {
  return next.events.slice(before.events.length).map(({ fact }) => fact);
}

/** The kinds of those facts, in their order. */
export function typesSince(before: Complaint, next: Complaint): readonly string[] {
  return factsSince(before, next).map(({ type }) => type);
}

/** Everything told beside the events after an earlier state, by field. */
export function toldSince(before: Complaint, next: Complaint): Readonly<Record<string, string>> {
  const told = Object.entries(next.personal).filter(([ref]) => before.personal[ref] === undefined);
  return Object.fromEntries(told.map(([ref, { value }]) => [ref.slice(ref.indexOf(".") + 1), value]));
}

/** The newest clock of a name; throws where there is none. */
export function newestClock({ clocks }: Complaint, name: Clock["name"]): Clock {
  const clock = clocks.findLast((candidate) => candidate.name === name);
  if (clock === undefined) throw new Error(`no clock ${name}`);
  return clock;
}

/** Names of the clocks that still run, each once, sorted. */
export function running({ clocks }: Complaint): readonly string[] {
  return [...new Set(clocks.filter((clock) => clock.stoppedAt === undefined).map(({ name }) => name))].sort();
}
