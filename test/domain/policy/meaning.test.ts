import { describe, expect, test } from "vitest";
import { builtInPolicy } from "../../../lib/domain/policy/built-in.ts";
import { contradictions } from "../../../lib/domain/policy/contradictions.ts";
import type { ClockRule, Limit, Policy, RungRule, RungTime } from "../../../lib/domain/policy/policy.ts";

const ladder = (...rungs: readonly RungRule[]): Policy => ({
  ...builtInPolicy,
  ladders: { ...builtInPolicy.ladders, own: rungs },
});
const rung = (id: string, time: RungTime, more: Partial<RungRule> = {}): RungRule => ({
  id,
  time,
  posts: ["manager"],
  kind: "escalation",
  ...more,
});
const clock = (name: "result" | "node", rule: Partial<ClockRule>): Policy => ({
  ...builtInPolicy,
  clocks: { ...builtInPolicy.clocks, [name]: { ...builtInPolicy.clocks[name], ...rule } },
});
const limits = (...all: readonly Limit[]) => ({
  limits: all.map((limit) => ({ limit, clause: "D6" as const })),
});
const days = (count: number): Limit => ({ kind: "working-days", days: count });
const natural = (minutes: number): Limit => ({ kind: "natural", minutes });
const working = (minutes: number): Limit => ({ kind: "working-time", minutes });

/** Each time comes after all before it. */
const inOrder: readonly RungTime[] = [
  { kind: "after-start", minutes: 0 },
  { kind: "after-start", minutes: 10 },
  { kind: "share-of-time", percent: 50 },
  { kind: "share-of-time", percent: 80 },
  { kind: "after-limit", workingMinutes: 0 },
  { kind: "after-limit", workingMinutes: 240 },
  { kind: "working-days-after-limit", days: 1, orSecondLimit: false },
  { kind: "working-days-after-limit", days: 2, orSecondLimit: true },
];

describe("a ladder climbs", () => {
  test("minutes after the start, shares of the time, working time and working days after the limit: each later than the one before", () => {
    for (const [i, first] of inOrder.entries()) {
      for (const [j, second] of inOrder.entries()) {
        const found = contradictions(ladder(rung("own-a", first), rung("own-b", second)));
        const paths = found.map(({ path }) => path.join("."));
        expect(paths, `${JSON.stringify(first)} then ${JSON.stringify(second)}`).toEqual(
          i < j ? [] : ["ladders.own.1.time"],
        );
      }
    }
  });

  test("D11: the rung for A and B may stand beside the one for all", () => {
    const atOnce = { kind: "after-start", minutes: 10 } as const;
    expect(contradictions(ladder(rung("own-a", atOnce), rung("own-b", atOnce, { onlyIf: "grave" })))).toEqual(
      [],
    );
  });

  test("a reminder comes before the limit", () => {
    for (const [index, time] of inOrder.entries()) {
      expect(contradictions(ladder(rung("own", time, { kind: "reminder" }))).length).toBe(index < 4 ? 0 : 1);
    }
  });
});

describe("a later limit is longer", () => {
  test.each([
    [days(3), days(5), true],
    [days(3), days(3), false],
    [natural(60), natural(61), true],
    [natural(60), natural(60), false],
    [working(60), working(61), true],
    [working(60), working(60), false],
    // Of different kinds: the calendar decides.
    [natural(60), days(1), true],
    [days(1), natural(60), true],
    [working(60), natural(30), true],
    [natural(60), working(30), true],
    [
      { kind: "daily", at: "18:00", lastStart: "15:00" },
      { kind: "daily", at: "19:00", lastStart: "15:00" },
      false,
    ],
  ] as const)("%o then %o: %s", (first, second, allowed) => {
    const paths = contradictions(clock("result", limits(first, second))).map(({ path }) => path.join("."));
    expect(paths).toEqual(allowed ? [] : ["clocks.result.limits.1"]);
  });
});

describe("a contradiction says in Chinese and English what cannot be meant", () => {
  const afterLimit = { kind: "after-limit", workingMinutes: 0 } as const;
  const half = { kind: "share-of-time", percent: 50 } as const;
  test.each<[string, Policy, string, string]>([
    [
      "clocks.result.ladder",
      clock("result", { ladder: "梯" }),
      "没有名为“梯”的阶梯",
      'There is no ladder "梯"',
    ],
    [
      "clocks.node.limits.0.limit.kind",
      clock("node", limits(natural(5))),
      "此时限由人设定，类型须为 given",
      "This clock's instant is set by people: given",
    ],
    [
      "clocks.result.limits.0.limit.kind",
      clock("result", limits({ kind: "given" })),
      "此时限须按时间计算，不能为 given",
      "This clock is counted, never given",
    ],
    [
      "clocks.result.limits.1",
      clock("result", limits(days(3), days(3))),
      "后一个时限必须长于前一个",
      "A later limit must be longer than the one before",
    ],
    [
      "ladders.own.1.time",
      ladder(rung("own-a", half), rung("own-b", half)),
      "阶梯次序颠倒或重叠：每一级必须晚于前一级",
      "The ladder is out of order or overlaps: every rung must come after the one before",
    ],
    [
      "ladders.own.0.kind",
      ladder(rung("own", afterLimit, { kind: "reminder" })),
      "时限之后的一级是督办，不是提醒",
      "A rung after the limit escalates; it does not remind",
    ],
    [
      "ladders.own.0.id",
      ladder(rung("limit", half)),
      "另一个阶梯的“limit”内容不同，请换一个名称",
      `Another ladder's "limit" says something else; choose another id`,
    ],
    [
      "quietHours.to",
      { ...builtInPolicy, quietHours: { ...builtInPolicy.quietHours, from: "08:00" } },
      "免打扰时段的起止相同",
      "The quiet hours end where they begin",
    ],
    [
      "followUp.days",
      { ...builtInPolicy, followUp: { ...builtInPolicy.followUp, days: 4 } },
      "天数不能多于次数",
      "More days than attempts cannot be reached",
    ],
  ])("%s", (path, policy, zh, en) => {
    expect(contradictions(policy).map((found) => ({ ...found, path: found.path.join(".") }))).toEqual([
      { path, zh, en },
    ]);
  });

  test("two rungs of one id, and as many days as attempts", () => {
    const [twice] = contradictions(ladder(rung("own", half), rung("own", afterLimit)));
    expect(twice).toEqual({
      path: ["ladders", "own", 1, "id"],
      zh: "阶梯中有两个“own”",
      en: 'Two rungs are called "own"',
    });
    const daily = { ...builtInPolicy, followUp: { ...builtInPolicy.followUp, days: 3 } };
    expect(contradictions(daily)).toEqual([]);
  });
});
