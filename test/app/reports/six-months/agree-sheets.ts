import { expect } from "vitest";
import type { Seen } from "./account.ts";
import type { Built } from "./built.ts";
import { cityOf, nameOf, projectIds, regionOf } from "./company.ts";
import {
  accepted,
  byProject,
  d1,
  d1Row,
  d1Rows,
  type Edition,
  isTask,
  judged,
  k83Row,
  k83Rows,
  outcome,
  tally,
  tasks,
} from "./figures.ts";
import type { Opened, Rows, Shown } from "./opened.ts";
import { local } from "./working-days.ts";

/** D1's eight rows of some complaints. */
function sheetOf(list: readonly Seen[], edition: Edition) {
  return [
    ...d1Rows.map((name) => ({
      name,
      ...d1(
        list.filter(({ classCode }) => d1Row(classCode) === name),
        edition,
      ),
    })),
    { name: "汇总", ...d1(list, edition) },
  ];
}

/** D1 of the company, of each region, city and project, in every workbook that has it. */
export async function agreeStatistics(built: Built, all: readonly Seen[], edition: Edition): Promise<void> {
  for (const file of ["complaints", "statistics"]) {
    const workbook = await built.workbook(file);
    const check = (sheet: string, list: readonly Seen[]) =>
      expect({ file, sheet, rows: workbook.statistics(sheet) }).toEqual({
        file,
        sheet,
        rows: sheetOf(list, edition),
      });
    check("公司", all);
    for (const id of projectIds) {
      const of = (place: (id: string) => string) => all.filter((one) => place(one.projectId) === place(id));
      check(`${regionOf(id)}区域`, of(regionOf));
      check(`${cityOf(id)}城市公司`, of(cityOf));
      check(
        nameOf(id),
        of((one) => one),
      );
    }
  }
  for (const [id, list] of byProject(all)) {
    const own = await built.workbook(`complaints-${id}`);
    expect([id, own.statistics("统计报表")]).toEqual([id, sheetOf(list, edition)]);
  }
}

/** The views of the company's workbook. */
export async function agreeViews(built: Built, all: readonly Seen[], edition: Edition): Promise<void> {
  const workbook = await built.workbook("complaints");
  classes(workbook, all, edition);
  points(workbook, all, edition);
  causes(workbook, all, edition);
  performance(workbook, all, edition);
  backlog(workbook, all, edition);
  details(workbook, all, edition);
}

function classes(workbook: Opened, all: readonly Seen[], edition: Edition): void {
  const rows = workbook.table("分类统计").filter((row) => row["记录类型"] === "投诉");
  const received = accepted(all, edition);
  for (const name of k83Rows) {
    const own = received.filter(({ classCode }) => k83Row(classCode) === name);
    const { total, valid, assisted, invalid, unjudged, ended } = judged(own);
    const levels = Object.fromEntries(
      ["A", "B", "C"].map((level) => [level, own.filter((one) => one.level === level).length]),
    );
    expect(rows.find((row) => row["分类（K8.3-F2）"] === name)).toMatchObject({
      合计: total,
      有效: valid,
      协助处理: assisted,
      无效: invalid,
      未判定: unjudged,
      "撤销/转出/合并": ended,
      ...levels,
    });
  }
}

function points(workbook: Opened, all: readonly Seen[], edition: Edition): void {
  const own = tasks(all, edition);
  const counts = tally(own, ({ classCode }) => classCode ?? "未分类");
  const shown = workbook.table("投诉点").filter((row) => typeof row["序号"] === "number");
  const of = (row: Rows[number]) =>
    [String(row["编码"] ?? row["投诉点"]), row["本月件数"] ?? row["本期件数"] ?? 0] as const;
  const found = new Map(shown.map(of).filter(([, count]) => count !== 0));
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(counts));
}

const causeNames: Readonly<Record<string, string>> = {
  "people.attitude": "服务态度",
  "people.conduct": "服务规范",
  "people.skill": "服务技能",
  "equipment.appearance": "外观完好性",
  "equipment.quality": "质量合格性",
  "equipment.function": "功能适用性",
  "material.durability": "耐用性",
  "material.economy": "经济性",
  "material.accuracy": "准确性",
};

function causes(workbook: Opened, all: readonly Seen[], edition: Edition): void {
  const own = tasks(all, edition);
  const rows = workbook.table("人机料法环");
  for (const [cause, name] of Object.entries(causeNames)) {
    const row = rows.find((one) => one["细项"] === name);
    const list = own.filter((one) => one.cause === cause);
    expect([cause, row?.["合计"]]).toEqual([cause, list.length]);
    for (const top of k83Rows)
      expect([cause, top, row?.[top]]).toEqual([
        cause,
        top,
        list.filter(({ classCode }) => k83Row(classCode) === top).length,
      ]);
  }
}

/** D8's figures by region, city, project and channel, and like with like. */
function performance(workbook: Opened, all: readonly Seen[], edition: Edition): void {
  const own = tasks(all, edition);
  const check = (sheet: string, heading: string, labelOf: (one: Seen) => string) => {
    const rows = workbook.table(sheet);
    for (const label of new Set(own.map(labelOf))) {
      const row = rows.find((one) => one[heading] === label);
      expect([sheet, label, row]).toEqual([
        sheet,
        label,
        expect.objectContaining(
          figures(
            own.filter((one) => labelOf(one) === label),
            edition,
          ),
        ),
      ]);
    }
    if (own.length > 0) expect(rows.at(-1)).toMatchObject({ [heading]: "汇总", ...figures(own, edition) });
  };
  check("区域分析", "区域", ({ projectId }) => regionOf(projectId));
  check("城市公司分析", "城市公司", ({ projectId }) => cityOf(projectId));
  check("项目分析", "项目", ({ projectId }) => nameOf(projectId));
  check("楼栋分析", "楼栋", ({ projectId, building }) => `${nameOf(projectId)} ${building}`);
  const compared = workbook.table("对比");
  for (const [id, list] of byProject(own)) {
    const { received, done, handlingRate, timelyRate, satisfaction } = outcome(list, edition.asOf);
    expect(compared.find((row) => row["项目"] === nameOf(id))).toMatchObject({
      本期任务: received,
      已处理: done,
      处理率: handlingRate,
      及时率: timelyRate,
      首次回访满意率: satisfaction,
    });
  }
}

function figures(list: readonly Seen[], { asOf }: Edition) {
  const {
    received,
    done,
    inTime,
    open,
    overdue,
    handlingRate,
    timelyRate,
    reached,
    satisfied,
    satisfaction,
    paused,
  } = outcome(list, asOf);
  return {
    任务: received,
    完成: done,
    按时完成: inTime,
    超期完成: done - inTime,
    未完成: open,
    超期未完成: overdue,
    处理完成率: handlingRate,
    完成及时率: timelyRate,
    首次回访接通: reached,
    首次回访满意: satisfied,
    首次回访满意率: satisfaction,
    曾暂停: paused,
  };
}

function backlog(workbook: Opened, all: readonly Seen[], { asOf }: Edition): void {
  const open = all.filter((one) => isTask(one) && one.done === undefined);
  const days = (one: Seen) => (Date.parse(asOf) - Date.parse(one.receivedAt)) / 86_400_000;
  const between = (from: number, to: number) =>
    open.filter((one) => from <= days(one) && days(one) < to).length;
  if (open.length === 0) return;
  expect(workbook.table("积压分析").at(-1)).toMatchObject({
    项目: "汇总",
    未完成: open.length,
    "1天内": between(0, 1),
    "1–3天": between(1, 3),
    "3–7天": between(3, 7),
    "7–15天": between(7, 15),
    "15–30天": between(15, 30),
    "30天及以上": between(30, 1e6),
    其中超期: open.filter(({ dueAt = "" }) => dueAt < asOf).length,
  });
}

/** 明细: each complaint that is behind any figure, with its two instants: says which one it is, where a figure differs. */
export async function agreeComplaints(built: Built, all: readonly Seen[], { start }: Edition): Promise<void> {
  const rows = (await built.workbook("complaints")).table("明细", 4);
  const minute = (at: string | undefined) => (at === undefined ? null : local(at).slice(0, 16));
  const behind = all.filter((one) => isTask(one) || (start <= one.receivedAt && one.unrated !== true));
  const shown = (cell: Shown | undefined) => (typeof cell === "string" ? cell.slice(0, 16) : null);
  expect(rows.map((row) => `${row["编号"]} ${shown(row["应完成"])} ${shown(row["完成"])}`).sort()).toEqual(
    behind.map(({ number, dueAt, done }) => `${number} ${minute(dueAt)} ${minute(done)}`).sort(),
  );
}

/** 明细: the ones under each letter add up to D1. */
function details(workbook: Opened, all: readonly Seen[], edition: Edition): void {
  const rows = workbook.table("明细", 4);
  const letters = ["B", "C", "D", "E", "J", "K", "M", "P", "Q", "S"];
  const sums = letters.map((letter) => [
    letter,
    rows.reduce((sum, row) => sum + Number(row[letter] ?? 0), 0),
  ]);
  const expected = d1(all, edition);
  expect(sums).toEqual(letters.map((letter) => [letter, expected[letter]]));
}

/** A figure as a CSV writes it. */
function asText(value: unknown): string {
  if (value === null) return "";
  if (typeof value === "number") return String(Math.round(value * 1e4) / 1e4);
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** CSV and JSON lines: D1's rows and the ledger's. */
export async function agreeExports(built: Built, all: readonly Seen[], edition: Edition): Promise<void> {
  const rows = await built.lines("sheet");
  const told = (project: string | null, list: readonly Seen[]) =>
    expect(rows.filter((row) => row["project"] === project)).toEqual(
      sheetOf(list, edition).map((row) => ({ project, ...row })),
    );
  told(null, all);
  for (const [id, list] of byProject(all)) told(nameOf(id), list);
  const [, ...cells] = await built.cells("sheet");
  expect(cells).toEqual(
    rows.map(({ project, ...row }) => [asText(project ?? "公司"), ...Object.values(row).map(asText)]),
  );
  await agreeLedger(built, all, edition);
}

async function agreeLedger(built: Built, all: readonly Seen[], { start, end, asOf }: Edition): Promise<void> {
  const own = all.filter((one) => start <= one.receivedAt && one.receivedAt < end && one.unrated !== true);
  const onTime = ({ done, ended, dueAt = "" }: Seen) =>
    ended !== undefined ? null : done === undefined ? (dueAt < asOf ? false : null) : done <= dueAt;
  const rows = (await built.lines("ledger")).map((row) => [
    row["number"],
    row["receivedAt"],
    row["dueAt"],
    row["completedAt"],
    row["onTime"],
    row["grade"],
  ]);
  const expected = own.map((one) => [
    one.newNumber === undefined ? one.number : `${one.number}/${one.newNumber}`,
    one.receivedAt,
    one.dueAt,
    one.done ?? null,
    onTime(one),
    one.answer?.grade ?? null,
  ]);
  const sorted = (list: readonly (readonly unknown[])[]) =>
    list.toSorted((a, b) => (String(a) < String(b) ? -1 : 1));
  expect(sorted(rows)).toEqual(sorted(expected));
  const [, ...cells] = await built.cells("ledger");
  const numbers = (list: readonly (readonly unknown[])[]) => sorted(list.map(([number]) => [number]));
  expect(numbers(cells)).toEqual(numbers(rows));
}
