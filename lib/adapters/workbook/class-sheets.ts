import type { WorkbookWriter } from "@cj-tech-master/excelts";
import { channelNames } from "../../domain/classification/sources.ts";
import { type RecordKind, recordKinds } from "../../domain/complaint/events.ts";
import { defined } from "../../domain/present.ts";
import { topClasses } from "../../domain/statistics/case.ts";
import {
  type ClassCell,
  levelNames,
  standingNames,
  sumOf,
  validityNames,
} from "../../domain/statistics/class-table.ts";
import { channelWords } from "../../domain/words/channels.ts";
import { recordKindWords } from "../../domain/words/complaint.ts";
import { quoted } from "./live.ts";
import type { SheetFrame } from "./sheet-frame.ts";
import { firstTableRow, type Live, type SheetColumn, writeTable } from "./table-sheet.ts";

/** A row of 分类统计: a class of one kind of record, or all classes of the kind. */
interface ClassRow {
  readonly kind: RecordKind;
  readonly class?: string;
}
type Part = Partial<Omit<ClassCell, "count">>;

/** Letters of the columns of 分类交叉. */
const letters = {
  kind: "A",
  class: "B",
  level: "C",
  channel: "D",
  validity: "E",
  standing: "F",
  count: "G",
} as const;
const width = { narrow: 5.4, wide: 8 } as const;

/**
 * 分类统计: K8.3-F2 × level, × channel, × validity, the four kinds of records apart. Every figure is a live sum over
 * {@link writeClassCells}, whose rows are all combinations there are.
 */
export function writeClassSheet(
  workbook: WorkbookWriter,
  frame: SheetFrame,
  cells: readonly ClassCell[],
  cross: string,
): void {
  const last = firstTableRow - 1 + Math.max(1, cells.length);
  const range = (letter: string) => `'${cross}'!$${letter}$${firstTableRow}:$${letter}$${last}`;
  const live = ({ kind, class: name }: ClassRow, part: Part): Live => {
    const where = { kind, ...defined({ class: name }), ...part };
    const conditions = [
      [letters.kind, recordKindWords[kind].zh],
      [letters.class, where.class],
      [letters.level, where.level],
      [letters.channel, where.channel === undefined ? undefined : channelWords[where.channel].zh],
      [letters.validity, where.validity],
      [letters.standing, where.standing],
    ] as const;
    const terms = conditions.flatMap(([letter, text]) =>
      text === undefined ? [] : [`${range(letter)},${quoted(text)}`],
    );
    return { formula: `SUMIFS(${range(letters.count)},${terms.join(",")})`, result: sumOf(cells, where) };
  };
  const column = (header: string, part: Part, wide = false): SheetColumn<ClassRow> => ({
    key: header,
    header,
    width: wide ? width.wide : width.narrow,
    format: "count",
    value: (row) => live(row, part),
  });
  writeTable(
    workbook,
    {
      ...frame,
      frozen: 2,
      isStrong: (row) => row.class === undefined,
      columns: [
        {
          key: "kind",
          header: "记录类型",
          width: 11.5,
          format: "text",
          value: ({ kind }) => recordKindWords[kind].zh,
        },
        {
          key: "class",
          header: "分类（K8.3-F2）",
          width: 10,
          format: "text",
          value: (row) => row.class ?? "小计",
        },
        column("合计", {}, true),
        ...levelNames.map((level) => column(level, { level })),
        ...validityNames.map((validity) => column(validity, { validity })),
        column(standingNames[1], { standing: standingNames[1] }, true),
        ...channelNames.map((channel) => column(channelWords[channel].zh, { channel })),
      ],
    },
    rowsOf(cells),
  );
}

/** All classes of complaints, of the other kinds those that occur; each kind with its subtotal. */
function rowsOf(cells: readonly ClassCell[]): ClassRow[] {
  return recordKinds.flatMap((kind) => {
    const named = topClasses.filter(
      (name) => kind === "complaint" || sumOf(cells, { kind, class: name }) > 0,
    );
    return [...named.map((name) => ({ kind, class: name })), { kind }];
  });
}

/** 分类交叉: every combination of kind, class, level, channel and validity that occurs, and how often. */
export function writeClassCells(
  workbook: WorkbookWriter,
  frame: SheetFrame,
  cells: readonly ClassCell[],
): void {
  const text = (key: string, header: string, value: (cell: ClassCell) => string): SheetColumn<ClassCell> => ({
    key,
    header,
    width: 18,
    format: "text",
    value,
  });
  writeTable(
    workbook,
    {
      ...frame,
      frozen: 0,
      columns: [
        text("kind", "记录类型", ({ kind }) => recordKindWords[kind].zh),
        text("class", "分类（K8.3-F2）", (cell) => cell.class),
        text("level", "级别", ({ level }) => level),
        text("channel", "来源", ({ channel }) => channelWords[channel].zh),
        text("validity", "有效性", ({ validity }) => validity),
        text("standing", "状态", ({ standing }) => standing),
        {
          key: "count",
          header: "件数",
          width: 12,
          format: "count",
          value: ({ count }) => count,
          total: "sum",
        },
      ],
    },
    cells,
  );
}
