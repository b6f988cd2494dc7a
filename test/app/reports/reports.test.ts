import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sendNotice } from "../../../lib/app/notices/send.ts";
import { asKnownAt } from "../../../lib/app/periods/as-of.ts";
import type { MonthFigures } from "../../../lib/app/ports/document-input.ts";
import type { NoticeFacts } from "../../../lib/app/ports/notices.ts";
import type { ReportMessage } from "../../../lib/app/ports/queues.ts";
import type { ReportRun } from "../../../lib/app/ports/report-run.ts";
import type { MonthlyWorkbookInput } from "../../../lib/app/ports/workbook-input.ts";
import { isProblem } from "../../../lib/app/problems/problem.ts";
import { partKey } from "../../../lib/app/reports/content/project-part.ts";
import { downloadLink, jobView, listReports, showJob } from "../../../lib/app/reports/files/read.ts";
import { buildReportPart } from "../../../lib/app/reports/run/build.ts";
import { startDueRuns } from "../../../lib/app/reports/run/due-runs.ts";
import { type BuildRequest, startRun } from "../../../lib/app/reports/run/start.ts";
import { after, at, later, plain, registered } from "../../support/builders.ts";
import { atEveryPoint, diesAt } from "../../support/crash.ts";
import { people } from "../../support/organisation.ts";
import { type World, world } from "../../support/world.ts";

const received = at("2026-03-02 10:00");
const endOfMonth = "2026-03-31T15:59:59.999Z";

/** One instant for what happened and what was recorded. */
const until = (at: string) => ({ happenedUntil: at, recordedUntil: at });

/** March: one resolved in time, one resolved late, one open, one invalid, one repair, one in the other project. */
async function march(): Promise<World> {
  const w = world(received);
  const ids: string[] = [];
  for (const [index, more] of [
    {},
    { channel: "wechat" },
    { complainant: { anonymous: true } },
    {},
    { recordKind: "repair" },
    { projectId: "project-2" },
  ].entries()) {
    const complaint = await w.receive({ sourceId: `call-${index}`, classCode: "1.7.2", ...more } as never);
    ids.push(complaint.registration.id);
  }
  const [inTime = "", late = "", , invalid = ""] = ids;
  for (const id of [inTime, late]) await w.give(id, { type: "assign", departmentId: "engineering" });
  await w.give(invalid, { type: "judge", validity: "invalid", reason: "不属实" });
  await w.give(inTime, { type: "resolve", via: "phone", text: "已修复" });
  await w.give(inTime, { type: "follow-up", outcome: "reached", grade: 5 }, { person: people.clerk });
  w.clock.set(at("2026-03-20 10:00"));
  await w.give(late, { type: "resolve", via: "phone", text: "已修复" });
  w.clock.set(at("2026-04-01 02:00"));
  return w;
}

async function run(w: World, request: Partial<BuildRequest> = {}): Promise<ReportRun> {
  const started = await startRun(w.ports, { month: "2026-03", by: "schedule", key: "k", ...request });
  if (isProblem(started)) throw new Error(started.problem);
  return started;
}

/** Documents by their making time alone: what Word makes of them is another test's matter. */
const made = async ({ madeAt }: { readonly madeAt: string }) => new TextEncoder().encode(madeAt);
const plainDocuments = { analysis: made, bulletin: made, monthly: made, classification: made };

async function build(w: World): Promise<void> {
  for (let parts = w.reportQueue.take(); parts.length > 0; parts = w.reportQueue.take()) {
    for (const part of parts) await buildReportPart(w.ports, part);
  }
}

const rendered = (chart: Uint8Array | undefined) => ({ subject: "", html: "", text: String(chart) });

type Printed = Omit<MonthlyWorkbookInput, "ledger"> & { ledger: { number: string }[] };

async function workbook(w: World, edition = 0): Promise<Printed> {
  const key = w.reports.issued[edition]?.files[0]?.key ?? "";
  return JSON.parse(new TextDecoder().decode(await w.reportFiles.get(key))) as Printed;
}

describe("the month's run", () => {
  test("the schedule on the 1st at 02:00 builds the month that has just ended, up to its last instant", async () => {
    const w = await march();
    const { runs } = await startDueRuns(w.ports);
    expect(runs).toHaveLength(1);
    expect(await w.ports.reports.run(runs[0] ?? "")).toMatchObject({
      month: "2026-03",
      asOf: endOfMonth,
      projectIds: ["project-1", "project-2"],
    });
    await build(w);
    expect(w.reports.issued).toMatchObject([
      {
        month: "2026-03",
        edition: 1,
        figures: {
          received: 4,
          done: 2,
          open: 2,
          handlingRate: 0.5,
          timelyRate: 0.25,
          firstFollowUpSatisfaction: 1,
        },
      },
    ]);
    expect(w.telemetry.counts.ReportsIssued).toBe(1);
  });

  test("D1: the company's sheet is the sum of its projects' tasks; D10: the ledger has every complaint by receipt", async () => {
    const w = await march();
    await run(w);
    await build(w);
    const { companyRows, projects, ledger } = await workbook(w);
    const total = (rows: Printed["companyRows"]) => rows.find(({ name }) => name === "汇总");
    expect(total(companyRows)).toMatchObject({ B: 4, C: 4, D: 1, E: 1, F: 2 });
    expect(projects.map(({ name, rows }) => [name, total(rows)?.B])).toEqual([
      ["示例一期", 3],
      ["示例二期", 1],
    ]);
    expect(ledger).toMatchObject([
      {
        number: "001",
        contact: "138****0000",
        class: "工程质量",
        source: "呼叫中心",
        room: "502",
        matter: "电梯又停了",
      },
      { number: "002", complainant: "匿名", contact: null },
      { number: "003" },
      { number: "004", kind: "repair" },
      { number: "005", project: "示例二期" },
      { number: "W001", source: "微信" },
    ]);
  });

  test("D15: complaints per thousand occupied households, the average of the period's months", async () => {
    const w = await march();
    const figures = {
      projectId: "project-1",
      version: 1,
      occupiedArea: 0,
      source: "entered",
      at: received,
      by: "p",
    } as const;
    w.organisation.months.push(
      { ...figures, month: "2026-02", occupiedHouseholds: 500 },
      { ...figures, month: "2026-03", occupiedHouseholds: 1500 },
    );
    await run(w, { from: "2026-02-01", to: "2026-03-31" });
    await build(w);
    const { comparison } = (await workbook(w)).peers;
    const rates = comparison.map(({ projectId, received: count, base, complaintRate }) => [
      projectId,
      count,
      base?.amount,
      complaintRate,
    ]);
    expect(rates).toContainEqual(["project-1", 3, 1, 3]);
  });

  test("headquarters is told once, each person, with the edition", async () => {
    const w = await march();
    await run(w);
    await build(w);
    w.noticeQueue.waiting.push(...w.noticeQueue.waiting);
    w.reactQueue.take();
    await w.drain();
    expect(w.sent.map(({ to, text, threadId }) => [to, text, threadId])).toEqual([
      ["headquarters-1@desk.example", "1", "report.2026-03"],
      ["headquarters-2@desk.example", "1", "report.2026-03"],
    ]);
  });

  test("the announcement shows the chart that was drawn for the edition, of one drawing", async () => {
    const w = await march();
    const drawn: string[] = [];
    const ports = {
      ...w.ports,
      charts: async (figures: MonthFigures) => {
        drawn.push(figures.classes.map(({ count }) => count).join());
        return { ...(await w.ports.charts(figures)), png: Uint8Array.of(drawn.length) };
      },
      renderer: { ...w.ports.renderer, render: ({ chart }: NoticeFacts) => rendered(chart) },
    };
    await run(w);
    for (let parts = w.reportQueue.take(); parts.length > 0; parts = w.reportQueue.take()) {
      for (const part of parts) await buildReportPart(ports, part);
    }
    expect(drawn).toHaveLength(3);
    for (const ref of w.noticeQueue.take()) await sendNotice(ports, ref);
    expect(w.sent.map(({ text }) => text)).toEqual(["1", "1"]);
  });

  test("parts in any order and repeated: the last one brings the company build, which issues one edition", async () => {
    const messages = fc.array(fc.constantFrom("project-1", "project-2", "company"), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(messages, async (early) => {
        const w = await march();
        const { id: runId } = await run(w);
        w.reportQueue.take();
        const done = new Set<string>();
        let issued = 0;
        for (const what of early) {
          const isCompany = what === "company";
          const message: ReportMessage = isCompany
            ? { kind: "company", runId }
            : { kind: "project", runId, projectId: what };
          if (!isCompany) done.add(what);
          await buildReportPart(w.ports, message);
          const mayBeIssued = done.size === 2 && isCompany;
          expect(w.reports.issued.length > issued).toBe(mayBeIssued && issued === 0);
          issued = w.reports.issued.length;
        }
        await run(w); // sends what is still missing
        await build(w);
        expect(w.reports.issued).toHaveLength(1);
        expect((await w.ports.reports.run(runId))?.finishedAt).toBeDefined();
        expect(w.notices.all()).toHaveLength(2);
      }),
      { numRuns: 15 },
    );
  });

  test("the process may die at any step of the company build: repeated, one edition whose file is the one it names", async () => {
    const points = await atEveryPoint(async (point) => {
      const w = await march();
      const { id: runId } = await run(w);
      for (const projectId of ["project-1", "project-2"]) {
        await buildReportPart(w.ports, { kind: "project", runId, projectId });
      }
      const message = { kind: "company", runId } as const;
      const quick = { ...w.ports, documents: plainDocuments };
      const died = await diesAt(quick, point, (ports) => buildReportPart(ports, message));
      w.clock.advance(60);
      await buildReportPart(quick, message);
      expect(w.reports.issued).toHaveLength(1);
      expect(w.notices.all()).toHaveLength(2);
      const file = w.reports.issued[0]?.files[0];
      const body = (await w.reportFiles.get(file?.key ?? "")) ?? new Uint8Array();
      expect(await w.ports.crypto.checksum(body)).toBe(file?.sha256);
      return { died };
    });
    expect(points).toBeGreaterThanOrEqual(20);
  }, 60_000);

  test("two company builds at once cannot make the issued file differ from its checksum", async () => {
    const w = await march();
    const { id: runId } = await run(w);
    for (const projectId of ["project-1", "project-2"]) {
      await buildReportPart(w.ports, { kind: "project", runId, projectId });
    }
    const message = { kind: "company", runId } as const;
    const overtaken = {
      ...w.ports,
      workbook: async (input: MonthlyWorkbookInput) => {
        await buildReportPart(w.ports, message);
        return new TextEncoder().encode(input.madeAt.repeat(2));
      },
    };
    await buildReportPart(overtaken, message);
    const file = w.reports.issued[0]?.files[0];
    const body = (await w.reportFiles.get(file?.key ?? "")) ?? new Uint8Array();
    expect(await w.ports.crypto.checksum(body)).toBe(file?.sha256);
  });

  test("the process may die at any step of a project's part: repeated, the run goes on", async () => {
    await atEveryPoint(async (point) => {
      const w = await march();
      const { id: runId } = await run(w, { projectId: "project-1" });
      w.reportQueue.take();
      const message = { kind: "project", runId, projectId: "project-1" } as const;
      const died = await diesAt(w.ports, point, (ports) => buildReportPart(ports, message));
      await buildReportPart(w.ports, message);
      await build(w);
      expect(w.reports.issued).toHaveLength(1);
      return { died };
    });
  });

  test("another build of the month is another edition; the first stays as it was", async () => {
    const w = await march();
    await run(w);
    await build(w);
    const first = structuredClone(w.reports.issued[0]);
    const before = await workbook(w, 0);
    await run(w, { by: "headquarters-1", key: "again", projectId: "project-2" });
    await build(w);
    expect(w.reports.issued.map(({ edition }) => edition)).toEqual([1, 2]);
    expect(w.reports.issued[0]).toEqual(first);
    expect(await workbook(w, 0)).toEqual(before);
    expect((await workbook(w, 1)).projects.map(({ name }) => name)).toEqual(["示例二期"]);
  });

  test("a sheet whose sums disagree is never printed", async () => {
    const w = await march();
    const { id: runId } = await run(w, { projectId: "project-1" });
    await buildReportPart(w.ports, { kind: "project", runId, projectId: "project-1" });
    const key = partKey(runId, "project-1");
    const part = JSON.parse(new TextDecoder().decode(await w.reportFiles.get(key)));
    part.cases[0].completedAt = "never";
    await w.reportFiles.put(key, new TextEncoder().encode(JSON.stringify(part)));
    await expect(build(w)).rejects.toThrow(/completedAt/);
    expect(w.reports.issued).toEqual([]);
  });

  test("unknown runs are errors the queue brings back", async () => {
    const w = await march();
    for (const message of [
      { kind: "company", runId: "nowhere" },
      { kind: "deadline", runId: "nowhere" },
      { kind: "project", runId: "nowhere", projectId: "project-1" },
    ] as const) {
      await expect(buildReportPart(w.ports, message)).rejects.toThrow(/unknown/);
    }
  });
});

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
    expect(await showJob(w.ports, id)).toEqual({ id, state: "running", done: 0, total: 3, errors: [] });
    await buildReportPart(w.ports, w.reportQueue.take()[0]!);
    expect(await showJob(w.ports, id)).toMatchObject({ state: "running", done: 1 });
    await run(w);
    await build(w);
    expect(jobView((await w.ports.reports.run(id))!)).toEqual({
      id,
      state: "done",
      done: 3,
      total: 3,
      result: { month: "2026-03", edition: 1 },
      errors: [],
    });
    expect(await showJob(w.ports, "nowhere")).toEqual({ problem: "unknown-job" });
  });
});
