import fc from "fast-check";
import type { Command } from "../../../lib/domain/complaint/commands/index.ts";
import { decide } from "../../../lib/domain/complaint/decide.ts";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import type { Registration } from "../../../lib/domain/complaint/events.ts";
import { staffCommandNames } from "../../../lib/domain/complaint/transitions.ts";
import { after, at, contextAt, later, personal, plain, registered, timer } from "../../support/builders.ts";

interface Step {
  readonly name: (typeof staffCommandNames)[number] | "fire-rungs";
  readonly hours: number;
  readonly grade: number;
}

// Weighted towards the way through to `closed`, so that long lives are as common as short ones.
const path = [
  "assign",
  "resolve",
  "classify",
  "judge",
  "follow-up",
  "close",
  "reopen",
  "fire-rungs",
] as const;
const step: fc.Arbitrary<Step> = fc.record({
  name: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...path) },
    { weight: 1, arbitrary: fc.constantFrom(...staffCommandNames) },
  ),
  hours: fc.constantFrom(0, 0.01, 1, 5, 12, 30, 100),
  grade: fc.integer({ min: 1, max: 5 }),
});

const facts: fc.Arbitrary<Partial<Registration>> = fc.record(
  {
    safety: fc.boolean(),
    level: fc.constantFrom("A", "B", "C"),
    requestedReplyAt: fc.constantFrom(at("2026-02-12 20:00"), at("2026-02-13 18:00")),
    channel: fc.constantFrom("phone", "email", "press"),
  },
  { requiredKeys: [] },
);

export const life = fc.record({
  facts,
  receivedAt: fc.constantFrom(at("2026-02-13 10:00"), at("2026-02-12 21:30"), at("2026-09-30 03:00")),
  email: fc.boolean(),
  steps: fc.array(step, { maxLength: 18 }),
});

/** The same of what the government has passed on. */
export const ticketLife: fc.Arbitrary<Life> = life.map((it) => ({
  ...it,
  facts: {
    ...it.facts,
    channel: "government",
    external: { system: "12345", ticketNo: "T-1", unit: "示例街道", dueAt: later(it.receivedAt, 100) },
  },
}));

function commandOf({ name, grade }: Step): Command {
  if (name === "fire-rungs") return { type: "fire-rungs" };
  if (name === "follow-up") return { type: name, outcome: "reached", grade, reason: personal("说明") };
  if (name === "close") return { type: name, reason: personal("说明") };
  return plain[name]();
}

export type Life = typeof life extends fc.Arbitrary<infer T> ? T : never;

interface Moment {
  readonly before: Complaint;
  readonly after: Complaint;
  readonly now: string;
}

/** Lives a life; calls `each` after every step, carried out or not, and returns how it ended. */
export function live(
  { facts, receivedAt, email, steps }: Life,
  each: (moment: Moment) => void = () => {},
): Complaint {
  const contact = email ? { email: personal("owner@home.example") } : { phone: personal("13800000000") };
  let complaint = registered(receivedAt, facts, { matter: personal("漏水"), ...contact });
  let now = receivedAt;
  for (const next of steps) {
    now = later(now, next.hours);
    const command = commandOf(next);
    const by = command.type === "fire-rungs" ? { by: timer } : {};
    const before = complaint;
    const refused = "refused" in decide(before, command, contextAt(now, by));
    if (!refused) complaint = after(before, command, now, by);
    each({ before, after: complaint, now });
  }
  return complaint;
}
