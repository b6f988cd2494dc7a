import type { Plan } from "../people/plan.ts";

/** How much of what a mistake needs to show itself a plan holds; 0 for nothing of it. */
type Need = (plan: Plan) => number;

const faults =
  (...kinds: readonly string[]): Need =>
  (plan) =>
    plan.faults.filter(({ kind }) => kinds.includes(kind)).length;

const affairs =
  (...kinds: readonly string[]): Need =>
  (plan) =>
    plan.affairs.filter(({ what }) => kinds.includes(what)).length;

const both =
  (one: Need, other: Need): Need =>
  (plan) =>
    one(plan) * other(plan);

const mails: Need = ({ cases }) => cases.filter(({ door }) => door === "email").length;

const tickets: Need = ({ cases }) => cases.filter(({ door }) => door === "government").length;

/** Bursts of so many households; of any size without. */
const bursts =
  (size?: number): Need =>
  ({ cases }) => {
    const sizes = new Map<number, number>();
    for (const { burst } of cases) if (burst !== undefined) sizes.set(burst, (sizes.get(burst) ?? 0) + 1);
    return [...sizes.values()].filter((one) => size === undefined || one === size).length;
  };

/** A clock that is behind takes a timer for early. */
const behind: Need = ({ faults: drawn }) =>
  drawn.filter((fault) => "by" in fault && fault.kind === "clock-skew" && fault.by < -5000).length;

/** Half an hour of which some rescue is tried again and again. */
const longSpell =
  (...kinds: readonly string[]): Need =>
  ({ faults: drawn }) =>
    drawn.filter((fault) => "until" in fault && kinds.includes(fault.kind) && fault.until - fault.from > 6e6)
      .length;

const deaths = faults("crash-before", "crash-after", "lost-request", "lost-response", "stalled");

/**
 * Which seeds are looked at first: those whose plan has what the mistake shows itself by. Without it nobody could tell it from
 * the right thing, so looking there would only take time.
 */
export const needs: Readonly<Record<string, Need>> = {
  "early-timer-swallowed": behind,
  "partial-batch-ignored": faults("partial"),
  "group-off-by-one": bursts(5),
  "group-replace-unconditional": bursts(),
  "group-asks-a-replica": bursts(),
  "bounce-forgotten": affairs("bounce"),
  "retime-forgotten": affairs("policy", "calendar"),
  "timer-spent-on-other-rules": affairs("policy"),
  "mail-removed-first": both(mails, deaths),
  "personal-value-in-log": mails,
  "sweep-skips-the-page": faults("blackout"),
  "sweep-blind-shard": faults("blackout", "message-lost", "stream-lost"),
  "put-aside-too-soon": longSpell("schedules-throttled", "mail-down", "notices-stalled"),
  "throttle-taken-for-armed": faults("schedules-throttled"),
  "late-batch-ignored": faults("stream-twice", "crash-before", "stalled"),
  "take-back-removed": both(faults("slow"), ({ cases }) => cases.length),
  "unsaid-schedule-kept": faults("crash-after", "lost-response", "stalled"),
  "message-error-swallowed": deaths,
  "failure-not-planned-again": faults("mail-down"),
  "send-error-swallowed": faults("mail-down"),
  "claim-not-respected": faults("message-twice"),
  "notice-plan-unconditional": faults("message-twice", "stream-twice", "lost-response"),
  "one-member-left-out": both(affairs("groups"), bursts()),
  "handed-over-unaccepted": affairs("leaver"),
  "late-work-stays-with-the-leaver": affairs("leaver"),
  "outside-refusal-taken-for-done": both(affairs("webhook"), faults("mail-down")),
  "outside-told-of-all-projects": affairs("webhook"),
  "outside-signed-by-the-old-secret": affairs("webhook"),
  "outside-not-tried-again": both(affairs("webhook"), faults("mail-down")),
  "confirmation-forgotten": affairs("submission"),
  "member-of-a-group-not-resolved": bursts(),
  "early-for-an-hour": behind,
  "ticket-due-by-its-signature": tickets,
  "reply-document-stops-the-signature-only": tickets,
  "schedule-of-before-kept": faults("restored"),
  "number-of-an-unknown-source-again": faults("restored"),
  "outbox-of-the-last-write-only": faults("slow", "message-lost", "stream-lost", "schedules-throttled"),
  "failed-and-forgotten": longSpell("mail-down"),
  "returned-and-forgotten": affairs("bounce"),
  "claim-of-an-instant": faults("message-twice"),
  "second-look-forgotten": bursts(),
  "group-follows-nobody": bursts(),
  "group-command-left-half-way": both(affairs("groups"), faults("crash-before", "crash-after", "stalled")),
  "members-not-told-that-it-ends": both(affairs("groups"), bursts()),
  "emergency-not-watched": affairs("emergency"),
  "emergency-due-an-hour-late": affairs("emergency"),
  "emergency-forgets-what-it-owes": both(affairs("emergency"), faults("message-lost", "blackout")),
  "job-not-taken-up-again": both(affairs("policy", "calendar", "leaver"), faults("message-lost", "blackout")),
  "page-counted-twice": both(affairs("policy", "calendar", "leaver"), faults("message-twice")),
  "rescue-of-messages-only": faults("blackout", "message-lost", "stream-lost"),
  "timer-not-rescued": faults("blackout", "schedule-lost"),
  "own-command-not-recognised": faults("lost-response"),
};

/** The seeds in the order in which they are looked at: those that have the most of what is needed first. */
export function inOrder(name: string, seeds: readonly number[], planOf: (seed: number) => Plan): number[] {
  const need = needs[name];
  if (need === undefined) return [...seeds];
  const has = new Map(seeds.map((seed) => [seed, need(planOf(seed))]));
  return seeds.toSorted((a, b) => (has.get(b) ?? 0) - (has.get(a) ?? 0) || a - b);
}
