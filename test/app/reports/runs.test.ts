import { describe, expect, test } from "vitest";
import { sweep } from "../../../lib/app/dispatch/sweep.ts";
import type { ReportMessage } from "../../../lib/app/ports/queues.ts";
import { isProblem } from "../../../lib/app/problems/problem.ts";
import { listRuns } from "../../../lib/app/reports/files/read.ts";
import { buildReportPart } from "../../../lib/app/reports/run/build.ts";
import { type BuildRequest, startRun } from "../../../lib/app/reports/run/start.ts";
import { at } from "../../support/builders.ts";
import { type World, world } from "../../support/world.ts";
import { jobOf } from "./march.ts";

/** Complaints of March in both projects; the second project's read fails as often as `failures` says. */
async function march(failures: number): Promise<World & { readonly runId: string }> {
  const w = world(at("2026-03-02 10:00"));
  await w.receive({ sourceId: "a" });
  await w.receive({ sourceId: "b", projectId: "project-2" });
  await w.run(at("2026-04-01 02:00"));
  let left = failures;
  const read = w.complaints.receivedInMonth.bind(w.complaints);
  w.complaints.receivedInMonth = async (projectId, month, page) => {
    if (projectId === "project-2" && left > 0) {
      left -= 1;
      throw new RangeError("a value that nobody may read in a log");
    }
    return read(projectId, month, page);
  };
  return { ...w, runId: await start(w) };
}

async function start(w: World, more: Partial<BuildRequest> = {}): Promise<string> {
  const run = await startRun(w.ports, { month: "2026-03", by: "schedule", key: "k", ...more });
  if (isProblem(run)) throw new Error(run.problem);
  return run.id;
}

/** Delivers the run's messages up to an instant; what throws is left to the queue and told. */
async function deliver(w: World, until: string): Promise<string[]> {
  const errors: string[] = [];
  for (;;) {
    for (const message of w.reportQueue.take()) {
      await buildReportPart(w.ports, message).catch((error: Error) => errors.push(error.name));
    }
    const next = w.reportQueue.waiting.map(({ from }) => from).sort()[0];
    if (next === undefined || next > at(until)) break;
    w.clock.set(next);
  }
  w.clock.set(at(until));
  return errors;
}

const editions = (w: World) =>
  w.reports.issued.map(({ edition, projectIds, missing }) => ({
    edition,
    projectIds,
    missing: missing.map(({ reason, error }) => [reason, error]),
  }));

describe("a project that fails", () => {
  test("is tried three times within minutes; whoever completes the run builds the company's files", async () => {
    const w = await march(2);
    expect(await deliver(w, "2026-04-01 02:10")).toEqual([]);
    expect(editions(w)).toEqual([{ edition: 1, projectIds: ["project-1", "project-2"], missing: [] }]);
    expect(await jobOf(w, w.runId)).toMatchObject({ state: "done", done: 3, errors: [] });
  });

  test("for the third time is missing, with the reason, in the edition, the job and the announcement's facts", async () => {
    const w = await march(3);
    expect(await deliver(w, "2026-04-01 02:10")).toEqual(["RangeError"]);
    expect(editions(w)).toEqual([
      { edition: 1, projectIds: ["project-1"], missing: [["failed", "RangeError"]] },
    ]);
    expect(w.reports.issued[0]).toMatchObject({ issuedBy: "schedule", figures: { received: 1 } });
    const workbook = await w.reportFiles.get(w.reports.issued[0]?.files[0]?.key ?? "");
    expect(JSON.parse(new TextDecoder().decode(workbook))).toMatchObject({ missing: ["示例二期"] });
    expect(await listRuns(w.ports, "2026-03")).toMatchObject([
      { state: "done", done: 2, total: 3, errors: ["project-2: failed (RangeError)"] },
    ]);
    expect(JSON.stringify([...w.reports.runsById.values()])).not.toContain("nobody may read");
  });

  test("and succeeds after that makes edition 2 with everybody; edition 1 stays as it was", async () => {
    const w = await march(3);
    await deliver(w, "2026-04-01 02:10");
    const first = structuredClone(w.reports.issued[0]);
    w.reportQueue.waiting.push({ message: part(w.runId), from: w.clock.text() });
    expect(await deliver(w, "2026-04-01 02:30")).toEqual([]);
    expect(editions(w)[1]).toEqual({ edition: 2, projectIds: ["project-1", "project-2"], missing: [] });
    expect(w.reports.issued[0]).toEqual(first);
    expect(await jobOf(w, w.runId)).toMatchObject({ state: "done", done: 3, result: { edition: 2 } });
    // The part comes once more, and so does the company's build: nothing new.
    w.reportQueue.waiting.push({ message: part(w.runId), from: w.clock.text() });
    await buildReportPart(w.ports, { kind: "company", runId: w.runId });
    await deliver(w, "2026-04-01 03:00");
    expect(w.reports.issued).toHaveLength(2);
  });

  test("everywhere: no file at all rather than an empty one, and the job says that it failed", async () => {
    const w = await march(99);
    w.complaints.receivedInMonth = () => Promise.reject(new TypeError("down"));
    await deliver(w, "2026-04-01 03:00");
    expect(w.reports.issued).toEqual([]);
    expect(await jobOf(w, w.runId)).toMatchObject({ state: "failed", done: 1, total: 3 });
    expect(w.telemetry.errors).toContain("no project of a report run could be counted");
  });
});

describe("a project that is not heard of", () => {
  const lose = (w: World) => {
    w.reportQueue.waiting = w.reportQueue.waiting.filter(
      ({ message }) => message.kind !== "project" || message.projectId !== "project-2",
    );
  };

  test("is waited for 30 minutes, then the company's files are built without it", async () => {
    const w = await march(0);
    lose(w);
    await deliver(w, "2026-04-01 02:29");
    expect(w.reports.issued).toEqual([]);
    await deliver(w, "2026-04-01 02:31");
    expect(editions(w)).toEqual([
      { edition: 1, projectIds: ["project-1"], missing: [["not-in-time", undefined]] },
    ]);
  });

  test("even if every message of the run is lost: the sweep finds it, and leaves it alone afterwards", async () => {
    const w = await march(0);
    const [first] = w.reportQueue.take();
    w.reportQueue.waiting = [];
    if (first !== undefined) await buildReportPart(w.ports, first);
    w.clock.set(at("2026-04-01 02:32"));
    expect(await sweep(w.ports)).toMatchObject({ rescued: 0 });
    w.clock.set(at("2026-04-01 02:35"));
    expect(await sweep(w.ports)).toMatchObject({ rescued: 1 });
    await deliver(w, "2026-04-01 02:40");
    expect(w.reports.issued).toHaveLength(1);
    await w.drain();
    expect(await sweep(w.ports)).toMatchObject({ rescued: 0 });
  });
});

describe("any period and any cut-off", () => {
  test("from one local date to another, both included; a single date stands with the month's other end", async () => {
    const w = world(at("2026-02-27 10:00"));
    await w.receive({ sourceId: "feb" });
    w.clock.set(at("2026-03-10 23:59"));
    await w.receive({ sourceId: "tenth" });
    w.clock.set(at("2026-03-11 00:00"));
    await w.receive({ sourceId: "eleventh" });
    await w.run(at("2026-04-01 02:00"));
    const spans: Partial<BuildRequest>[] = [
      {},
      { from: "2026-02-01", to: "2026-03-10" },
      { to: "2026-03-10" },
      { from: "2026-03-11" },
    ];
    for (const [index, span] of spans.entries()) await start(w, { ...span, key: `k${index}` });
    await deliver(w, "2026-04-01 02:10");
    const found = w.reports.issued.map(({ span, figures }) => [span?.from, span?.to, figures.received]);
    expect(found).toHaveLength(4);
    expect(found).toEqual(
      expect.arrayContaining([
        [undefined, undefined, 2],
        ["2026-02-01", "2026-03-10", 2],
        ["2026-03-01", "2026-03-10", 1],
        ["2026-03-11", "2026-03-31", 1],
      ]),
    );
  });
});

function part(runId: string): ReportMessage {
  return { kind: "project", runId, projectId: "project-2" };
}
