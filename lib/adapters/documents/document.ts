import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Packer,
  PageNumber,
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
import { blocksParts, picture } from "./blocks.ts";
import { qrPng } from "./qr.ts";
import type { Sheet } from "./sheet.ts";
import { heiti, leading, page, sizes, styles, TEXT_WIDTH } from "./style.ts";

/** Side of a QR code in pixels at 96 dpi: 25 mm. */
const CODE = 94;
const CODE_COLUMN = 1700;

/** Sets a sheet as a Word document: A4, 宋体 and 黑体, page numbers. */
export async function wordDocument(sheet: Sheet): Promise<Uint8Array> {
  const document = new Document({
    title: xmlText(sheet.title),
    description: xmlText(sheet.subtitle),
    creator: "接诉 Jiesu",
    styles,
    sections: [
      {
        properties: { page: { size: page.size, margin: page.margin } },
        footers: { default: pageNumbers(sheet) },
        children: [...headParts(sheet), ...blocksParts(sheet.blocks)],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function headParts(sheet: Sheet): (Paragraph | Table)[] {
  const { code } = sheet;
  if (code === undefined) return titleParts(sheet);
  const side = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: leading(240),
    children: [
      picture({ png: qrPng(code.text), width: CODE, height: CODE, words: code.caption }),
      new TextRun({ text: xmlText(code.caption), size: sizes.note, break: 1 }),
    ],
  });
  // A borderless table keeps the title clear of the code in every program, unlike a floating picture.
  return [
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: [CODE_COLUMN, TEXT_WIDTH - 2 * CODE_COLUMN, CODE_COLUMN],
      borders: noBorders,
      rows: [
        new TableRow({
          children: [
            headCell([new Paragraph("")], CODE_COLUMN),
            headCell(titleParts(sheet), TEXT_WIDTH - 2 * CODE_COLUMN),
            headCell([side], CODE_COLUMN),
          ],
        }),
      ],
    }),
    new Paragraph({ spacing: leading(120), keepNext: true }),
  ];
}

const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
};

function headCell(children: Paragraph[], width: number): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children,
  });
}

function titleParts({ title, subtitle }: Sheet): Paragraph[] {
  return [
    new Paragraph({ style: "Title", children: [new TextRun(xmlText(title))] }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: true,
      children: [new TextRun({ text: xmlText(subtitle), size: sizes.table, font: heiti })],
    }),
  ];
}

function pageNumbers({ title }: Sheet): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: leading(240),
        children: [
          new TextRun({
            size: sizes.note,
            children: [
              `${xmlText(title)}　第 `,
              PageNumber.CURRENT,
              " 页 / 共 ",
              PageNumber.TOTAL_PAGES,
              " 页",
            ],
          }),
        ],
      }),
    ],
  });
}
