import { type Borders, type PageSetup, PaperSize, type Style } from "@cj-tech-master/excelts";

/** A font every Chinese office has; LibreOffice puts its own sans-serif CJK font in its place. */
export const fontName = "微软雅黑";

const line = { style: "thin", color: { argb: "FF7F8FA6" } } as const;
const border: Partial<Borders> = { top: line, left: line, bottom: line, right: line };
const fill = (argb: string) => ({ type: "pattern", pattern: "solid", fgColor: { argb } }) as const;

export const titleStyle: Partial<Style> = {
  font: { name: fontName, size: 15, bold: true },
  alignment: { horizontal: "center", vertical: "middle" },
};

export const headerStyle: Partial<Style> = {
  font: { name: fontName, size: 9, bold: true },
  alignment: { horizontal: "center", vertical: "middle", wrapText: true },
  fill: fill("FFDCE6F2"),
  border,
};

export const footerStyle: Partial<Style> = {
  font: { name: fontName, size: 9 },
  alignment: { vertical: "middle" },
};

export const noteStyle: Partial<Style> = {
  font: { name: fontName, size: 9 },
  alignment: { vertical: "middle", wrapText: true },
};

export const linkStyle: Partial<Style> = {
  font: { name: fontName, size: 9, underline: true, color: { argb: "FF1F4E9E" } },
  alignment: { vertical: "middle", wrapText: true },
};

type FigureFormat = "0" | "0.0%" | "@";

/** A figure of a D1 row; the total's row is set off. */
export function figureStyle(numFmt: FigureFormat, total: boolean): Partial<Style> {
  return (total ? totalFigures : figures)(numFmt);
}

const figures = keptStyles((numFmt: FigureFormat) => figure(numFmt, false));
const totalFigures = keptStyles((numFmt: FigureFormat) => ({
  ...figure(numFmt, true),
  fill: fill("FFF2F2F2"),
}));

function figure(numFmt: FigureFormat, bold: boolean): Partial<Style> {
  return {
    font: { name: fontName, size: 11, bold },
    alignment: { horizontal: "center", vertical: "middle" },
    border,
    numFmt,
  };
}

/** One object per style: the library looks a style up by its object, and writes out each new one to compare it. */
function keptStyles<Format>(make: (format: Format) => Partial<Style>): (format: Format) => Partial<Style> {
  const styles = new Map<Format, Partial<Style>>();
  return (format) => {
    const known = styles.get(format) ?? make(format);
    styles.set(format, known);
    return known;
  };
}

/**
 * How a cell shows its value. The text format "@" keeps what a customer wrote a text for good: shown unchanged, and not
 * even retyping a cell that begins with "=" makes it a formula. What is longer than the tallest row begins at its top.
 */
export type CellFormat =
  | "text"
  | "wrapped"
  | "overlong"
  | "count"
  | "rate"
  | "decimal"
  | "hours"
  | "money"
  | "date"
  | "moment";

const numberFormats: Readonly<Record<CellFormat, string>> = {
  text: "@",
  wrapped: "@",
  overlong: "@",
  count: "#,##0",
  rate: "0.0%",
  decimal: "0.00",
  hours: "0.0",
  money: "#,##0.00",
  date: "yyyy-mm-dd",
  moment: "yyyy-mm-dd hh:mm",
};

function tableStyles(strong: boolean): (format: CellFormat) => Partial<Style> {
  return keptStyles((format) => ({
    font: { name: fontName, size: 10, bold: strong },
    alignment: {
      horizontal: format === "wrapped" || format === "overlong" ? "left" : "center",
      vertical: format === "overlong" ? "top" : "middle",
      wrapText: numberFormats[format] === "@",
    },
    border,
    numFmt: numberFormats[format],
    ...(strong ? { fill: fill("FFF2F2F2") } : {}),
  }));
}

/** A cell of a table. */
export const bodyStyle = tableStyles(false);

/** A cell of a row that is set off: totals, the top three. */
export const totalStyle = tableStyles(true);

/** A4 landscape, all columns on one page's width, the given rows repeated on every page. */
export function a4Landscape(repeatedRows: string): Partial<PageSetup> {
  return {
    paperSize: PaperSize.A4,
    orientation: "landscape",
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: repeatedRows,
    margins: { left: 0.3, right: 0.3, top: 0.6, bottom: 0.5, header: 0.25, footer: 0.25 },
  };
}

export const pageNumbers = "&C第 &P 页 / 共 &N 页";
