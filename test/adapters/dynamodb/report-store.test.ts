import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reportStore } from "../../../lib/adapters/dynamodb/reports/report-store.ts";
import { alarmStore } from "../../../lib/adapters/dynamodb/work/alarm-store.ts";
import type { ReportEdition, ReportRun } from "../../../lib/app/ports/report-run.ts";
import { fileTypes } from "../../../lib/app/reports/files/edition-files.ts";
import { plusSeconds } from "../../../lib/domain/time/instant.ts";
import { at, later } from "../../support/builders.ts";
import { type LocalAws, startLocalAws } from "../../support/engine.ts";

let local: LocalAws;
beforeAll(async () => {
  local = await startLocalAws();
});
afterAll(() => local.close());
const now = at("2026-02-13 10:00");

describe("report runs", () => {
  const run: ReportRun = {
    id: "2026-02-a",
    month: "2026-02",
    asOf: at("2026-03-01 00:00"),
    startedAt: now,
    startedBy: "schedule",
    projectIds: ["project-1", "project-2", "project-3"],
    doneProjectIds: [],
    failures: {},
  };

  test("a run started twice is the first one; projects done at once are all counted, each once", async () => {
    const store = reportStore(await local.newTable(), 2);
    expect(await store.start(run)).toEqual(run);
    await Promise.all(["project-3", "project-1", "project-3"].map((id) => store.projectDone(run.id, id)));
    const again = await store.start({ ...run, startedBy: "somebody" });
    expect(again).toEqual({ ...run, doneProjectIds: ["project-1", "project-3"] });
    await expect(store.projectDone("nothing", "project-1")).rejects.toThrow(/does not exist/);
  });

  test("editions of a month are numbered without gaps; a run that asks again gets its own number", async () => {
    const store = reportStore(await local.newTable(), 2);
    const runs = Array.from({ length: 6 }, (_, n) => ({ ...run, id: `2026-02-${n}` }));
    for (const each of runs) await store.start(each);
    const numbers = await Promise.all(
      [...runs, ...runs].map(({ id }) => store.reserveEdition("2026-02", id)),
    );
    expect(numbers.slice(0, 6)).toEqual(numbers.slice(6));
    expect([...new Set(numbers)].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await store.runs("2026-02")).toEqual(runs);
    expect(await store.runs("2026-03")).toEqual([]);
  });

  test("an issued edition never changes, and a finished run keeps its first end", async () => {
    const store = reportStore(await local.newTable(), 2);
    const edition: ReportEdition = {
      month: "2026-02",
      edition: 1,
      runId: run.id,
      asOf: run.asOf,
      madeAt: now,
      issuedBy: "schedule",
      bulletin: true,
      submitted: { inTime: ["project-1"], late: [], missing: ["project-2"] },
      span: { from: "2026-01-01", to: "2026-02-28" },
      projectIds: ["project-1"],
      missing: [{ projectId: "project-2", name: "示例二期", reason: "failed", error: "RangeError" }],
      files: [{ name: "a.xlsx", key: "reports/a.xlsx", size: 10, sha256: "00", contentType: "x" }],
      figures: {
        received: 3,
        done: 2,
        open: 1,
        handlingRate: 2 / 3,
        timelyRate: null,
        firstFollowUpSatisfaction: 1,
      },
    };
    await store.issueEdition(edition);
    await store.issueEdition({ ...edition, runId: "another" });
    // Workbook and analysis of each of 1,000 projects: as plain text more than an item can hold.
    const files = Array.from({ length: 2000 }, (_, index) => {
      const sha256 = createHash("sha256").update(String(index)).digest("hex");
      const name = `complaints-project-${index}-2026-02-edition-2.xlsx`;
      const key = `reports/2026-02/${sha256.slice(0, 16)}/${name}`;
      return { name, key, size: 70_000 + index, sha256, contentType: fileTypes.xlsx };
    });
    await store.issueEdition({ ...edition, edition: 2, files });
    expect(await store.editions("2026-02")).toEqual([edition, { ...edition, edition: 2, files }]);
    expect(await store.editions("2026-03")).toEqual([]);
  });

  test("a run waits in the sweep until its deadline's build; an end with fewer parts does not undo a later one", async () => {
    const table = await local.newTable();
    const store = reportStore(table, 1);
    const alarms = alarmStore(table, 1);
    const late = () => alarms.overdue(0, plusSeconds(now, 1801), { limit: 10 });
    await store.start(run);
    await store.projectFailed(run.id, "project-2", "TypeError");
    const failed = await store.projectFailed(run.id, "project-2", "RangeError");
    expect(failed.failures).toEqual({ "project-2": { attempts: 2, error: "RangeError" } });
    expect((await alarms.overdue(0, plusSeconds(now, 1799), { limit: 10 })).items).toEqual([]);
    expect((await late()).items).toMatchObject([{ kind: "run", runId: run.id }]);
    await store.finish(run.id, { built: 0, finishedAt: later(now, 1) });
    expect((await store.run(run.id))?.edition).toBeUndefined();
    expect((await late()).items).toEqual([]);
    await store.finish(run.id, { built: 2, finishedAt: later(now, 2), edition: 2 });
    await store.finish(run.id, { built: 1, finishedAt: later(now, 3), edition: 1 });
    expect(await store.run(run.id)).toMatchObject({ built: 2, finishedAt: later(now, 2), edition: 2 });
  });
});
