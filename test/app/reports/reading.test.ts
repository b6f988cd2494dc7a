import { describe, expect, test } from "vitest";
import { asKnownAt } from "../../../lib/app/periods/as-of.ts";
import { downloadLink, listReports } from "../../../lib/app/reports/files/read.ts";
import { buildReportPart } from "../../../lib/app/reports/run/build.ts";
import { startDueRuns } from "../../../lib/app/reports/run/due-runs.ts";
import { startRun } from "../../../lib/app/reports/run/start.ts";
import { after, at, later, plain, registered } from "../../support/builders.ts";
import { people } from "../../support/organisation.ts";
import { build, endOfMonth, jobOf, march, received, run, until, workbook } from "./march.ts";

describe("starting a run", () => {
  test("the same key is the same run; sent again it sends what is not done yet, until it is finished", async () => {
    const w = await march();
    const first = await run(w);
    const [message] = w.reportQueue.take();
    await buildReportPart(w.ports, message!);
    w.clock.advance(60);
    expect(await run(w)).toMatchObject({ id: first.id, startedAt: first.startedAt });
    expect(w.reportQueue.take()).toEqual([{ kind: "project", runId: first.id, projectId: "project-2" }]);
    expect(w.reportQueue.waiting.map(({ message }) => message.kind)).toEqual(["deadline", "deadline"]);
    expect((await run(w, { key: "other" })).id).not.toBe(first.id);
  });

  test.each([
    [{ month: "2026-05" }, "period-not-begun", "month"],
    [{ asOf: at("2026-02-28 23:59") }, "cut-off-before-period", "asOf"],
    [{ asOf: at("2026-04-02 00:00") }, "cut-off-in-future", "asOf"],
    [{ projectId: "nowhere" }, "unknown-project", "projectId"],
    [{ month: "2025-12" }, "period-before-records", "month"],
    [{ month: "0000-01" }, "period-before-records", "month"],
    [{ from: "2025-01-01", to: "2025-12-31" }, "period-before-records", "to"],
    [{ from: "2026-05-01", to: "2026-05-02" }, "period-not-begun", "from"],
    [{ from: "2026-03-20", to: "2026-03-10" }, "period-reversed", "from"],
    [{ to: "2026-02-28" }, "period-reversed", "to"],
    [{ from: "2026-03-15", asOf: at("2026-03-10 00:00") }, "cut-off-before-period", "asOf"],
  ])("%o is refused: %s", async (more, code, path) => {
    const w = await march();
    const refused = await startRun(w.ports, { month: "2026-03", by: "p", key: "k", ...more });
    expect(refused).toEqual({ problem: code, path });
    expect(w.reports.runsById.size).toBe(0);
  });

  test("a month that still runs is cut off now", async () => {
    const w = await march();
    expect((await run(w, { month: "2026-04" })).asOf).toBe(at("2026-04-01 02:00"));
  });

  test("without a company nothing is built, and the sentence says what to do", async () => {
    const w = await march();
    await run(w);
    w.organisation.company = undefined;
    await expect(startDueRuns(w.ports)).rejects.toThrow(/import-company/);
    await expect(startRun(w.ports, { month: "2026-03", by: "p", key: "k" })).rejects.toThrow(
      /import-company/,
    );
    await expect(build(w)).rejects.toThrow(/no company/);
  });
});

describe("the cut-off", () => {
  test("it selects by when something was recorded; months count by when it happened", () => {
    const recordedAt = at("2026-04-02 09:00");
    const complaint = after(registered(received), plain.assign(), later(received, 1));
    const resolve = {
      type: "resolve",
      via: "phone",
      text: { salt: "s", value: "好" },
      occurredAt: at("2026-03-04 10:00"),
    } as const;
    const resolved = after(complaint, resolve, recordedAt);
    expect(asKnownAt(resolved, until(endOfMonth))).toMatchObject({ status: "handling", version: 2 });
    expect(asKnownAt(resolved, until(endOfMonth))?.resolvedAt).toBeUndefined();
    expect(asKnownAt(resolved, until(recordedAt))).toMatchObject({
      status: "resolved",
      resolvedAt: at("2026-03-04 10:00"),
    });
    expect(asKnownAt(resolved, until(later(received, -1)))).toBeUndefined();
  });

  test("an erased value stays erased for old cut-offs", () => {
    const { "1.phone": _, ...personal } = registered(received).personal;
    const erased = { ...registered(received), personal };
    expect(asKnownAt(erased, until(endOfMonth))?.personal).toEqual(personal);
  });

  test("what was recorded after it does not exist for the run, however the complaint stands today", async () => {
    const w = await march();
    const open = [...w.complaints.items.values()].find((c) => c.registration.anonymous)!;
    const { id } = open.registration;
    await w.give(id, { type: "assign", departmentId: "engineering" });
    const occurredAt = at("2026-03-05 10:00");
    await w.give(id, { type: "resolve", via: "posted", text: "早已修复", occurredAt });
    // Recorded in April although received in March: not there yet.
    await w.receive({ sourceId: "late", receivedAt: at("2026-03-31 20:00") });
    await run(w, { asOf: endOfMonth });
    await run(w, { asOf: at("2026-04-01 02:00"), key: "today" });
    await build(w);
    expect(w.reports.issued.map(({ figures }) => [figures.received, figures.done])).toEqual([
      [4, 2],
      [5, 3],
    ]);
    expect((await workbook(w, 0)).ledger).toHaveLength(6);
    expect((await workbook(w, 1)).ledger).toHaveLength(7);
  });
});

describe("reading reports", () => {
  test("a month's editions, newest first, each file with a link that works for 15 minutes", async () => {
    const w = await march();
    for (const key of ["a", "b"]) {
      await run(w, { key });
      await build(w);
    }
    const listed = await listReports(w.ports, people.headquarters, "2026-03");
    expect(listed.map(({ edition }) => edition)).toEqual([2, 1]);
    const file = listed[1]?.files[0];
    expect(file?.name).toBe("complaints-2026-03-edition-1.xlsx");
    expect(file?.url).toBe(`https://files.example/${file?.key}?seconds=900&name=${file?.title}`);
    expect(await downloadLink(w.ports, people.headquarters, "2026-03", file?.name ?? "")).toBe(file?.url);
    expect(await downloadLink(w.ports, people.headquarters, "2026-03", "../secrets")).toEqual({
      problem: "unknown-report",
    });
    expect(await listReports(w.ports, people.headquarters, "2026-02")).toEqual([]);
  });

  test("a run is a job whose last step is the company build", async () => {
    const w = await march();
    const { id } = await run(w);
    expect(await jobOf(w, id)).toEqual({ id, state: "running", done: 0, total: 3, errors: [] });
    await buildReportPart(w.ports, w.reportQueue.take()[0]!);
    expect(await jobOf(w, id)).toMatchObject({ state: "running", done: 1 });
    await run(w);
    await build(w);
    expect(await jobOf(w, id)).toEqual({
      id,
      state: "done",
      done: 3,
      total: 3,
      result: { month: "2026-03", edition: 1 },
      errors: [],
    });
  });
});
