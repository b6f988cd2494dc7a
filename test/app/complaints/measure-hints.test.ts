import { expect, test } from "vitest";
import { measureMonth } from "../../../lib/app/complaints/measure-hints.ts";
import { at } from "../../support/builders.ts";
import { otherProject } from "../../support/organisation.ts";
import { world } from "../../support/world.ts";

test("D5: the hints of a month against what people decided, all projects, other months left out", async () => {
  const w = world(at("2026-02-28 10:00"));
  let calls = 0;
  const said = async (matter: string, classCode?: "1.2.2" | "1.4.1", projectId?: string) => {
    calls += 1;
    const { registration } = await w.receive({
      sourceId: `call-${calls}`,
      matter,
      ...(projectId === undefined ? {} : { projectId }),
    });
    if (classCode !== undefined) await w.give(registration.id, { type: "classify", classCode });
  };
  await said("电梯又坏了", "1.4.1");
  w.clock.set(at("2026-03-02 10:00"));
  await said("电梯又坏了", "1.2.2");
  await said("下水道堵了", "1.2.2");
  await said("电梯又坏了", "1.4.1");
  await said("说不清楚", undefined, otherProject.id);
  expect(await measureMonth(w.ports, "2026-03")).toEqual({
    hinted: 4,
    unmatched: 1,
    unmatchedShare: 0.25,
    compared: 3,
    classHits: 2,
    pointHits: 1,
  });
  expect(await measureMonth(w.ports, "2026-02")).toMatchObject({ hinted: 1, classHits: 0 });
});
