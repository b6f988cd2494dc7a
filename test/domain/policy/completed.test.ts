import { describe, expect, it } from "vitest";
import { storedPolicySchema } from "../../../lib/contracts/rules/policy-schema.ts";
import { builtInPolicies, builtInPolicy, releasedPolicies } from "../../../lib/domain/policy/built-in.ts";
import { completed } from "../../../lib/domain/policy/completed.ts";
import { clockNames, type PublishedPolicy } from "../../../lib/domain/policy/policy.ts";
import { omit } from "../../../lib/domain/present.ts";

const without = (policy: PublishedPolicy, name: (typeof clockNames)[number]): PublishedPolicy => ({
  ...policy,
  clocks: omit(policy.clocks, name),
});

/** As the company published it before there was a clock of that name. */
const older = (name: (typeof clockNames)[number]): PublishedPolicy => ({
  ...without(builtInPolicy, name),
  version: "company-1",
});

describe("a policy that was published before one of today's clocks", () => {
  it.each(clockNames)(
    "means for %s what the first built-in policy with it says, and knows its ladders",
    (name) => {
      const { ladders } = older(name);
      const used = Object.values(older(name).clocks).flatMap((rule) => [rule.ladder, rule.urgentLadder]);
      const known = Object.fromEntries(Object.entries(ladders).filter(([ladder]) => used.includes(ladder)));
      const policy = completed({ ...older(name), ladders: known }, releasedPolicies);
      const [first] = releasedPolicies;
      expect(policy.clocks[name]).toEqual(first?.clocks[name]);
      for (const { ladder, urgentLadder = ladder } of Object.values(policy.clocks)) {
        expect(policy.ladders).toHaveProperty([ladder]);
        expect(policy.ladders).toHaveProperty([urgentLadder]);
      }
    },
  );

  it("takes the clock from the release that brought it, not from a later one", () => {
    const changed = { ...builtInPolicy.clocks.node, ladder: "standard" };
    const releases = [
      without(builtInPolicy, "node"),
      builtInPolicy,
      { ...builtInPolicy, clocks: { ...builtInPolicy.clocks, node: changed } },
    ];
    expect(completed(older("node"), releases).clocks.node).toEqual(builtInPolicy.clocks.node);
  });

  it("keeps a ladder of its own under the same name", () => {
    const own = { ...older("accept").ladders, accept: [] };
    expect(completed({ ...older("accept"), ladders: own }, releasedPolicies).ladders.accept).toEqual([]);
  });

  it("cannot be completed by releases that do not know the clock either", () => {
    expect(() => completed(older("node"), [without(builtInPolicy, "node")])).toThrow(
      /company-1 lacks a clock/,
    );
  });

  it("is read from the table, and so is one of a release that knows more than this", () => {
    expect(storedPolicySchema.parse(older("external"))).toEqual({ ...builtInPolicy, version: "company-1" });
    const later = {
      ...builtInPolicy,
      clocks: { ...builtInPolicy.clocks, inspection: builtInPolicy.clocks.node },
      inspections: { days: 3 },
    };
    expect(storedPolicySchema.parse(later)).toEqual({ ...builtInPolicy, inspections: { days: 3 } });
    expect(storedPolicySchema.safeParse({ ...builtInPolicy, clocks: null }).success).toBe(false);
  });

  it("changes nothing of the built-in ones of today", () => {
    expect(builtInPolicies).toEqual(releasedPolicies);
  });
});
