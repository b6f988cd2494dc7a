import fc from "fast-check";
import { expect, test } from "vitest";
import type { AnalysisTask } from "../../../lib/domain/statistics/index.ts";
import { changedFigures, changedTasks, monthlySheet } from "../../../lib/domain/statistics/index.ts";

const options = { month: "2026-03", timeZone: "Asia/Shanghai", asOf: "2026-04-01T00:00:00Z" };

const instant = fc
  .integer({ min: 0, max: 120 })
  .map((day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString());
const task = (id: string): fc.Arbitrary<AnalysisTask> =>
  fc.record({
    id: fc.constant(id),
    projectId: fc.constant("p"),
    estateClass: fc.constantFrom("物业服务", "工程质量"),
    receivedAt: instant,
    dueAt: instant,
    completedAt: fc.option(instant),
    validity: fc.constantFrom("valid", "assisted", "invalid"),
    firstFollowUpSatisfied: fc.option(fc.boolean()),
  });
const tasks = fc
  .uniqueArray(fc.integer({ min: 1, max: 8 }).map(String))
  .chain((ids) => fc.tuple(...ids.map(task)));

test("nothing changed, nothing listed", () => {
  fc.assert(
    fc.property(tasks, (same) => {
      expect(changedTasks(same, structuredClone(same))).toEqual([]);
      expect(changedFigures(monthlySheet(same, options), monthlySheet(same, options))).toEqual([]);
    }),
  );
});

test("the list of changes is the whole difference: applied to the earlier tasks it gives the later ones", () => {
  fc.assert(
    fc.property(tasks, tasks, (before, after) => {
      const byId = new Map<string, object>(before.map((one) => [one.id, one]));
      for (const { id, change, facts } of changedTasks(before, after)) {
        const added = after.find((one) => one.id === id);
        if (change === "removed") byId.delete(id);
        else if (change === "added") byId.set(id, added ?? {});
        else
          byId.set(id, { ...byId.get(id), ...Object.fromEntries(facts.map(({ fact, to }) => [fact, to])) });
      }
      expect([...byId.values()]).toHaveLength(after.length);
      for (const one of after) expect(byId.get(one.id)).toEqual(one);
    }),
  );
});

test("figures change only where complaints do, and each change leads from the earlier figure to the later one", () => {
  fc.assert(
    fc.property(tasks, tasks, (before, after) => {
      const [old, now] = [monthlySheet(before, options), monthlySheet(after, options)];
      const changes = changedFigures(old, now);
      expect(changes.length === 0 || changedTasks(before, after).length > 0).toBe(true);
      for (const { row, column, from, to } of changes) {
        expect(old.rows.find(({ name }) => name === row)?.[column]).toBe(from);
        expect(now.rows.find(({ name }) => name === row)?.[column]).toBe(to);
      }
    }),
  );
});

test("a figure that falls to nothing is listed too", () => {
  const one = fc.sample(task("1"), 1)[0];
  const received = { ...one!, receivedAt: "2026-03-02T00:00:00Z", validity: "valid" as const };
  const changes = changedFigures(monthlySheet([received], options), monthlySheet([], options));
  expect(changes).toContainEqual({ row: "汇总", column: "B", from: 1, to: 0 });
});
