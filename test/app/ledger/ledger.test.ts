import { describe, expect, test } from "vitest";
import { readTable } from "../../../lib/adapters/tables/read-table.ts";
import { tableXlsx } from "../../../lib/adapters/tables/write-table.ts";
import { exportHeadings, exportLedger } from "../../../lib/app/ledger/export-ledger.ts";
import { importLedger, type LedgerAsked } from "../../../lib/app/ledger/import-ledger.ts";
import { isProblem } from "../../../lib/app/problems/problem.ts";
import { buildReportPart } from "../../../lib/app/reports/run/build.ts";
import { startRun } from "../../../lib/app/reports/run/start.ts";
import { registeredValue } from "../../../lib/domain/complaint/document.ts";
import { at } from "../../support/builders.ts";
import { atEveryPoint, diesAt } from "../../support/crash.ts";
import { people } from "../../support/organisation.ts";
import { type World, world } from "../../support/world.ts";

const now = at("2026-03-02 10:00");
const headings = [
  "编号",
  "日期",
  "投诉人",
  "联系方式",
  "项目",
  "楼栋",
  "房间号",
  "投诉来源",
  "投诉分类",
  "投诉内容",
];
const old = [
  [
    "466",
    "2025-11-03",
    "业主甲",
    "13800000001",
    "示例一期",
    "3",
    "502",
    "呼叫中心",
    "物业服务",
    "楼道灯不亮",
  ],
  ["469", "2025-12-20", "匿名", "", "示例一期", "", "", "电话", "工程质量", "外墙开裂"],
  ["Q017", "2026-02-03", "业主乙", "b@home.example", "示例二期", "1", "101", "其他部门转达", "", "电梯异响"],
];

async function tableOf(rows: readonly (readonly string[])[], names: readonly string[] = headings) {
  return readTable(await tableXlsx("台账", names, rows));
}

async function put(w: World, rows: readonly (readonly string[])[], more: Partial<LedgerAsked> = {}) {
  const table = await tableOf(rows);
  return importLedger(w.ports, { table, dryRun: false, skipFaulty: false, ...more });
}

const all = (w: World) =>
  [...w.complaints.items.values()].toSorted((a, b) =>
    a.registration.number.localeCompare(b.registration.number),
  );

async function exported(w: World): Promise<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for await (const row of exportLedger(w.ports)) rows.push(row);
  return rows.toSorted((a, b) => String(a[0]).localeCompare(String(b[0])));
}

describe("an old ledger is put in", () => {
  test("numbers kept, counters behind them; found by number and phone; no clock, mail, timer or group", async () => {
    const w = world(now);
    expect(await put(w, old)).toEqual({
      rows: 3,
      imported: 3,
      already: 0,
      faults: [],
      ignored: [],
      highest: { "": 469, Q: 17 },
      unrated: 3,
    });
    await w.run(at("2026-04-01 10:00"));
    expect(all(w).map(({ registration }) => registration.number)).toEqual(["466", "469", "Q017"]);
    expect(all(w).map(({ status, clocks }) => [status, clocks.length])).toEqual([
      ["closed", 0],
      ["closed", 0],
      ["closed", 0],
    ]);
    expect([w.sent, [...w.timers.items], [...w.groups.items]]).toEqual([[], [], []]);
    for (const complaint of all(w)) expect(complaint.outbox).toEqual([]);
    const next = await w.receive({ channel: "phone", sourceId: "new" });
    expect(next.registration.number).toBe("470");
    const relayed = await w.receive({ channel: "relay", sourceId: "new" });
    expect(relayed.registration.number).toBe("Q018");
    expect(all(w)[1]?.registration.anonymous).toBe(true);
  });

  test("a dry run writes nothing; a fault keeps all out unless it is to be left out", async () => {
    const w = world(now);
    const faulty = [...old, ["470", "明天", "", "", "示例一期", "", "", "呼叫中心", "", "x"]];
    const before = await w.ports.counters.next("");
    expect(await put(w, faulty, { dryRun: true })).toMatchObject({ imported: 3, faults: [{ row: 5 }] });
    expect(await put(w, faulty)).toMatchObject({ imported: 0, faults: [{ row: 5, column: "日期" }] });
    expect([all(w).length, await w.ports.counters.next("")]).toEqual([0, before + 1]);
    expect(await put(w, faulty, { skipFaulty: true })).toMatchObject({ imported: 3 });
    expect(all(w)).toHaveLength(3);
  });

  test("broken off anywhere and run again, every row is there once", async () => {
    const table = await tableOf(old);
    const asked = { table, dryRun: false, skipFaulty: false };
    const points = await atEveryPoint(async (point) => {
      const w = world(now);
      const died = await diesAt(w.ports, point, (ports) => importLedger(ports, asked));
      const report = await importLedger(w.ports, asked);
      expect(report.imported + report.already).toBe(3);
      expect(all(w).map(({ registration }) => registration.number)).toEqual(["466", "469", "Q017"]);
      expect((await w.receive({ channel: "phone", sourceId: "new" })).registration.number).toBe("470");
      return { died };
    });
    expect(points).toBeGreaterThan(8);
  });

  test("a number that another complaint has, or that came before with other words, is a fault", async () => {
    const w = world(now);
    const taken = (await w.receive({ channel: "phone", sourceId: "live" })).registration.number;
    const clash = [[taken, ...old[0]!.slice(1)], old[2]!];
    expect(await put(w, clash)).toMatchObject({ imported: 0, faults: [{ row: 2, code: "number-taken" }] });
    expect(await put(w, [old[2]!])).toMatchObject({ imported: 1 });
    expect(await put(w, [old[2]!])).toMatchObject({ imported: 0, already: 1, faults: [] });
    const changed = [...old[2]!.slice(0, -1), "电梯又异响"];
    expect(await put(w, [changed])).toMatchObject({ imported: 0, faults: [{ code: "other-content" }] });
  });

  test("a customer of the ledger who calls again can have it taken up again", async () => {
    const w = world(now);
    await put(w, old);
    const id = all(w)[0]!.registration.id;
    await w.give(id, { type: "reopen", reason: "又不亮了" }, { person: people.manager });
    const again = await w.complaint(id);
    expect([again.status, again.cycle]).toEqual(["handling", 2]);
    expect(again.clocks.length).toBeGreaterThan(0);
  });
});

describe("what it counts for", () => {
  async function february(w: World) {
    w.clock.set(at("2026-03-01 02:00"));
    const run = await startRun(w.ports, { month: "2026-02", by: "headquarters-1", key: "k" });
    if (isProblem(run)) throw new Error(run.problem);
    for (let parts = w.reportQueue.take(); parts.length > 0; parts = w.reportQueue.take())
      for (const part of parts) await buildReportPart(w.ports, part);
    const [file] =
      w.reports.issued[0]?.files.filter(({ name }) => name.startsWith("complaints-2026-02")) ?? [];
    const body = await w.reportFiles.get(file?.key ?? "");
    return JSON.parse(new TextDecoder().decode(body));
  }

  test("without times it stands in the trend, apart, and moves no figure; with them it is a task like any other", async () => {
    const w = world(at("2026-02-10 10:00"));
    await put(w, old);
    const untimed = await february(w);
    const trend = (input: { views: { trend: { month: string; received: number; historical: number }[] } }) =>
      input.views.trend.map(({ month, received, historical }) => [month, received, historical]);
    expect(trend(untimed).filter(([, , historical]) => historical !== 0)).toEqual([
      ["2025-11", 0, 1],
      ["2025-12", 0, 1],
      ["2026-02", 0, 1],
    ]);

    const timed = world(at("2026-02-10 10:00"));
    const table = await tableOf(
      old.map((row) => [...row, "2026-02-06 18:00", row[0] === "466" ? "2026-02-07" : "2026-02-05"]),
      [...headings, "应完成", "完成"],
    );
    await importLedger(timed.ports, { table, dryRun: false, skipFaulty: false });
    const counted = await february(timed);
    expect(trend(counted).filter(([, received]) => received !== 0)).toEqual([
      ["2025-11", 1, 0],
      ["2025-12", 1, 0],
      ["2026-02", 1, 0],
    ]);
    const total = counted.views.sheet.rows.at(-1);
    expect(total).toMatchObject({ name: "汇总", B: 1, P: 3, Q: 2, S: 1 });
  });
});

describe("a full export", () => {
  async function lived(): Promise<World> {
    const w = world(at("2026-02-10 10:00:05"));
    await put(w, old);
    const { id } = (
      await w.receive({
        channel: "web",
        sourceId: "1",
        matter: "=1+1 楼道\n有“异味”, 请来",
        classCode: "1.2.1",
        complainant: { name: "业主丙", phone: "0371-66660000", email: "c@home.example" },
        location: { area: "二期", building: "08栋", unit: "1单元", room: "0601" },
      })
    ).registration;
    await w.give(id, { type: "assign", departmentId: "engineering" });
    await w.give(id, { type: "judge", validity: "valid", reason: "属实" });
    await w.give(id, { type: "resolve", via: "phone", text: "已清理" }, { person: people.handler });
    await w.give(id, { type: "follow-up", outcome: "reached", grade: 5 }, { person: people.manager });
    const gone = (
      await w.receive({ channel: "visit", sourceId: "2", complainant: { name: "丁", anonymous: true } })
    ).registration.id;
    await w.give(gone, { type: "withdraw", reason: "已自行解决" });
    await w.receive({ channel: "phone", sourceId: "3" });
    return w;
  }

  test("is read back: what is over comes out as it went in, what is open is told to be registered", async () => {
    const w = await lived();
    const rows = await exported(w);
    expect(rows).toHaveLength(6);
    const table = await tableOf(rows, exportHeadings);
    const other = world(w.clock.text());
    const report = await importLedger(other.ports, { table, dryRun: false, skipFaulty: true });
    const open = rows.filter((row) => row.at(-1) === "已登记" || row.at(-1) === "已处理，待回访");
    expect(report.faults.map(({ code }) => code)).toEqual(open.map(() => "still-open"));
    expect(report.imported).toBe(rows.length - open.length);
    expect(await exported(other)).toEqual(rows.filter((row) => !open.includes(row)));
    expect(await importLedger(other.ports, { table, dryRun: false, skipFaulty: true })).toMatchObject({
      imported: 0,
      already: report.imported,
    });
  });

  test("names nobody who is anonymous, and everybody else whole", async () => {
    const w = await lived();
    const text = JSON.stringify(await exported(w));
    expect(text).not.toContain("丁");
    expect(text).toContain("0371-66660000\\nc@home.example");
    const [web] = all(w).filter(({ registration }) => registration.channel === "web");
    expect(registeredValue(web!, "matter")).toContain("=1+1");
  });
});
