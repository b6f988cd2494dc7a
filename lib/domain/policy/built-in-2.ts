import type { Clause } from "../regulations/clause.ts";
import { ladders } from "./built-in-2-ladders.ts";
import type { LimitRule, PublishedPolicy } from "./policy.ts";

const HOUR = 60;

const natural = (minutes: number, clause: Clause): LimitRule => ({
  limit: { kind: "natural", minutes },
  clause,
});
const workingDays = (days: number, clause: Clause): LimitRule => ({
  limit: { kind: "working-days", days },
  clause,
});
const given = (clause: Clause): LimitRule => ({ limit: { kind: "given" }, clause });

/**
 * Released with 0.1: the sources' own limits, and our `default` where they are silent. Clocks are stamped with it, so this
 * file never changes; other limits are a file of their own (test/domain/policy/frozen.test.ts says how).
 */
export const builtIn2 = {
  version: "built-in-2",
  clocks: {
    record: { limits: [natural(24 * HOUR, "D9, D12")], ladder: "desk" },
    accept: {
      limits: [{ limit: { kind: "working-time", minutes: 2 * HOUR }, clause: "D6" }],
      urgentLimits: [natural(10, "D6 default")],
      ladder: "accept",
    },
    firstReply: {
      limits: [natural(24 * HOUR, "D6")],
      urgentLimits: [natural(30, "D6 default")],
      ladder: "standard",
      urgentLadder: "urgent",
    },
    result: {
      limits: [workingDays(3, "D6"), workingDays(5, "D12")],
      urgentLimits: [natural(24 * HOUR, "default")],
      ladder: "result",
    },
    department: { limits: [given("D4")], ladder: "task" },
    plan: { limits: [workingDays(3, "D9, D11 default")], ladder: "task" },
    node: { limits: [given("D2")], ladder: "task" },
    invalidExplain: { limits: [natural(24 * HOUR, "D11")], ladder: "desk" },
    dailyReport: {
      limits: [{ limit: { kind: "daily", at: "18:00", lastStart: "15:00" }, clause: "D11" }],
      ladder: "daily",
    },
    followUp: {
      limits: [workingDays(3, "D4, D8")],
      graveLimits: [natural(24 * HOUR, "D4, D8 default")],
      ladder: "desk",
    },
    external: { limits: [given("external")], ladder: "standard" },
    corrective: { limits: [given("D15")], ladder: "task" },
  },
  ladders,
  quietHours: { from: "21:00", to: "08:00", earlyIfDueWithinMinutes: 4 * HOUR },
  followUp: { attempts: 3, days: 2, satisfiedFrom: 4, callHours: { from: "09:00", to: "20:00" } },
  periodStartDay: 1,
} satisfies PublishedPolicy;
