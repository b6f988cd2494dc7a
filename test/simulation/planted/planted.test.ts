import { expect, test } from "vitest";
import { drawnFor } from "../people/plan.ts";
import { plantedFaults } from "./faults.ts";
import { inOrder, needs } from "./needs.ts";
import { withFault } from "./plant.ts";

test("there are at least forty planted faults, each with a name of its own", () => {
  expect(new Set(plantedFaults.map(({ name }) => name)).size).toBeGreaterThanOrEqual(40);
});

test.each(plantedFaults.map((fault) => [fault.name, fault] as const))(
  "%s still has its place",
  (_, fault) => {
    expect(withFault(fault)).toContain(fault.put);
  },
);

test("what a mistake needs is needed by one that is planted, and some of the first hundred seeds have it", () => {
  const names = plantedFaults.map(({ name }) => name);
  const seeds = Array.from({ length: 100 }, (_, index) => index + 1);
  for (const [name, need] of Object.entries(needs)) {
    expect(names).toContain(name);
    const [first = 0] = inOrder(name, seeds, (seed) => drawnFor(seed, 1, 8).plan);
    expect([name, need(drawnFor(first, 1, 8).plan)]).not.toEqual([name, 0]);
  }
});
