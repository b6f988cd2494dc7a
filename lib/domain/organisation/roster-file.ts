import { defined } from "../present.ts";
import { postWords } from "../words/organisation.ts";
import { type Person, type Post, type Project, posts, reaches } from "./organisation.ts";
import { type Shift, shiftKey } from "./roster.ts";
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

/** More than ten posts in three shifts for a month; the roster of a month is one item. */
export const MAX_SHIFTS = 2000;

type ColumnName = "date" | "from" | "to" | "post" | "department" | "person";

/** The columns of a roster file (值班表); the template has them in this order. */
export const rosterColumns: readonly TableColumn<ColumnName>[] = [
  { name: "date", zh: "日期", holds: "date" },
  { name: "from", zh: "开始", holds: "time" },
  { name: "to", zh: "结束", holds: "time" },
  { name: "post", zh: "岗位" },
  { name: "department", zh: "部门", optional: true },
  { name: "person", zh: "人员" },
];

export interface RosterReading {
  /** Of the rows without fault, by date, time and post. */
  readonly shifts: readonly Shift[];
  readonly faults: readonly RowFault[];
}

/**
 * Reads the rows of a roster file for one project and month (`YYYY-MM`). Every fault of every row is named; rows with a
 * fault give no shift. Posts and departments by id or name; people by id, e-mail address, or a name that is theirs alone.
 */
export function readRoster(
  table: TextTable,
  month: string,
  project: Project,
  people: readonly Person[],
): RosterReading {
  const { at, faults: wrongColumns } = columnsOf(table, rosterColumns);
  if (wrongColumns.length > 0) return { shifts: [], faults: wrongColumns };
  if (table.rows.length === 0)
    return { shifts: [], faults: [wholeFile("empty", "没有值班行", "There are no rows")] };
  if (table.rows.length > MAX_SHIFTS) {
    return {
      shifts: [],
      faults: [wholeFile("too-many-rows", `最多 ${MAX_SHIFTS} 行`, `At most ${MAX_SHIFTS} rows`)],
    };
  }
  const staff = people.filter((person) => reaches(person, project));
  const shifts = new Map<string, Shift>();
  const faults: RowFault[] = [];
  for (const cells of table.rows) {
    const row = rowReader(rosterColumns, at, cells);
    const shift = readRow(row, month, project, staff);
    if (shift === undefined) faults.push(...row.faults);
    else if (shifts.has(shiftKey(shift))) faults.push(doubleRow(cells.number));
    else shifts.set(shiftKey(shift), shift);
  }
  const sorted = [...shifts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, shift]) => shift);
  return { shifts: sorted, faults };
}

function readRow(
  row: RowReader<ColumnName>,
  month: string,
  project: Project,
  staff: readonly Person[],
): Shift | undefined {
  const { fault } = row;
  const date = row.read("date", (text) => {
    const found = dateOf(text);
    if (found === undefined)
      return fault("date", "bad-format", "日期应为 2026-02-13", "Write the date as 2026-02-13");
    if (found.startsWith(`${month}-`)) return found;
    return fault("date", "other-month", `不是 ${month} 的日期`, `Not a date of ${month}`);
  });
  const time = (name: "from" | "to") =>
    row.read(name, (text) => {
      const found = timeOf(text);
      const fits = found !== undefined && (name === "to" || found !== "24:00");
      return fits ? found : fault(name, "bad-format", "时间应为 08:00", "Write the time as 08:00");
    });
  const from = time("from");
  const to = time("to");
  const post = row.read(
    "post",
    (text) => postOf(text) ?? fault("post", "unknown-post", "没有这个岗位", "There is no such post"),
  );
  const departmentId = row.read("department", (text) => {
    const found = project.departments.find(({ id, name }) => id === text || name === text);
    return (
      found?.id ??
      fault("department", "unknown-department", "项目没有这个部门", "The project has no such department")
    );
  });
  const personId = row.read("person", (text) => {
    const found = personsOf(text, staff);
    if (found.length === 1) return found[0]?.id;
    return found.length === 0
      ? fault(
          "person",
          "unknown-person",
          "项目没有这个人员",
          "Nobody of this project has this id, address or name",
        )
      : fault(
          "person",
          "ambiguous-person",
          "有同名人员，请填写编号或邮箱",
          "Several people have this name; write the id or address",
        );
  });
  if (row.faults.length > 0 || !date || !from || !to || !post || !personId) return undefined;
  return { date, from, to, post, ...defined({ departmentId }), personId };
}

/** 8:00, 08:00, 08:00:00, also with the wide colon; 24:00 */
function timeOf(text: string): string | undefined {
  const [, hour = "", minute = ""] = /^(\d{1,2})[:：](\d{2})(?:[:：]00)?$/.exec(text) ?? [];
  const minutes = Number(hour) * 60 + Number(minute);
  if (hour === "" || Number(minute) > 59 || minutes > 24 * 60) return undefined;
  return `${hour.padStart(2, "0")}:${minute}`;
}

function postOf(text: string): Post | undefined {
  return posts.find((post) => post === text || postWords[post].zh === text);
}

function personsOf(text: string, staff: readonly Person[]): readonly Person[] {
  const exact = staff.filter(({ id, email }) => id === text || email.toLowerCase() === text.toLowerCase());
  return exact.length > 0 ? exact : staff.filter(({ name }) => name === text);
}
