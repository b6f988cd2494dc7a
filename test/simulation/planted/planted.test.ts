import { expect, test } from "vitest";
import { plantedFaults } from "./faults.ts";
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
