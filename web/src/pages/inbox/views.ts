import type { Words } from "../../../../lib/domain/words/words.ts";
import { type Pressing, pressing } from "../../parts/open-complaints/pressing.ts";
import type { Row } from "../../parts/open-complaints/row.ts";

export interface ViewContext {
  /** Epoch milliseconds by the server's clock. */
  readonly now: number;
  /** Epoch milliseconds of the next midnight at the project. */
  readonly endOfToday: number;
  readonly personId: string;
}

export const viewNames = [
  "all",
  "today",
  "late",
  "unread",
  "judge",
  "assign",
  "followUp",
  "grave",
  "mine",
  "group",
] as const;
export type ViewName = (typeof viewNames)[number];

export const viewWords = {
  all: { zh: "全部", en: "all" },
  today: { zh: "今日到期", en: "due today" },
  late: { zh: "已超时", en: "late" },
  unread: { zh: "客户来信", en: "customer wrote" },
  judge: { zh: "待判", en: "to judge" },
  assign: { zh: "待派", en: "to assign" },
  followUp: { zh: "待回访", en: "to follow up" },
  grave: { zh: "A·B", en: "A and B" },
  mine: { zh: "我的", en: "mine" },
  group: { zh: "群诉", en: "groups" },
} as const satisfies Readonly<Record<ViewName, Words>>;

/** True if an open complaint belongs into a view. */
export function isIn(view: ViewName, row: Row, { now, endOfToday, personId }: ViewContext): boolean {
  switch (view) {
    case "all":
      return true;
    case "today":
      return pressing(row).dues.some((due) => due >= now && due < endOfToday);
    case "late":
      return isLate(pressing(row), now);
    case "unread":
      return row.unread > 0;
    case "judge":
      return row.validity === undefined && row.recordKind === "complaint";
    case "assign":
      return row.status === "registered" && row.validity !== "invalid" && row.departmentId === undefined;
    case "followUp":
      return row.status === "resolved";
    case "grave":
      return row.level === "A" || row.level === "B";
    case "mine":
      return row.handlerId === personId;
    case "group":
      return row.group !== undefined;
  }
}

function isLate({ dues: [first] }: Pressing, now: number): boolean {
  return first !== undefined && first < now;
}

/** How many complaints each view holds. */
export function countViews(rows: readonly Row[], context: ViewContext): Readonly<Record<ViewName, number>> {
  const counts = {
    all: 0,
    today: 0,
    late: 0,
    unread: 0,
    judge: 0,
    assign: 0,
    followUp: 0,
    grave: 0,
    mine: 0,
    group: 0,
  };
  for (const row of rows) {
    for (const view of viewNames) if (isIn(view, row, context)) counts[view] += 1;
  }
  return counts;
}

/** What one types to find a row: number, room, name or words of the matter. */
export function matchesText(row: Row, typed: string): boolean {
  const wanted = typed.trim().toLowerCase();
  return wanted === "" || pressing(row).text.includes(wanted);
}

/** The rows at hand, then what else the desk has found. */
export function withFound(rows: readonly Row[], found: readonly Row[]): readonly Row[] {
  const known = new Set(rows.map(({ id }) => id));
  const others = found.filter(({ id }) => !known.has(id));
  return others.length === 0 ? rows : [...rows, ...others];
}
