import { defined } from "../present.ts";
import { householdAddress, identityOf } from "./households.ts";
import { isPhone } from "./identity/contact.ts";
import type { Household, HouseholdKind } from "./organisation.ts";
import {
  columnsOf,
  dateOf,
  doubleRow,
  type RowFault,
  type RowReader,
  rowReader,
  type TableColumn,
  type TextTable,
  wholeFile,
} from "./table.ts";

/** What a file may hold: the largest project has fewer flats. */
export const MAX_HOUSEHOLDS = 20_000;
/** So many faults are told; a file with more is a wrong file. */
const MAX_FAULTS = 500;

type ColumnName =
  | "area"
  | "building"
  | "unit"
  | "room"
  | "kind"
  | "name"
  | "phone"
  | "sqm"
  | "since"
  | "occupied";

/** The columns of a household file (房产台账); the template has them in this order. */
export const householdColumns: readonly TableColumn<ColumnName>[] = [
  { name: "area", zh: "区域", optional: true },
  { name: "building", zh: "楼栋" },
  { name: "unit", zh: "单元", optional: true },
  { name: "room", zh: "房号" },
  { name: "kind", zh: "身份", optional: true },
  { name: "name", zh: "姓名", optional: true },
  { name: "phone", zh: "电话", optional: true },
  { name: "sqm", zh: "建筑面积", optional: true, holds: "number" },
  { name: "since", zh: "入住日期", optional: true, holds: "date" },
  { name: "occupied", zh: "是否入住", optional: true },
];

export interface HouseholdReading {
  /** Of the rows without fault, by address. */
  readonly households: readonly Household[];
  readonly faults: readonly RowFault[];
}

/**
 * Reads a household file of one project. A household is occupied if 是否入住 says so, else from 入住日期 on (`today` is a
 * local date). Faults name row and column and never repeat what stands there.
 */
export function readHouseholds(table: TextTable, projectId: string, today: string): HouseholdReading {
  const { at, faults: wrongColumns } = columnsOf(table, householdColumns);
  if (wrongColumns.length > 0) return { households: [], faults: wrongColumns };
  if (table.rows.length === 0)
    return { households: [], faults: [wholeFile("empty", "没有房产行", "There are no rows")] };
  if (table.rows.length > MAX_HOUSEHOLDS) {
    const most = MAX_HOUSEHOLDS;
    return {
      households: [],
      faults: [wholeFile("too-many-rows", `最多 ${most} 行`, `At most ${most} rows`)],
    };
  }
  const households = new Map<string, Household>();
  const faults: RowFault[] = [];
  for (const cells of table.rows) {
    const row = rowReader(householdColumns, at, cells);
    const household = readRow(row, projectId, today);
    if (household === undefined) faults.push(...row.faults);
    else if (households.has(identityOf(household))) faults.push(doubleRow(cells.number));
    else households.set(identityOf(household), household);
  }
  const sorted = [...households.values()].toSorted((a, b) =>
    householdAddress(a) < householdAddress(b) ? -1 : 1,
  );
  return { households: sorted, faults: faults.slice(0, MAX_FAULTS) };
}

const MAX_TEXT = 60;

function readRow(row: RowReader<ColumnName>, projectId: string, today: string): Household | undefined {
  const { fault } = row;
  const text = (name: "area" | "building" | "unit" | "room" | "name") =>
    row.read(name, (value) => {
      if (value.length > MAX_TEXT) return fault(name, "bad-format", `最多 ${MAX_TEXT} 字`, "Too long");
      // The parts of an address are written with a slash between them.
      return name !== "name" && value.includes("/")
        ? fault(name, "bad-format", "不能含「/」", "No slash here")
        : value;
    });
  const building = text("building");
  const room = text("room");
  const [area = "", unit = "", name] = [text("area"), text("unit"), text("name")];
  const kind = row.read(
    "kind",
    (value) => kindOf(value) ?? fault("kind", "bad-format", "应为业主或租户", "Write owner or tenant"),
  );
  const phone = row.read("phone", (value) =>
    isPhone(value)
      ? value
      : fault(
          "phone",
          "bad-format",
          "一格一个电话，只含数字、空格和横线",
          "One number: digits, spaces and hyphens only",
        ),
  );
  const floorArea = row.read("sqm", (value) => {
    // 89.500000000000014: what a formula leaves behind is no decimal that anybody wrote.
    const clean = /^\d{1,6}\.\d{12,18}$/.test(value) ? String(Number(Number(value).toPrecision(12))) : value;
    const area = /^\d{1,6}(\.\d{1,4})?$/.test(clean) ? Number(clean) : 0;
    return area > 0
      ? area
      : fault("sqm", "bad-format", "面积应为平方米数，如 89.5", "Square metres, such as 89.5");
  });
  const since = row.read(
    "since",
    (value) =>
      dateOf(value) ?? fault("since", "bad-format", "日期应为 2026-02-13", "Write the date as 2026-02-13"),
  );
  const occupied = row.read(
    "occupied",
    (value) => yesOrNo(value) ?? fault("occupied", "bad-format", "应为是或否", "Write yes or no"),
  );
  if (row.faults.length > 0 || building === undefined || room === undefined) return undefined;
  return {
    projectId,
    area,
    building,
    unit,
    room,
    occupied: occupied ?? (since !== undefined && since <= today),
    ...defined({ kind, name, phone, floorArea, occupiedSince: since }),
  };
}

function kindOf(text: string): HouseholdKind | undefined {
  switch (text.toLowerCase()) {
    case "业主":
    case "owner":
      return "owner";
    case "租户":
    case "租客":
    case "tenant":
      return "tenant";
    default:
      return undefined;
  }
}

function yesOrNo(text: string): boolean | undefined {
  if (/^(是|已入住|入住|yes|y|true|1)$/i.test(text)) return true;
  return /^(否|未入住|空置|no|n|false|0)$/i.test(text) ? false : undefined;
}
