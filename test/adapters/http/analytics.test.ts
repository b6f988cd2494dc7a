import { Workbook } from "@cj-tech-master/excelts";
import { beforeEach, describe, expect, it } from "vitest";
import { buildMonthlyWorkbook } from "../../../lib/adapters/workbook/index.ts";
import { analyticsTable, figureComplaints } from "../../../lib/contracts/analytics/views.ts";
import { analyticsViewNames } from "../../../lib/domain/analytics/views.ts";
import { tileGroups, type WorkbookCell } from "../../../web/src/pages/figures/tiles.ts";
import { at } from "../../support/builders.ts";
import { known } from "../../support/http.ts";
import { people, project } from "../../support/organisation.ts";
import { type Apis, apis, as } from "./support.ts";

let api: Apis;
beforeEach(async () => {
  api = apis();
  Object.assign(api.here.ports, { workbook: buildMonthlyWorkbook });
  const [first = "", second = ""] = await Promise.all(
    [
      { classCode: "1.2.2", location: { building: "7", room: "101" } },
      { classCode: "1.7.2", channel: "wechat" },
      { projectId: "project-2", classCode: "1.2.2" },
    ].map(
      async (more, index) => (await api.receive({ sourceId: `c${index}`, ...more } as never)).registration.id,
    ),
  );
  for (const id of [first, second]) await api.give(id, { type: "assign", departmentId: "engineering" });
  api.here.clock.set(at("2026-02-13 12:30"));
  await api.give(first, { type: "reply", via: "phone", text: "今天上门" });
  await api.give(first, { type: "resolve", via: "phone", text: "已修复" });
  api.here.clock.set(at("2026-02-14 10:00"));
  await api.give(first, { type: "follow-up", outcome: "reached", grade: 5 }, { person: people.clerk });
  api.here.clock.set(at("2026-03-13 10:00"));
});

const get = (path: string, person: { readonly id: string }, query: Record<string, string> = {}) =>
  api.reports(`GET ${path}`, { headers: as(person), query });

const table = async (view: string, person: { readonly id: string }, query: Record<string, string> = {}) =>
  analyticsTable.parse((await get(`/analytics/${view}`, person, { month: "2026-02", ...query })).json);

const figures = async (view: string, key: string, query: Record<string, string> = {}) =>
  (await table(view, people.headquarters, query)).rows.find((row) => row.key === key)?.figures;

async function edition(): Promise<void> {
  const started = await api.reports("POST /reports/2026-02/build", {
    headers: { ...as(people.headquarters), "idempotency-key": "k" },
  });
  expect(started.status).toBe(202);
  await api.drain();
}

describe("the figures of a period", () => {
  it("say how a department, a handler and a building did, in counts, rates and hours", async () => {
    expect(await figures("departments", "project-1/engineering")).toMatchObject({
      received: 2,
      done: 1,
      inTime: 1,
      overdue: 1,
      timelyRate: 0.5,
      satisfied: 1,
      replied: 1,
      replyMedian: 2.5,
      result90: 2.5,
    });
    expect(await figures("buildings", "project-1/7")).toMatchObject({ received: 1 });
    expect(await figures("projects-by-class", "project-1")).toMatchObject({
      "1.2": 1,
      "1.7": 1,
      received: 2,
    });
    expect(await figures("hours", "fri")).toMatchObject({ h10: 3, received: 3 });
  });

  it("open into the complaints behind each, page by page", async () => {
    const open = async (query: Record<string, string>) =>
      figureComplaints.parse(
        (await get("/analytics/classes/complaints", people.headquarters, { month: "2026-02", ...query }))
          .json,
      );
    const first = await open({ row: "1.2", column: "received", limit: "1" });
    expect(first).toMatchObject({ total: 2 });
    const second = await open({ row: "1.2", column: "received", limit: "1", cursor: known(first.cursor) });
    expect(second.cursor).toBeUndefined();
    expect([...first.items, ...second.items].map(({ projectId }) => projectId).toSorted()).toEqual([
      "project-1",
      "project-2",
    ]);
    expect(await open({ column: "timelyRate" })).toMatchObject({ total: 3 });
  });

  it.each<[string, Record<string, string>, number, string]>([
    ["another row", { row: "9.9", column: "received" }, 404, "unknown-figure"],
    ["another column", { column: "speed" }, 404, "unknown-figure"],
    ["a cursor of no list", { column: "received", cursor: "x" }, 422, "invalid-request"],
    ["no column", {}, 422, "invalid-request"],
    ["a period that has not begun", { column: "received", month: "2026-04" }, 422, "period-not-begun"],
    [
      "dates in the wrong order",
      { column: "received", from: "2026-02-28", to: "2026-02-01" },
      422,
      "period-reversed",
    ],
    ["an edition there is not", { column: "received", edition: "7" }, 404, "unknown-report"],
    ["a level without its scope", { column: "received", level: "region" }, 422, "unknown-scope"],
  ])("refuses %s", async (_, query, status, code) => {
    const answer = await get("/analytics/classes/complaints", people.headquarters, {
      month: "2026-02",
      ...query,
    });
    expect([answer.status, answer.json]).toMatchObject([status, { code }]);
  });

  it("refuse a view there is not", async () => {
    expect((await get("/analytics/moods", people.headquarters)).status).toBe(422);
  });
});

describe("a person's part of the tree", () => {
  it.each([
    [people.headquarters, {}, ["project-1", "project-2"]],
    [people.headquarters, { level: "city", scope: "上海" }, ["project-1", "project-2"]],
    [people.region, {}, ["project-1"]],
    [people.region, { level: "region", scope: "east" }, ["project-1"]],
    [people.projectManager, { level: "project", scope: "project-1" }, ["project-1"]],
    [people.supervisor, {}, ["project-1"]],
  ])("%# is what is counted", async (person, query, projects) => {
    const answer = await table("projects", person, query);
    expect(answer.projects).toEqual(projects);
    expect(answer.rows.map(({ key }) => key)).toEqual([...projects, "total"]);
  });

  it.each([
    [people.region, { level: "company" }, 403, "forbidden"],
    [people.region, { level: "region", scope: "west" }, 422, "unknown-scope"],
    // Figures of a city that lack one of its projects would be taken for the city's.
    [people.region, { level: "city", scope: "上海" }, 422, "unknown-scope"],
    [people.projectManager, { level: "project", scope: "project-2" }, 422, "unknown-scope"],
    [people.handler, {}, 403, "forbidden"],
  ])("%# is all that is shown", async (person, query, status, code) => {
    const answer = await get("/analytics/projects", person, { month: "2026-02", ...query });
    expect([answer.status, answer.json]).toMatchObject([status, { code }]);
  });
});

describe("like with like (D15)", () => {
  it("compares a project with the company's average of its like, which opens nothing beyond one's own", async () => {
    const of = (person: Parameters<typeof table>[1], query = {}) => table("like", person, query);
    const whole = await of(people.headquarters);
    const mine = await of(people.projectManager);
    const pooled = known(whole.rows.find(({ key }) => key.startsWith("group/")));
    // The same figures whoever looks, and no row of a project that is another's.
    expect(mine.rows).toEqual([
      { ...pooled, closed: true },
      known(whole.rows.find(({ key }) => key === "project-1")),
    ]);
    expect(whole.rows.map(({ key }) => key)).toEqual([pooled.key, "project-1", "project-2"]);
    expect(pooled.closed).toBeUndefined();
    expect(mine.projects).toEqual(["project-1"]);
    const open = (person: Parameters<typeof table>[1]) =>
      get("/analytics/like/complaints", person, { month: "2026-02", row: pooled.key, column: "received" });
    expect((await open(people.projectManager)).json).toMatchObject({ code: "unknown-figure" });
    expect((await open(people.headquarters)).json).toMatchObject({ total: pooled.figures["received"] });
  });
});

/** What a cell of the workbook says: by its sheet, the beginning of its row and the head of its column. */
function cellIn(workbook: Workbook, { sheet: name, row, column }: WorkbookCell): unknown {
  const sheet = known(name === "own" ? workbook.worksheets[0] : workbook.getWorksheet(name));
  const text = (at: number, index: number) => valueOf(sheet.getCell(at, index).value);
  const line = known(
    Array.from({ length: sheet.rowCount }, (_, index) => index + 1).find((at) =>
      [String(text(at, 1)), [text(at, 1), text(at, 2)].map(String).join(" ")].includes(row),
    ),
  );
  const head = Array.from({ length: sheet.columnCount }, (_, index) => index + 1);
  const index = name === "own" ? column.charCodeAt(0) - 64 : head.find((one) => text(3, one) === column);
  return text(line, known(index));
}

/** 对比 adds up all it compares: there a project's own row is meant. */
function rowIn(cell: WorkbookCell, { level }: Record<string, string>): WorkbookCell {
  return cell.sheet === "对比" && level === "project" ? { ...cell, row: project.name } : cell;
}

function valueOf(value: unknown): unknown {
  return typeof value === "object" && value !== null && "result" in value ? value.result : value;
}

describe("an edition's figures", () => {
  it("are those of its files, cell by cell, and stay so when something happens afterwards", async () => {
    await edition();
    const file = known(
      api.here.reports.issued[0]?.files.find(({ name }) => name.startsWith("complaints-2026")),
    );
    const workbook = new Workbook();
    await workbook.xlsx.load(known(await api.here.reportFiles.get(file.key)));
    await api.receive({ sourceId: "late", receivedAt: at("2026-02-20 12:00") });
    let compared = 0;
    for (const view of analyticsViewNames) {
      const { title, rows, columns } = await table(view, people.headquarters, { edition: "1" });
      const sheet = workbook.getWorksheet(`${title}分析`);
      if (sheet === undefined) continue;
      expect(columns.map((_, index) => sheet.getCell(3, index + 2).value)).toEqual(
        columns.map(({ label }) => label),
      );
      for (const [at, row] of rows.entries()) {
        for (const [index, { key }] of columns.entries()) {
          expect(sheet.getCell(at + 4, index + 2).value).toBe(row.figures[key] ?? "–");
          compared += 1;
        }
      }
    }
    expect(compared).toBeGreaterThan(900);
    const d1 = await table("sheet", people.headquarters, { edition: "1" });
    const company = known(workbook.getWorksheet("公司"));
    for (const { key, figures: own } of d1.rows) {
      const line = [4, 5, 6, 7, 8, 9, 10, 11].find(
        (at) => company.getCell(`A${at}`).value === (key === "total" ? "汇总" : key),
      );
      for (const [letter, value] of Object.entries(own)) {
        const cell = company.getCell(`${letter}${line}`).value;
        expect(typeof cell === "object" && cell !== null && "result" in cell ? cell.result : cell).toBe(
          value ?? "–",
        );
      }
    }
    expect((await figures("projects", "total"))?.["received"]).toBe(4);
    expect((await figures("projects", "total", { edition: "1" }))?.["received"]).toBe(3);
  });

  it.each<[string, string, Record<string, string>]>([
    ["the company's", "complaints-2026", {}],
    ["a project's", "complaints-project-1-2026", { level: "project", scope: "project-1" }],
  ])("stand on the month page as in %s workbook: every tile with its cell", async (_, name, scope) => {
    await edition();
    const files = known(api.here.reports.issued[0]).files;
    const file = known(files.find((one) => one.name.startsWith(name) && one.name.endsWith(".xlsx")));
    const workbook = new Workbook();
    await workbook.xlsx.load(known(await api.here.reportFiles.get(file.key)));
    const tiles = tileGroups.flatMap((group) => group.tiles);
    const compared = await Promise.all(
      tiles.map(async ({ view, row, column, label, cell }) => {
        const { rows } = await table(view, people.headquarters, { edition: "1", ...scope });
        const figure = rows.find(({ key }) => key === row)?.figures[column];
        if (cell === undefined) return { label: label.zh, figure, cell: figure };
        return { label: label.zh, figure: figure ?? "–", cell: cellIn(workbook, rowIn(cell, scope)) };
      }),
    );
    for (const { label, figure, cell } of compared) expect([label, cell]).toEqual([label, figure]);
    expect(tiles.filter(({ cell }) => cell === undefined).map(({ label }) => label.zh)).toEqual([
      // The bulletin says it (D14), the workbook does not.
      "公司直接受理",
    ]);
    // Figures that could be told apart, not all of them zero.
    expect(new Set(compared.map(({ figure }) => figure)).size).toBeGreaterThan(3);
  });

  it("of a span are asked for with its month and number; once its records are gone it says so", async () => {
    await edition();
    for (const key of api.here.reportFiles.items.keys())
      if (key.startsWith("runs/")) api.here.reportFiles.items.delete(key);
    const answer = await get("/analytics/sheet", people.headquarters, { month: "2026-02", edition: "1" });
    expect([answer.status, answer.json]).toMatchObject([404, { code: "edition-not-kept" }]);
  });
});
