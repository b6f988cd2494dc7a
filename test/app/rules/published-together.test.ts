import { expect, test } from "vitest";
import { isProblem } from "../../../lib/app/problems/problem.ts";
import { publishPolicy } from "../../../lib/app/rules/publish.ts";
import { completed } from "../../../lib/contracts/rules/policy-presets.ts";
import { policyInForce } from "../../../lib/domain/editions/scope.ts";
import { fromInstant } from "../../../lib/domain/time/instant.ts";
import { at } from "../../support/builders.ts";
import { people } from "../../support/organisation.ts";
import { type World, world } from "../../support/world.ts";

async function publish(w: World, base: "D6" | "D12", now: string) {
  const clock = { now: () => fromInstant(at(now)) };
  const make = (version: string) => completed(version, base, {});
  const result = await publishPolicy({ ...w.ports, clock }, people.headquarters, {
    scope: "company",
    make,
  });
  if (isProblem(result)) throw new Error(result.problem);
  return result;
}

test("of two policies that are to hold at once the later one holds, though the function that took the first had a clock that is ahead", async () => {
  const w = world(at("2026-03-02 10:00"));
  const first = await publish(w, "D12", "2026-03-02 10:00:40");
  const second = await publish(w, "D6", "2026-03-02 10:00:05");
  expect([first, second].map(({ edition }) => edition.version)).toEqual(["company@1", "company@2"]);
  const { policies } = await w.ports.ruleStore.published();
  const place = { projectId: "p", city: "c", region: "r" };
  expect(policyInForce(policies, place, at("2026-03-02 10:05"))?.version).toBe("company@2");
  expect(second.jobId).toBeDefined();
});

test("one that is to hold from a later date does not hold up one that holds at once", async () => {
  const w = world(at("2026-03-02 10:00"));
  const make = (version: string) => completed(version, "D12", {});
  const effectiveFrom = at("2026-04-01 00:00");
  await publishPolicy(w.ports, people.headquarters, { scope: "company", effectiveFrom, make });
  const { edition } = await publish(w, "D6", "2026-03-02 10:00");
  expect(edition.effectiveFrom).toBe(at("2026-03-02 10:00"));
});
