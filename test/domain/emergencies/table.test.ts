import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type CountedEmergency, emergencyTable } from "../../../lib/domain/emergencies/table.ts";
import { emergencyCategoryNames, emergencyOutcomes } from "../../../lib/domain/emergencies/taxonomy.ts";

const water = (more: Partial<CountedEmergency> = {}): CountedEmergency => ({
  category: "equipment.water",
  outcome: "negative",
  dead: null,
  injured: null,
  loss: null,
  ...more,
});

test("D7: every kind of event has its row in the source's order, prevented ones apart, 合计 last", () => {
  const rows = emergencyTable([
    water({ dead: 1, injured: 2, loss: 300.5 }),
    water({ injured: 3, loss: 20 }),
    water({ outcome: "prevented" }),
    water({ category: "safety.fire", dead: 4 }),
  ]);
  expect(rows).toHaveLength(emergencyCategoryNames.length + 1);
  const of = (name: string) => rows.filter((row) => row.name.includes(name));
  expect(of("给排水")).toEqual([
    { name: of("给排水")[0]?.name, negative: 2, prevented: 1, dead: 1, injured: 5, loss: 320.5 },
  ]);
  expect(of("消防")).toMatchObject([{ negative: 1, prevented: 0, dead: 4, injured: 0, loss: 0 }]);
  expect(of("电梯")).toMatchObject([{ negative: 0, prevented: 0, dead: 0, injured: 0, loss: 0 }]);
  expect(rows.at(-1)).toEqual({ name: "合计", negative: 3, prevented: 1, dead: 5, injured: 5, loss: 320.5 });
});

const known = fc.option(fc.nat({ max: 9 }));
const events = fc.array(
  fc.record<CountedEmergency>({
    category: fc.constantFrom(...emergencyCategoryNames),
    outcome: fc.constantFrom(...emergencyOutcomes),
    dead: known,
    injured: known,
    loss: known,
  }),
);

test("合计 is the sum of the rows, and every event stands in one", () => {
  fc.assert(
    fc.property(events, (list) => {
      const rows = emergencyTable(list);
      const total = rows.at(-1)!;
      for (const field of ["negative", "prevented", "dead", "injured", "loss"] as const)
        expect(rows.slice(0, -1).reduce((sum, row) => sum + row[field], 0)).toBe(total[field]);
      expect(total.negative + total.prevented).toBe(list.length);
    }),
  );
});
