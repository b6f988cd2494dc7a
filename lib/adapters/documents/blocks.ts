import {
  AlignmentType,
  HeadingLevel,
  HeightRule,
  ImageRun,
  type IParagraphOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import { xmlText } from "../formats/xml-text.ts";
import type { Grid, GridRow, List, Picture, Prose, SheetBlock } from "./sheet.ts";
import { cellStyles, HAND_LINE, leading, sizes, TEXT_WIDTH } from "./style.ts";

const cellMargins = { top: 50, bottom: 50, left: 90, right: 90 };

/** Blocks as Word has them, one after another: a note under a heading stays with what the heading is of. */
export function blocksParts(blocks: readonly SheetBlock[]): (Paragraph | Table)[] {
  return blocks.flatMap((block, index) => {
    const isUnderHeading = blocks[index - 1]?.kind === "heading" && index < blocks.length - 1;
    return block.kind === "prose" && block.look === "note" && isUnderHeading
      ? proseParagraphs(block, true)
      : blockParts(block);
  });
}

function blockParts(block: SheetBlock): (Paragraph | Table)[] {
  switch (block.kind) {
    case "grid":
      return [gridTable(block)];
    case "list":
      return [listTable(block), new Paragraph({ spacing: { ...leading(240), after: 60 } })];
    case "prose":
      return proseParagraphs(block);
    case "heading":
      return [
        new Paragraph({
          heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          keepNext: true,
          children: [new TextRun(xmlText(block.text))],
        }),
      ];
    case "picture":
      return [pictureParagraph(block)];
  }
}

export function picture({ png, width, height, words }: Omit<Picture, "kind">): ImageRun {
  return new ImageRun({
    type: "png",
    data: png,
    transformation: { width, height },
    altText: { name: words, description: words, title: words },
  });
}

function pictureParagraph(block: Picture): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: leading(240),
    children: [picture(block)],
  });
}

const looks: Readonly<Record<Prose["look"], IParagraphOptions>> = {
  body: { indent: { firstLine: 480 } },
  note: { spacing: leading(300) },
  right: { alignment: AlignmentType.RIGHT },
  greeting: {},
  poster: { spacing: leading(520) },
};

const proseSizes: Readonly<Record<Prose["look"], number>> = {
  body: sizes.text,
  note: sizes.note,
  right: sizes.text,
  greeting: sizes.text,
  poster: sizes.poster,
};

function proseParagraphs({ text, look }: Prose, keepNext = false): Paragraph[] {
  return lines(text).map(
    (line) =>
      new Paragraph({
        ...looks[look],
        keepNext,
        children: [new TextRun({ text: line, size: proseSizes[look] })],
      }),
  );
}

/** Label, value, label, value: 14, 36, 14 and 36 per cent of the width. */
const LABEL = Math.round(TEXT_WIDTH * 0.14);
const VALUE = Math.floor(TEXT_WIDTH / 2) - LABEL;

function gridTable({ rows, whole }: Grid): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: (LABEL + VALUE) * 2, type: WidthType.DXA },
    columnWidths: [LABEL, VALUE, LABEL, VALUE],
    margins: cellMargins,
    rows: rows.map((row, index) => gridRow(row, whole === true && index < rows.length - 1)),
  });
}

function gridRow({ fields, lines: height = 1 }: GridRow, keepNext: boolean): TableRow {
  const span = fields.length === 1 ? 3 : 1;
  return new TableRow({
    cantSplit: true,
    height: { value: HAND_LINE * height, rule: HeightRule.ATLEAST },
    children: fields.flatMap(({ label, value }) => [
      cell(label, LABEL, { label: true, centred: true, keepNext }),
      cell(value ?? "", span === 3 ? VALUE * 2 + LABEL : VALUE, {
        span,
        top: height > 1,
        keepNext,
      }),
    ]),
  });
}

/** A list of so many rows is never torn by a page end; of a longer one no single row stands alone on a page. */
const WHOLE_ROWS = 8;

function staysWithNext(index: number, rows: number): boolean {
  const last = rows - 1;
  return index < last && (rows <= WHOLE_ROWS || index === 0 || index === last - 1);
}

function listTable({ head, widths, rows, empty = 0, centred = [] }: List): Table {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const twips = widths.map((width) => Math.floor((TEXT_WIDTH * width) / total));
  const blank = Array.from({ length: empty }, () => head.map(() => ""));
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: twips,
    margins: cellMargins,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: head.map((text, i) =>
          cell(text, twips[i] ?? 0, { label: true, centred: true, keepNext: rows.length > 0 }),
        ),
      }),
      ...[...rows, ...blank].map(
        (row, index, all) =>
          new TableRow({
            cantSplit: true,
            height: { value: HAND_LINE, rule: HeightRule.ATLEAST },
            children: row.map((text, i) =>
              cell(text, twips[i] ?? 0, {
                centred: centred.includes(i),
                keepNext: staysWithNext(index, all.length),
              }),
            ),
          }),
      ),
    ],
  });
}

interface CellLook {
  readonly label?: boolean;
  readonly centred?: boolean;
  readonly span?: number;
  readonly top?: boolean;
  readonly keepNext?: boolean;
}

function cell(
  text: string,
  width: number,
  { label, centred, span = 1, top, keepNext = false }: CellLook,
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(span > 1 ? { columnSpan: span } : {}),
    verticalAlign: top === true ? VerticalAlignTable.TOP : VerticalAlignTable.CENTER,
    ...(label === true ? { shading: { fill: "F2F2F2" } } : {}),
    children: lines(text).map(
      (line) =>
        new Paragraph({
          style: label === true ? cellStyles.label : cellStyles.text,
          ...(centred === true ? { alignment: AlignmentType.CENTER } : {}),
          ...(keepNext ? { keepNext } : {}),
          children: [new TextRun(line)],
        }),
    ),
  });
}

function lines(text: string): string[] {
  return xmlText(text).split("\n");
}
