import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  nextVersion,
  type PolicyEdition,
  policyInForce,
  type Scope,
  scopesOf,
} from "../../../lib/domain/editions/scope.ts";
import { builtInPolicy, decidedRule } from "../../../lib/domain/policy/built-in.ts";
import { ladderOf, rungRule } from "../../../lib/domain/policy/policy.ts";
import { at } from "../../support/builders.ts";

const place = { projectId: "p1", city: "杭州", region: "华东" };

function edition(scope: Scope, number: number, effectiveFrom = "2026-01-01 00:00"): PolicyEdition {
  const version = `${scope}@${number}`;
  const published = { publishedAt: at("2025-12-01 10:00"), publishedBy: "headquarters-1" };
  return { version, scope, number, effectiveFrom: at(effectiveFrom), ...published };
}

const inForce = (editions: readonly PolicyEdition[], when = "2026-03-01 10:00") =>
  policyInForce(editions, place, at(when))?.version;

describe("which policy holds for a complaint", () => {
  test("project → city → region → company → built-in: the nearest one that is published", () => {
    const nearestFirst: readonly Scope[] = ["project:p1", "city:杭州", "region:华东", "company"];
    expect(scopesOf(place)).toEqual(nearestFirst);
    const published = nearestFirst.map((scope) => edition(scope, 1));
    for (const [index, scope] of nearestFirst.entries()) {
      expect(inForce(published.slice(index).toReversed())).toBe(`${scope}@1`);
    }
    expect(inForce([])).toBeUndefined();
    expect(
      inForce([edition("project:p2", 1), edition("city:宁波", 1), edition("region:华北", 1)]),
    ).toBeUndefined();
  });

  test("an edition holds from its effective date on, to the millisecond; before it, what was in force before", () => {
    const editions = [edition("company", 1), edition("company", 2, "2026-03-01 00:00")];
    expect(inForce(editions, "2026-02-28 23:59")).toBe("company@1");
    expect(inForce(editions, "2026-03-01 00:00")).toBe("company@2");
    expect(inForce(editions, "2025-12-31 23:59")).toBeUndefined();
    expect(inForce([...editions, edition("project:p1", 1, "2026-04-01 00:00")])).toBe("company@2");
  });

  test("in one scope the one that took effect last holds; of the same date the one published last", () => {
    const facts = fc.array(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(facts, fc.boolean(), (days, reversed) => {
        const day = (number: number) => `2026-02-${String(number).padStart(2, "0")} 00:00`;
        const editions = days.map((from, index) => edition("company", index + 1, day(from)));
        const last = days.lastIndexOf(Math.max(...days)) + 1;
        expect(inForce(reversed ? editions.toReversed() : editions)).toBe(`company@${last}`);
      }),
    );
  });

  test("versions are numbered within their scope, from 1", () => {
    const editions = [
      edition("company", 1),
      edition("company", 3),
      edition("company", 2),
      edition("city:杭州", 7),
    ];
    expect(nextVersion(editions, "company")).toEqual({ version: "company@4", number: 4 });
    expect(nextVersion(editions, "region:华东")).toEqual({ version: "region:华东@1", number: 1 });
  });
});

describe("what a policy names", () => {
  test("a ladder or a rung that it does not have is an error, not a guess", () => {
    const { version } = builtInPolicy;
    expect(ladderOf(builtInPolicy, "task")).toBe(builtInPolicy.ladders["task"]);
    expect(() => ladderOf(builtInPolicy, "nowhere")).toThrow(`policy ${version} has no ladder nowhere`);
    expect(() => rungRule(builtInPolicy, "never.2")).toThrow(`policy ${version} has no rung never.2`);
  });

  test("a decided rung keeps its rule; one from before rules were kept has the built-in one", () => {
    const rule = { kind: "escalation", time: { kind: "after-limit", workingMinutes: 7 } } as const;
    expect(decidedRule({ rung: "limit", rule })).toBe(rule);
    expect(decidedRule({ rung: "limit.2" })).toEqual(rungRule(builtInPolicy, "limit"));
  });
});
