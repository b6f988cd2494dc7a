import { Workbook } from "@cj-tech-master/excelts";
import { beforeEach, describe, expect, it } from "vitest";
import { readTable } from "../../../lib/adapters/tables/read-table.ts";
import { staffingOf } from "../../../lib/app/organisation/staffing.ts";
import { rosterReport, rosterView } from "../../../lib/contracts/rosters/views.ts";
import { holdersAt } from "../../../lib/domain/organisation/holders.ts";
import { at } from "../../support/builders.ts";
import { people, project } from "../../support/organisation.ts";
import { type Apis, apis, as } from "./support.ts";

let api: Apis;
beforeEach(() => {
  api = apis();
});

const utf8 = (text: string) => new TextEncoder().encode(text);
const csv = (...rows: readonly string[]) => utf8(["日期,开始,结束,岗位,部门,人员", ...rows].join("\r\n"));
const put = (
  bytes: Uint8Array,
  more: object = {},
  person: { readonly id: string } = people.projectManager,
  query: Record<string, string> = {},
) =>
  api.reports("PUT /rosters", {
    headers: as(person),
    query,
    body: {
      projectId: "project-1",
      month: "2026-02",
      file: { name: "值班表", content: Buffer.from(bytes).toString("base64") },
      ...more,
    },
  });
const shown = async (person: { readonly id: string } = people.clerk) =>
  rosterView.parse(
    (await api.reports("GET /rosters", { headers: as(person), query: { month: "2026-02" } })).json,
  );
const night = "2026-02-13,20:00,08:00,客服主管,,clerk-1";

describe("PUT /rosters, the duty roster (值班表)", () => {
  it("a dry run only tells; put in, it decides at once who holds the post; the same file again is no new version", async () => {
    const dry = rosterReport.parse(
      (await put(csv(night), {}, people.projectManager, { dryRun: "true" })).json,
    );
    expect(dry).toEqual({ rows: 1, valid: 1, applied: false, version: 0, faults: [] });
    expect((await shown()).version).toBe(0);

    expect((await put(csv(night))).json).toEqual({
      rows: 1,
      valid: 1,
      applied: true,
      version: 1,
      faults: [],
    });
    expect((await put(csv(night))).json.version).toBe(1);
    expect(await shown()).toMatchObject({ version: 1, by: "project-manager-1", shifts: [{ to: "08:00" }] });
    const late = at("2026-02-13 23:00");
    const staffing = await staffingOf(api.ports, project, late);
    expect(holdersAt("supervisor", project, late, staffing)).toEqual([
      { personId: "clerk-1", post: "supervisor" },
    ]);
    expect(
      (await put(csv(night, "2026-02-14,20:00,08:00,supervisor,,clerk-1@desk.example"))).json.version,
    ).toBe(2);
  });

  it("names every fault by row and column, and puts in nothing unless the right rows are confirmed", async () => {
    const file = csv(
      night,
      "2026-02-30,20:00,08:00,客服主管,,clerk-1",
      "2026-03-01,20:00,08:00,客服主管,,clerk-1",
      "2026-02-14,8点,24:30,店长,财务部,王五",
      "2026-02-15,24:00,08:00,客服主管,,stranger-1",
      night,
      "2026-02-16,,08:00,客服主管,工程部,clerk-1",
    );
    const refused = await put(file);
    expect(refused).toMatchObject({ status: 422, json: { code: "rows-at-fault" } });
    const named = refused.json.errors.map((e: { path: string; code: string }) => `${e.path} ${e.code}`);
    expect(named).toEqual([
      "rows.3.日期 bad-format",
      "rows.4.日期 other-month",
      "rows.5.开始 bad-format",
      "rows.5.结束 bad-format",
      "rows.5.岗位 unknown-post",
      "rows.5.部门 unknown-department",
      "rows.5.人员 unknown-person",
      "rows.6.开始 bad-format",
      "rows.6.人员 unknown-person",
      "rows.7 double-row",
      "rows.8.开始 required",
    ]);
    expect((await shown()).version).toBe(0);
    const confirmed = await put(file, { skipFaulty: true });
    expect(confirmed.json).toMatchObject({ rows: 7, valid: 1, applied: true, version: 1 });
    expect((await shown()).shifts).toHaveLength(1);
  });

  it("refuses a file without a right row even when confirmed, and wrong columns by their names", async () => {
    const wrong = await put(utf8("日期,开始,起始,岗位,岗位\n2026-02-13,08:00,x,客服主管,"), {
      skipFaulty: true,
    });
    expect(wrong.status).toBe(422);
    expect(wrong.json.errors.map((e: { path: string; code: string }) => [e.path, e.code])).toEqual([
      ["rows.1.起始", "unknown-column"],
      ["rows.1.岗位", "double-column"],
      ["rows.1.结束", "missing-column"],
      ["rows.1.人员", "missing-column"],
    ]);
    expect((await put(csv())).json.errors[0]).toMatchObject({ path: "rows.1", code: "empty" });
    expect((await put(csv(...Array<string>(2001).fill(night)))).json.errors[0].code).toBe("too-many-rows");
  });

  it("bytes that are no table are refused: broken zip, neither encoding, unclosed quotes, no base64, too large", async () => {
    for (const bytes of [
      utf8("PK\u0003\u0004 not a zip"),
      new Uint8Array([0xff, 0xff, 0xff]),
      csv('2026-02-13,"08:00'),
    ]) {
      expect((await put(bytes)).json).toMatchObject({ status: 422, code: "unreadable-file" });
    }
    const noBase64 = await put(csv(night), { file: { name: "a", content: "日期" } });
    expect(noBase64.json).toMatchObject({ status: 422, code: "invalid-request" });
    expect((await put(new Uint8Array(3_200_000))).status).toBe(413);
  });

  it("only the project's manager, its region and headquarters put it in; who has nothing there learns nothing", async () => {
    expect((await put(csv(night), {}, people.supervisor)).status).toBe(403);
    expect((await put(csv(night), {}, people.region)).status).toBe(200);
    expect((await put(csv(night), { projectId: "project-2" })).json.code).toBe("unknown-project");
    const strange = await api.reports("GET /rosters", {
      headers: as(people.stranger),
      query: { projectId: "project-1", month: "2026-02" },
    });
    expect(strange.json.code).toBe("unknown-project");
  });

  it("two people at once: one wins, the other is told", async () => {
    const both = await Promise.all([
      put(csv(night)),
      put(csv("2026-02-13,08:00,20:00,客服主管,,clerk-1"), {}, people.region),
    ]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(both.find(({ status }) => status !== 200)?.json.code).toBe("roster-changed");
    expect((await shown()).version).toBe(1);
  });

  it("the templates are files that the import reads, with all columns", async () => {
    for (const format of ["xlsx", "csv"]) {
      const answer = await api.reports("GET /rosters/template", {
        headers: as(people.clerk),
        query: { format },
      });
      expect(answer.headers["content-disposition"]).toContain("attachment");
      const table = await readTable(Buffer.from(answer.text, "base64"));
      expect(table.headings).toEqual(["日期", "开始", "结束", "岗位", "部门", "人员"]);
      expect(table.rows[1]?.cells.slice(0, 3)).toEqual(["2026-01-01", "20:00", "08:00"]);
    }
  });
});

describe("files as offices have them", () => {
  const rows = [{ number: 3, cells: ["2026-02-13", "20:00", "值班员𠮷"] }];

  it("csv in GB18030, in UTF-8 with and without BOM; empty rows keep the numbers of the others", async () => {
    const gbk = new Uint8Array([0xc8, 0xd5, 0xc6, 0xda, 0x2c, 0x61, 0x0a, 0x31, 0x2c, 0x32]);
    expect(await readTable(gbk)).toEqual({
      headings: ["日期", "a"],
      rows: [{ number: 2, cells: ["1", "2"] }],
    });
    const text = "日期,开始,人员\n,,\n 2026-02-13 ,20:00,值班员𠮷\n";
    expect((await readTable(utf8(text))).rows).toMatchObject(rows);
    expect(await readTable(utf8(`\uFEFF${text}`))).toEqual(await readTable(utf8(text)));
  });

  it("xlsx with real dates and times of day, formulas as they last gave, and rich text", async () => {
    const workbook = new Workbook();
    const sheet = workbook.addWorksheet("二月");
    sheet.addRow(["日期", "开始", "人员"]);
    sheet.addRow([]);
    sheet.addRow([
      new Date("2026-02-13T00:00:00Z"),
      20 / 24,
      { formula: 'CONCATENATE("值班员","𠮷")', result: "值班员𠮷" },
    ]);
    sheet.getCell("B3").numFmt = "hh:mm";
    sheet.addRow([{ richText: [{ text: "2026-" }, { text: "02-14" }] }, "08:00", true]);
    const table = await readTable(new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect(table.rows).toMatchObject([...rows, { number: 4, cells: ["2026-02-14", "08:00", "true"] }]);
  });
});
