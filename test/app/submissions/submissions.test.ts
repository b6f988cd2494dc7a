import { describe, expect, test } from "vitest";
import { sweep } from "../../../lib/app/dispatch/sweep.ts";
import { isProblem } from "../../../lib/app/problems/problem.ts";
import { openedSubmission } from "../../../lib/app/submissions/open.ts";
import { putSubmission } from "../../../lib/app/submissions/write.ts";
import { at } from "../../support/builders.ts";
import { atEveryPoint, diesAt } from "../../support/crash.ts";
import { people, project } from "../../support/organisation.ts";
import { type World, world } from "../../support/world.ts";

const place = { month: "2026-03", projectId: project.id, person: people.projectManager };

async function opened(): Promise<World> {
  const w = world(at("2026-04-01 02:00"));
  await openedSubmission(w.ports, project, "2026-03");
  return w;
}

const heard = (w: World) => w.sent.map(({ to, subject }) => [to.split("@")[0], subject.split("#")[2]]);

describe("an open submission", () => {
  test("asks the project manager, then the region, then headquarters, each once and in time", async () => {
    const w = await opened();
    await w.run(at("2026-04-03 17:59"));
    expect(heard(w)).toEqual([
      ["project-manager-1", "1"],
      ["project-manager-1", "2"],
    ]);
    await w.run(at("2026-04-20 00:00"));
    expect(heard(w).slice(2)).toEqual([
      ["project-manager-1", "3"],
      ["region-1", "3"],
      ["headquarters-1", "4"],
      ["headquarters-2", "4"],
    ]);
    expect(w.telemetry.counts).toMatchObject({ RungsDecided: 4, NoticesHandedOver: 6 });
  });

  test("asks nobody any more once it is confirmed", async () => {
    const w = await opened();
    await w.run(at("2026-04-02 10:00"));
    await putSubmission(w.ports, place, { sections: { culture: { stage: "已开展" } }, confirm: true });
    await w.run(at("2026-04-20 00:00"));
    expect(heard(w)).toEqual([["project-manager-1", "1"]]);
  });

  test("whose messages are lost is found by the sweep", async () => {
    const w = await opened();
    w.reactQueue.take();
    w.clock.advance(400);
    expect(await sweep(w.ports)).toMatchObject({ rescued: 1 });
    await w.drain();
    w.timers.items.clear();
    w.clock.set(at("2026-04-03 18:10"));
    expect(await sweep(w.ports)).toMatchObject({ rescued: 1 });
    await w.drain();
    expect(w.submissions.items.get("2026-03.project-1")?.announcements).toHaveLength(3);
  });

  test("is written at any point of a crash: repeated, one text, one confirmation", async () => {
    await atEveryPoint(async (point) => {
      const w = await opened();
      const given = { sections: { culture: { stage: "已开展" } }, confirm: true };
      const died = await diesAt(w.ports, point, (ports) => putSubmission(ports, place, given));
      const result = await putSubmission(w.ports, place, given);
      expect(isProblem(result)).toBe(false);
      expect(w.submissions.items.get("2026-03.project-1")).toMatchObject({ version: 2 });
      return { died };
    });
  });

  test("two people who write at once: neither is lost unseen, the second sees that it is stale", async () => {
    const w = await opened();
    const write = (stage: string) =>
      putSubmission(w.ports, place, { sections: { culture: { stage } }, confirm: false, version: 1 });
    expect(isProblem(await write("甲"))).toBe(false);
    expect(await write("乙")).toMatchObject({ problem: "stale-submission" });
    expect(isProblem(await write("甲"))).toBe(false);
  });
});
