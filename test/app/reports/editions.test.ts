import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { isProblem } from "../../../lib/app/problems/problem.ts";
import { csv, jsonLines } from "../../../lib/app/reports/files/csv.ts";
import { listReports } from "../../../lib/app/reports/files/read.ts";
import { buildReportPart } from "../../../lib/app/reports/run/build.ts";
import { type BuildRequest, startRun } from "../../../lib/app/reports/run/start.ts";
import { at } from "../../support/builders.ts";
import { people } from "../../support/organisation.ts";
import { type World, world } from "../../support/world.ts";

async function build(w: World, more: Partial<BuildRequest> = {}): Promise<void> {
  const run = await startRun(w.ports, { month: "2026-03", by: "headquarters-1", key: "k", ...more });
  if (isProblem(run)) throw new Error(run.problem);
  for (let parts = w.reportQueue.take(); parts.length > 0; parts = w.reportQueue.take()) {
    for (const part of parts) await buildReportPart(w.ports, part);
  }
}

/** Two complaints of March; the second is resolved on the 5th, which is entered only on 3 April. */
async function march(): Promise<World & { readonly late: string }> {
  const w = world(at("2026-03-02 10:00"));
  await w.receive({ sourceId: "a", matter: "=cmd|'/c calc'!A1" });
  const { registration } = await w.receive({ sourceId: "b" });
  await w.give(registration.id, { type: "assign", departmentId: "engineering" });
  await w.run(at("2026-04-01 02:00"));
  return { ...w, late: registration.id };
}

async function file(w: World, edition: number, name: string): Promise<string> {
  const found = w.reports.issued[edition - 1]?.files.find((one) => one.name.startsWith(name));
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await w.reportFiles.get(found?.key ?? ""));
}

describe("the files of an edition", () => {
  test("workbook, sheet and ledger for other programs, and all of them in one zip, with size and checksum", async () => {
    const w = await march();
    await build(w);
    const files = w.reports.issued[0]?.files ?? [];
    expect(files.map(({ name }) => name)).toEqual([
      "complaints-2026-03-edition-1.xlsx",
      "statistics-2026-03-edition-1.xlsx",
      "sheet-2026-03-edition-1.csv",
      "sheet-2026-03-edition-1.jsonl",
      "ledger-2026-03-edition-1.csv",
      "ledger-2026-03-edition-1.jsonl",
      "chart-2026-03-edition-1.png",
      "bulletin-2026-03-edition-1.docx",
      "monthly-2026-03-edition-1.docx",
      "classification-2026-03-edition-1.docx",
      "complaints-project-1-2026-03-edition-1.xlsx",
      "analysis-project-1-2026-03-edition-1.docx",
      "complaints-project-2-2026-03-edition-1.xlsx",
      "analysis-project-2-2026-03-edition-1.docx",
      "all-2026-03-edition-1.zip",
    ]);
    const titled = (await listReports(w.ports, people.headquarters, "2026-03"))[0]?.files ?? [];
    expect(titled[0]?.title).toBe("2026年3月客户投诉处理统计报表（第1版）.xlsx");
    expect(titled.find(({ name }) => name.startsWith("analysis-project-1"))?.title).toBe(
      "示例一期2026年3月投诉分析报告（第1版）.docx",
    );
    const zip = unzipSync((await w.reportFiles.get(files.at(-1)?.key ?? "")) ?? new Uint8Array());
    for (const { name, title, key, size, sha256 } of titled) {
      const body = (await w.reportFiles.get(key)) ?? new Uint8Array();
      expect([body.byteLength, await w.ports.crypto.checksum(body)]).toEqual([size, sha256]);
      expect(name.endsWith(".zip") || Buffer.from(zip[title] ?? []).equals(body)).toBe(true);
    }
  });

  test("CSV opens in Excel: BOM, CRLF, every text quoted, a customer's formula only a text", async () => {
    const w = await march();
    await build(w);
    const ledger = await file(w, 1, "ledger-2026-03-edition-1.csv");
    expect(ledger.startsWith('\uFEFF"编号","日期","投诉人"')).toBe(true);
    expect(ledger).toContain(`"'=cmd|'/c calc'!A1"`);
    const sheet = (await file(w, 1, "sheet-2026-03-edition-1.csv")).split("\r\n");
    expect(sheet[0]).toMatch(/^\uFEFF"项目","分类","B","C",.*"U"$/);
    expect(sheet[8]).toMatch(/^"公司","汇总",2,2,0,0,0,0,0,0,2,/);
    expect(sheet).toHaveLength(1 + 3 * 8 + 1);
    const rows = (await file(w, 1, "ledger-2026-03-edition-1.jsonl")).trimEnd().split("\n");
    expect(rows.map((row) => JSON.parse(row).matter)).toEqual(["=cmd|'/c calc'!A1", "电梯又停了"]);
  });

  test("nobody can change an issued file for three years", async () => {
    const w = await march();
    await build(w);
    for (const { key } of w.reports.issued[0]?.files ?? []) {
      expect(w.reportFiles.locks.get(key)).toBe("2029-03-30T18:00:00.000Z");
      await expect(w.reportFiles.put(key, new Uint8Array([1]))).rejects.toThrow(/locked/);
    }
  });
});

describe("a table as CSV", () => {
  const cells = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("=1+1", "＝1", " +86", "\t@x", "-", 'a"b'),
  );

  test("reads back as it was but for the apostrophe, control and direction characters, and no line of it begins a formula", () => {
    fc.assert(
      fc.property(
        fc.array(
          cells.filter((text) => !/[\r\n]/.test(text)),
          { maxLength: 20 },
        ),
        (texts) => {
          const text = strFromU8(csv([{ header: "h", value: (row: string) => row }], texts));
          const lines = text
            .replace(/^\uFEFF/, "")
            .split("\r\n")
            .slice(1, -1);
          const read = lines.map((line) => line.slice(1, -1).replaceAll('""', '"'));
          expect(read.map((one) => one.replace(/^'(?=[\s\p{Cc}]*[=+\-@＝＋－＠])/u, ""))).toEqual(
            texts.map((one) => {
              const shown = one.replace(/[[\p{Cc}--\t][\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]]/gv, "");
              return new TextDecoder().decode(new TextEncoder().encode(shown));
            }),
          );
          for (const one of read) expect(one).not.toMatch(/^[\s\p{Cc}]*[=+\-@＝＋－＠]/u);
        },
      ),
    );
  });

  test("numbers, nothing and truth stay what they are", () => {
    const columns = [{ header: "值", value: ({ v }: { v: number | null | boolean }) => v }];
    expect(strFromU8(csv(columns, [{ v: -1.5 }, { v: null }, { v: true }]))).toBe(
      '"值"\r\n-1.5\r\n\r\ntrue\r\n',
    );
    expect(strFromU8(jsonLines([{ a: 1 }, { b: "\n" }]))).toBe('{"a":1}\n{"b":"\\n"}\n');
  });
});

describe("a correction", () => {
  test("is edition 2 and lists which figures and complaints changed; edition 1 and its cut-off stay", async () => {
    const w = await march();
    await build(w, { key: "first" });
    w.clock.set(at("2026-04-03 09:00"));
    const occurredAt = at("2026-03-05 10:00");
    await w.give(w.late, { type: "resolve", via: "phone", text: "已修复", occurredAt });
    await build(w, { key: "as-it-was", asOf: at("2026-04-01 00:00") });
    await build(w, { key: "now", asOf: at("2026-04-03 09:00") });
    const [first, same, corrected] = w.reports.issued;
    expect(first?.correction).toBeUndefined();
    expect(same).toMatchObject({
      edition: 2,
      figures: first?.figures,
      correction: { of: 1, figures: [], complaints: 0 },
    });
    expect(corrected).toMatchObject({
      edition: 3,
      issuedBy: "headquarters-1",
      correction: { of: 2, complaints: 1 },
    });
    expect(corrected?.correction?.figures).toContainEqual({ row: "汇总", column: "D", from: 0, to: 1 });
    const changes = await file(w, 3, "changes");
    expect(changes).toContain('"公司",,"统计报表 汇总 D列","0","1"');
    expect(changes).toContain('"示例一期","002","完成",,"2026-03-05 10:00"');
  });

  test("is compared with the last edition of the same projects and period only", async () => {
    const w = await march();
    await build(w, { key: "company" });
    await build(w, { key: "one", projectId: "project-1" });
    await build(w, { key: "span", to: "2026-03-10" });
    await build(w, { key: "again" });
    expect(w.reports.issued.map(({ correction }) => correction?.of)).toEqual([
      undefined,
      undefined,
      undefined,
      1,
    ]);
  });

  test("takes in what came late in the books, and nothing that happened after the month", async () => {
    const w = await march();
    await build(w, { key: "first" });
    await w.receive({ sourceId: "c", receivedAt: at("2026-03-31 23:59") });
    await w.give(w.late, { type: "withdraw", reason: "业主撤诉" });
    w.clock.set(at("2026-06-10 09:00"));
    await w.receive({ sourceId: "june" });
    await build(w, { key: "second" });
    const changes = await file(w, 2, "changes");
    expect(changes).toContain('"003","新计入"');
    expect(changes).not.toContain("撤销");
    expect(changes).toContain('"公司",,"统计报表 汇总 P列","2","3"');
    expect(w.reports.issued[1]).toMatchObject({
      asOf: "2026-03-31T15:59:59.999Z",
      recordedUntil: at("2026-06-10 09:00"),
    });
  });
});

test("the same key for something else is refused, not silently the first run", async () => {
  const w = await march();
  await build(w);
  for (const other of [{ projectId: "project-1" }, { asOf: at("2026-03-31 00:00") }, { to: "2026-03-10" }]) {
    const refused = await startRun(w.ports, { month: "2026-03", by: "headquarters-1", key: "k", ...other });
    expect(refused).toEqual({ problem: "key-reused" });
  }
});
