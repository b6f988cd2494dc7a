import { describe, expect, test } from "vitest";
import { runJobPart } from "../../../lib/app/dispatch/job-parts.ts";
import { publishPolicy } from "../../../lib/app/rules/publish.ts";
import { completed } from "../../../lib/contracts/rules/policy-presets.ts";
import { at } from "../../support/builders.ts";
import { atEveryPoint, diesAt } from "../../support/crash.ts";
import { people, project } from "../../support/organisation.ts";
import { world } from "../../support/world.ts";

const now = at("2026-03-02 10:00");

/** Open complaints, and a stricter policy just published for their project. */
async function published(count: number) {
  const w = world(now);
  for (let index = 0; index < count; index += 1) await w.receive({ sourceId: `call-${index}` });
  await w.drain();
  const result = await publishPolicy(w.ports, people.headquarters, {
    scope: `project:${project.id}`,
    make: (version) => completed(version, "D12", {}),
  });
  if (!("edition" in result) || result.jobId === undefined) throw new Error("not published");
  w.reactQueue.waiting.length = 0;
  w.clock.advance(120);
  const page = (number: number) => ({ jobId: result.jobId!, projectId: project.id, page: number });
  const retimings = () =>
    [...w.complaints.items.values()].map(
      ({ events }) =>
        events.filter(({ fact }) => fact.type === "clockRetimed" && fact.name === "result").length,
    );
  return { w, page, retimings, part: () => w.jobs.part(result.jobId!, project.id) };
}

describe("a job", () => {
  test("goes through its complaints page by page, each once, and says how many it saw and moved", async () => {
    const { w, page, retimings, part } = await published(230);
    for (let number = 0; number < 3; number += 1) await runJobPart(w.ports, page(number));
    expect(await part()).toMatchObject({ pages: 3, done: true, seen: 230, changed: 230, errors: [] });
    expect(new Set(retimings())).toEqual(new Set([1]));
  });

  test("a message that comes twice, or late, does no page again; a lost one is sent again by its predecessor", async () => {
    const { w, page, part } = await published(150);
    await runJobPart(w.ports, page(0));
    w.reactQueue.waiting.length = 0;
    await runJobPart(w.ports, page(0));
    expect(w.reactQueue.waiting.map(({ message }) => message)).toContainEqual(page(1));
    await runJobPart(w.ports, page(1));
    await runJobPart(w.ports, page(1));
    await runJobPart(w.ports, page(0));
    expect(await part()).toMatchObject({ pages: 2, seen: 150, changed: 150, done: true });
  });

  test("the process may die between any two steps: done again, every complaint was moved once", async () => {
    const points = await atEveryPoint(async (point) => {
      const { w, page, retimings, part } = await published(3);
      const died = await diesAt(w.ports, point, (ports) => runJobPart(ports, page(0)));
      await runJobPart(w.ports, page(0));
      expect(retimings()).toEqual([1, 1, 1]);
      expect(await part()).toMatchObject({ pages: 1, done: true, seen: 3 });
      return { died };
    });
    expect(points).toBeGreaterThan(3);
  });

  test("an unknown job is an error: the queue brings its message back", async () => {
    const { w } = await published(1);
    await expect(runJobPart(w.ports, { jobId: "none", projectId: project.id, page: 0 })).rejects.toThrow(
      /none/,
    );
  });
});
