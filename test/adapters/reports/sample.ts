import type {
  ActionLine,
  EmergencyLine,
  LedgerRow,
  MonthlyWorkbookInput,
} from "../../../lib/app/ports/workbook-input.ts";
import type { ProjectPart } from "../../../lib/app/reports/content/project-part.ts";
import { type MonthlyWorkbook, monthlyWorkbooks } from "../../../lib/app/reports/files/workbooks.ts";
import type { Case } from "../../../lib/domain/statistics/case.ts";
import { monthlySheet } from "../../../lib/domain/statistics/index.ts";
import { task } from "../../domain/statistics/tasks.ts";

const march = { month: "2026-03", timeZone: "Asia/Shanghai", asOf: "2026-04-01T00:00:00+08:00" };

let running = 465;
function sampleCase(
  received: string,
  due: string,
  completed: string | null,
  more: Partial<Case> & { readonly projectId: string },
): Case {
  running += 1;
  return {
    ...task(received, due, completed),
    number: String(running),
    recordKind: "complaint",
    channel: "phone",
    firstFollowUpSatisfied: null,
    ...more,
  };
}

export const cases: readonly Case[] = [
  sampleCase("2026-03-02 09:00", "2026-03-05 18:00", "2026-03-04 10:00", {
    projectId: "p1",
    classCode: "1.7.2",
    level: "C",
    firstFollowUpSatisfied: true,
    causeFactor: "people.attitude",
  }),
  sampleCase("2026-03-10 09:00", "2026-03-13 18:00", "2026-03-16 10:00", {
    projectId: "p1",
    channel: "wechat",
  }),
  sampleCase("2026-02-20 09:00", "2026-02-25 18:00", null, { projectId: "p2", estateClass: "物业服务" }),
  sampleCase("2025-12-20 09:00", "2025-12-24 18:00", "2026-01-05 10:00", {
    projectId: "p2",
    estateClass: "物业服务",
    classCode: "1.2.1",
  }),
  sampleCase("2026-03-31 09:00", "2026-04-03 18:00", null, {
    projectId: "p2",
    estateClass: "营销管理",
    classCode: "1.7.4",
    channel: "government",
    reply: { dueAt: "2026-03-31T10:00:00Z", at: "2026-03-31T03:00:00Z" },
    external: {
      system: "=12345",
      ticketNo: "=20260402-7",
      dueAt: "2026-04-03T10:00:00Z",
      ticket: {
        returns: 1,
        signBy: "2026-03-31T05:00:00Z",
        repliedAt: "2026-03-31T09:00:00Z",
        rating: { at: "2026-03-31T12:00:00Z", contacted: "yes", solved: "no", satisfied: "not-rated" },
      },
    },
  }),
  sampleCase("2026-03-12 09:00", "2026-03-17 18:00", null, { projectId: "p2", validity: "invalid" }),
  sampleCase("2026-03-12 09:00", "2026-03-17 18:00", null, {
    projectId: "p2",
    recordKind: "opinion",
    level: "E",
    unjudged: true,
  }),
];

export const rowsOf = (projectId?: string) =>
  monthlySheet(
    cases.filter((one) => projectId === undefined || one.projectId === projectId),
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
  kind: "complaint",
  dueAt: "2026-03-09T10:00:00Z",
  completedAt: "2026-03-09T10:00:01Z",
  onTime: false,
  followedUpAt: "2026-03-10T02:00:00Z",
  gradeOrigin: "电话回访",
  grade: 4,
  point: null,
  unreachable: false,
  validity: null,
  ending: null,
  pausedHours: 26.5,
  pausedFor: ["owner-appointment"],
};

export const fire: EmergencyLine = {
  project: "森林湖",
  category: "safety.fire",
  outcome: "prevented",
  outsourced: true,
  occurredAt: "2026-03-08T22:05:00Z",
  place: "=地下车库",
  description: "充电棚冒烟,保安及时扑灭",
  dead: 0,
  injured: 1,
  loss: 1200.5,
  department: "秩序维护部",
  reporter: "李主管",
  phone: "139****0001",
  reports: 2,
  late: 1,
  status: "open",
};

export const action: ActionLine = {
  project: "森林湖",
  number: "466",
  point: "电梯困人",
  cause: "=1+1",
  measure: "更换门机",
  owner: "赵工",
  openedAt: "2026-03-11T02:00:00Z",
  dueAt: "2026-03-20T10:00:00Z",
  evidencedAt: "2026-03-19T02:00:00Z",
  verifiedAt: null,
  onTime: false,
};

const parts: readonly ProjectPart[] = [
  {
    projectId: "p1",
    name: "森林湖",
    type: "普通住宅",
    floorArea: 180_000,
    households: 1000,
    ledger: [entry],
    emergencies: [fire],
    actions: [action],
    stories: [],
  },
  {
    projectId: "p2",
    name: "翠湖苑项目",
    type: "大厦",
    floorArea: 80_000,
    ledger: [],
    emergencies: [],
    actions: [],
    stories: [],
  },
].map((part) => ({ ...part, cases: cases.filter(({ projectId }) => projectId === part.projectId) }));

/** The workbooks of a small month of two projects: the company's and each project's. */
export function sampleWorkbooks(): MonthlyWorkbook[] {
  const frame = { company: "示例地产", ...march, madeAt: "2026-04-01T02:00:00+08:00" };
  return [...monthlyWorkbooks(frame, parts)];
}

/** The company's workbook of that month. */
export function sampleInput(more: Partial<MonthlyWorkbookInput> = {}): MonthlyWorkbookInput {
  const [company] = sampleWorkbooks();
  return { ...company!.input, ...more };
}
