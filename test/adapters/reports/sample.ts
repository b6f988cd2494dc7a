import type { LedgerRow, MonthlyWorkbookInput } from "../../../lib/adapters/reports/index.ts";
import { monthlySheet, type StatTask } from "../../../lib/domain/statistics/index.ts";
import { task } from "../../domain/statistics/tasks.ts";

const march = { month: "2026-03", timeZone: "Asia/Shanghai", asOf: "2026-04-01T00:00:00+08:00" };

const tasks: readonly StatTask[] = [
  task("2026-03-02 09:00", "2026-03-05 18:00", "2026-03-04 10:00"),
  task("2026-03-10 09:00", "2026-03-13 18:00", "2026-03-16 10:00"),
  task("2026-02-20 09:00", "2026-02-25 18:00", null, { projectId: "p2", estateClass: "物业服务" }),
  task("2025-12-20 09:00", "2025-12-24 18:00", "2026-01-05 10:00", {
    projectId: "p2",
    estateClass: "物业服务",
  }),
  task("2026-03-31 09:00", "2026-04-03 18:00", null, { projectId: "p2", estateClass: "营销管理" }),
];

export const rowsOf = (projectId?: string) =>
  monthlySheet(
    tasks.filter((one) => projectId === undefined || one.projectId === projectId),
    march,
  ).rows;

export const entry: LedgerRow = {
  number: "466",
  receivedAt: "2026-03-04T16:30:00Z",
  complainant: "王先生",
  contact: "138****0000",
  project: "郑州·森林湖",
  area: "一期",
  building: "32",
  unit: null,
  room: "503",
  source: "呼叫中心",
  class: "销售管理",
  matter: "反映购房时参与活动所赠免费洗车卡到期不能使用",
};

/** A small month of two projects. */
export function sampleInput(more: Partial<MonthlyWorkbookInput> = {}): MonthlyWorkbookInput {
  return {
    company: "示例地产",
    ...march,
    madeAt: "2026-04-01T02:00:00+08:00",
    companyRows: rowsOf(),
    projects: [
      { name: "森林湖", rows: rowsOf("p1") },
      { name: "翠湖苑项目", rows: rowsOf("p2") },
    ],
    ledger: [entry],
    ...more,
  };
}
