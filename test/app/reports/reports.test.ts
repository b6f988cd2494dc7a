import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sendNotice } from "../../../lib/app/notices/send.ts";
import type { MonthFigures } from "../../../lib/app/ports/document-input.ts";
import type { NoticeFacts } from "../../../lib/app/ports/notices.ts";
import type { ReportMessage } from "../../../lib/app/ports/queues.ts";
import type { MonthlyWorkbookInput } from "../../../lib/app/ports/workbook-input.ts";
import { partKey } from "../../../lib/app/reports/content/project-part.ts";
import { buildReportPart } from "../../../lib/app/reports/run/build.ts";
import { startDueRuns } from "../../../lib/app/reports/run/due-runs.ts";
import { atEveryPoint, diesAt } from "../../support/crash.ts";
import {
  build,
  endOfMonth,
  march,
  type Printed,
  plainDocuments,
  received,
  rendered,
  run,
  workbook,
} from "./march.ts";

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
  });

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
