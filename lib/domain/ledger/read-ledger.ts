import type { ClassCode } from "../classification/classes.ts";
import { classCodes, complaintClasses, isClassCode } from "../classification/classes.ts";
import { type EstateClass, estateClasses, toEstateClass } from "../classification/estate.ts";
import { type Channel, channelNames, channels, complaintNumber } from "../classification/sources.ts";
import type { Historical, Location, RecordKind, Validity } from "../complaint/events.ts";
import { recordKinds, validities } from "../complaint/events.ts";
import { isPhone } from "../organisation/identity/contact.ts";
import {
  columnsOf,
  doubleRow,
  type RowFault,
  type RowReader,
  rowReader,
  type TextTable,
  wholeFile,
} from "../organisation/table.ts";
import { defined } from "../present.ts";
import type { Instant } from "../time/instant.ts";
import { channelWords } from "../words/channels.ts";
import { recordKindWords, statusWords, validityWords } from "../words/complaint.ts";
import { ANONYMOUS, type LedgerColumnName, wholeLedgerColumns } from "./columns.ts";
import { momentOf } from "./moment.ts";

/** What one file may hold; a larger ledger comes in parts. */
export const MAX_LEDGER_ROWS = 20_000;
/** Headings stand in one of the first rows: a ledger often has its title above them. */
const HEADING_ROWS = 5;
const MAX_MATTER = 4000;
const MAX_TEXT = 100;
/** Where the earliest ledger of the trade begins (D5 is of 2005); anything before is a slip. */
const EARLIEST = "2000-01-01T00:00:00.000Z";

/** A complaint of an old ledger, with the row it stands in. */
export interface LedgerEntry {
  readonly row: number;
  readonly number: string;
  readonly channel: Channel;
  /** Its running number: the counter of its prefix begins behind it. */
  readonly running: number;
  readonly projectId: string;
  readonly receivedAt: Instant;
  readonly recordKind: RecordKind;
  readonly anonymous: boolean;
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly location: Location;
  readonly classCode?: ClassCode;
  readonly matter: string;
  readonly historical: Historical;
}

export interface LedgerReading {
  readonly rows: number;
  readonly entries: readonly LedgerEntry[];
  readonly faults: readonly RowFault[];
  /** Headings that say nothing to us. */
  readonly ignored: readonly string[];
}

/** What a ledger's words are read by: the company's projects by id or name, and the instant nothing may lie behind. */
export interface LedgerSurroundings {
  readonly projects: readonly { readonly id: string; readonly name: string; readonly timeZone: string }[];
  readonly now: Instant;
}

/** Reads an old ledger (D10). Faults name row and column; a row with one is left out, the others stand. */
export function readLedger(table: TextTable, surroundings: LedgerSurroundings): LedgerReading {
  const found = headed(table);
  const known = new Set(wholeLedgerColumns.flatMap(({ name, zh }): string[] => [zh, name]));
  const isKnown = (heading: string) => known.has(heading) || known.has(heading.toLowerCase());
  const ignored = found.headings.filter((heading) => heading !== "" && !isKnown(heading));
  const headings = found.headings.map((heading) => (isKnown(heading) ? heading : ""));
  const { at, faults: wrongColumns } = columnsOf({ headings }, wholeLedgerColumns);
  const rows = found.rows.length;
  const nothing = { rows, entries: [], ignored };
  if (wrongColumns.length > 0) return { ...nothing, faults: wrongColumns };
  if (rows === 0) return { ...nothing, faults: [wholeFile("empty", "没有数据行", "There are no rows")] };
  if (rows > MAX_LEDGER_ROWS) {
    const zh = `最多 ${MAX_LEDGER_ROWS} 行，请分几次导入`;
    return { ...nothing, faults: [wholeFile("too-many-rows", zh, `At most ${MAX_LEDGER_ROWS} rows a file`)] };
  }
  const entries = new Map<string, LedgerEntry>();
  const faults: RowFault[] = [];
  for (const cells of found.rows) {
    const row = rowReader(wholeLedgerColumns, at, cells);
    const entry = entryOf(row, cells.number, surroundings);
    if (entry === undefined) faults.push(...row.faults);
    else if (entries.has(entry.number)) faults.push({ ...doubleRow(cells.number), column: "编号" });
    else entries.set(entry.number, entry);
  }
  return { rows, entries: [...entries.values()], faults, ignored };
}

/** The table from its headings on: the first of the first rows that names most of the twelve columns. */
function headed(table: TextTable): TextTable {
  const names = new Set(wholeLedgerColumns.slice(0, 12).map(({ zh }) => zh));
  const count = (cells: readonly string[]) => cells.filter((cell) => names.has(cell.trim())).length;
  if (count(table.headings) >= 4) return trimmed(table.headings, table.rows);
  const index = table.rows.slice(0, HEADING_ROWS).findIndex(({ cells }) => count(cells) >= 4);
  const row = table.rows[index];
  return row === undefined
    ? trimmed(table.headings, table.rows)
    : trimmed(row.cells, table.rows.slice(index + 1));
}

function trimmed(headings: readonly string[], rows: TextTable["rows"]): TextTable {
  return {
    headings: headings.map((heading) => heading.trim()),
    rows: rows.map((row) => ({ ...row, cells: row.cells.map((cell) => cell.replace(HARMLESS, "")) })),
  };
}

/** What a csv of ours writes before a text that a spreadsheet would take for a formula. */
const HARMLESS = /^'(?=\s*[=+\-@＝＋－＠])/;

type Row = RowReader<LedgerColumnName>;

function entryOf(row: Row, index: number, { projects, now }: LedgerSurroundings): LedgerEntry | undefined {
  const project = row.read(
    "project",
    (text) =>
      projects.find(({ id, name }) => id === text || name === text) ??
      row.fault("project", "unknown-project", "没有这个项目", "There is no such project"),
  );
  const channel = row.read(
    "source",
    (text) =>
      channelOf(text) ?? row.fault("source", "unknown-source", "没有这个投诉来源", "There is no such source"),
  );
  const numbered = numberOf(row, channel);
  const timeZone = project?.timeZone ?? "Asia/Shanghai";
  const receivedAt = pastMoment(row, "date", timeZone, now);
  const matter = row.read("matter", (text) =>
    text.length > MAX_MATTER
      ? row.fault("matter", "bad-format", `最多 ${MAX_MATTER} 字`, `At most ${MAX_MATTER} characters`)
      : text,
  );
  const person = personOf(row);
  const said = classOf(row);
  const recordKind = kindOf(row);
  const historical = historicalOf(row, { timeZone, now, receivedAt, estateClass: said.estateClass });
  const location = locationOf(row);
  if (row.faults.length > 0 || project === undefined || channel === undefined || numbered === undefined)
    return undefined;
  if (receivedAt === undefined || matter === undefined || historical === undefined) return undefined;
  return {
    row: index,
    ...numbered,
    channel,
    projectId: project.id,
    receivedAt,
    recordKind,
    ...person,
    location,
    ...defined({ classCode: said.classCode }),
    matter,
    historical,
  };
}

/** 466, Q001, q12: the prefix is its source's (D10), the number at least three digits. */
function numberOf(row: Row, channel: Channel | undefined) {
  return row.read("number", (text) => {
    const [, prefix = "", digits = ""] =
      /^([A-Z]?)(\d{1,9})$/.exec(text.normalize("NFKC").trim().toUpperCase()) ?? [];
    if (digits === "" || Number(digits) === 0)
      return row.fault("number", "bad-format", "编号应为 466 或 Q001", "Write 466 or Q001");
    if (channel === undefined) return undefined;
    if (channels[channel].prefix !== prefix) {
      const zh = `编号前缀与来源不符（${channelWords[channel].zh}：${channels[channel].prefix || "无前缀"}）`;
      return row.fault("number", "bad-format", zh, "The prefix is another source's");
    }
    const running = Number(digits);
    return { number: complaintNumber(channel, running), running };
  });
}

/** What ledgers call the sources beside D10's own words. */
const otherNames: Readonly<Record<string, Channel>> = {
  电话: "phone",
  热线: "phone",
  客服热线: "phone",
  转达: "relay",
  公众号: "wechat",
  微信公众号: "wechat",
  论坛: "forum",
  邮件: "email",
  电子邮件: "email",
  官网: "web",
  网络: "web",
  意见箱: "mailbox",
  上门: "visit",
  来信: "letter",
  书信: "letter",
  "12345": "government",
};

function channelOf(text: string): Channel | undefined {
  const name = text.normalize("NFKC").replace(/\s+/g, "");
  return channelNames.find((one) => channelWords[one].zh === name || one === name) ?? otherNames[name];
}

function pastMoment(
  row: Row,
  name: "date" | "due" | "completed",
  timeZone: string,
  now: Instant,
): Instant | undefined {
  return row.read(name, (text) => {
    const at = momentOf(text, timeZone);
    if (at === undefined)
      return row.fault(name, "bad-format", "日期应为 2026-02-13 或 2026-02-13 09:30", "Write 2026-02-13");
    // A limit may lie ahead of us.
    return at < EARLIEST || (name !== "due" && at > now)
      ? row.fault(name, "out-of-range", "日期早于 2000 年或晚于现在", "Before 2000 or in the future")
      : at;
  });
}

/** What is still open needs its clocks: it is registered like any other, not put in as history. */
function leftAs(row: Row): Historical["left"] {
  return row.read("status", (text) => {
    if (/^(?:已登记|处理中|未完成|未处理|已处理，待回访|registered|handling|resolved)$/i.test(text))
      return row.fault(
        "status",
        "still-open",
        "尚未办结，请照常登记",
        "Not finished: register it like any other",
      );
    return (["withdrawn", "referred"] as const).find((one) => statusWords[one].zh === text || one === text);
  });
}

function personOf(row: Row): Pick<LedgerEntry, "anonymous" | "name" | "phone" | "email"> {
  const name = row.read("name", (text) =>
    text.length > MAX_TEXT ? row.fault("name", "bad-format", `最多 ${MAX_TEXT} 字`, "Too long") : text,
  );
  const anonymous = name === ANONYMOUS;
  const contact = row.read("contact", (text) => contactOf(text)) ?? {};
  return { anonymous, ...(anonymous ? {} : { ...defined({ name }), ...contact }) };
}

/** Telephone and address, the first of each; a masked or unreadable one is no contact. A number may have blanks in it. */
function contactOf(text: string): Pick<LedgerEntry, "phone" | "email"> {
  const parts = text
    .split(/[\n,，;；、/]+/)
    .map((part) => part.trim())
    .flatMap((part) => (isPhone(part) ? [part] : part.split(/\s+/).filter((piece) => piece.length >= 7)));
  const email = parts.find((part) => /^[^\s@*]+@[^\s@*]+\.[^\s@*]+$/.test(part));
  const phone = parts.find(isPhone);
  return defined({ phone, email });
}

const pointNames: ReadonlyMap<string, ClassCode> = new Map(
  classCodes.map((code) => [complaintClasses[code].zh, code]),
);

/** The problem point where the ledger names one, else its class of D1; an unknown class is 其他, so that no row is lost. */
function classOf(row: Row): { readonly classCode?: ClassCode; readonly estateClass?: EstateClass } {
  const point = row.read("point", (text) => {
    const [code = ""] = text.split(/\s+/, 1);
    return (isClassCode(code) ? code : pointNames.get(text)) ?? undefined;
  });
  if (point !== undefined) return { classCode: point };
  return (
    row.read("class", (text) => {
      const isOfD1 = estateClasses.some((name) => name === text) || text === "销售管理";
      const code = isOfD1 ? undefined : pointNames.get(text);
      return code === undefined ? { estateClass: toEstateClass(text) } : { classCode: code };
    }) ?? {}
  );
}

function kindOf(row: Row): RecordKind {
  const read = row.read(
    "kind",
    (text) =>
      recordKinds.find((kind) => recordKindWords[kind].zh === text || kind === text) ??
      row.fault("kind", "bad-format", "记录类型应为投诉、意见、报修或求助", "No such kind of record"),
  );
  return read ?? "complaint";
}

function locationOf(row: Row): Location {
  const part = (name: "area" | "building" | "unit" | "room") =>
    row.read(name, (text) => {
      if (text.length > MAX_TEXT) return row.fault(name, "bad-format", `最多 ${MAX_TEXT} 字`, "Too long");
      return text;
    });
  return defined({
    area: part("area"),
    building: part("building"),
    unit: part("unit"),
    room: part("room"),
  });
}

function historicalOf(
  row: Row,
  told: {
    readonly timeZone: string;
    readonly now: Instant;
    readonly receivedAt: Instant | undefined;
    readonly estateClass: EstateClass | undefined;
  },
): Historical | undefined {
  const { timeZone, now, receivedAt, estateClass } = told;
  const completed = pastMoment(row, "completed", timeZone, now);
  const dueAt = pastMoment(row, "due", timeZone, now);
  if (completed !== undefined && receivedAt !== undefined && completed < receivedAt)
    row.fault("completed", "out-of-range", "完成早于受理", "Done before it came in");
  const validity = row.read("validity", (text) => validityOf(row, text));
  const grade = row.read("grade", (text) =>
    /^[1-5]$/.test(text) ? Number(text) : row.fault("grade", "bad-format", "满意度为 1 到 5", "1 to 5"),
  );
  const completedAt = completed ?? receivedAt;
  if (completedAt === undefined) return undefined;
  // Without both, nobody knows whether it was done in time.
  const limit = completed === undefined ? undefined : dueAt;
  return { completedAt, ...defined({ dueAt: limit, validity, grade, left: leftAs(row), estateClass }) };
}

/** 未判定 and an empty cell: nobody has judged it. */
function validityOf(row: Row, text: string): Validity | undefined {
  if (text === "未判定") return undefined;
  return (
    validities.find((one) => validityWords[one].zh === text || one === text) ??
    row.fault("validity", "bad-format", "有效性应为有效、协助处理或无效", "No such validity")
  );
}
