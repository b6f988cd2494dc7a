import {
  convertMillimetersToTwip,
  type IFontAttributesProperties,
  type ISpacingProperties,
  type IStylesOptions,
  LineRuleType,
} from "docx";

/** Chinese in 宋体 or 黑体, Latin letters and figures in what goes with them; every office has these. */
export const songti: IFontAttributesProperties = {
  ascii: "Times New Roman",
  hAnsi: "Times New Roman",
  cs: "Times New Roman",
  eastAsia: "宋体",
};
export const heiti: IFontAttributesProperties = {
  ascii: "Arial",
  hAnsi: "Arial",
  cs: "Arial",
  eastAsia: "黑体",
};

/** Paragraph styles of tables: said once for the document, not in each cell. */
export const cellStyles = { text: "TableText", label: "TableLabel" } as const;

/** Half points: 小四 12 pt for text, 五号 10.5 pt in tables, 三号 16 pt for titles. */
export const sizes = {
  text: 24,
  table: 21,
  note: 18,
  title: 32,
  heading: 28,
  lesser: 24,
  poster: 32,
} as const;

/** A4 with the margins of an official letter (`default`). */
export const page = {
  size: { width: 11_906, height: 16_838 },
  margin: {
    top: convertMillimetersToTwip(15),
    bottom: convertMillimetersToTwip(16),
    left: convertMillimetersToTwip(22),
    right: convertMillimetersToTwip(20),
    // Below the text even where a row of a table ends on the last line.
    footer: convertMillimetersToTwip(8),
  },
} as const;

/** Twips between the margins. */
export const TEXT_WIDTH = page.size.width - page.margin.left - page.margin.right;

/** Height of one line to write on by hand: 8 mm. */
export const HAND_LINE = convertMillimetersToTwip(8);

/** Distance of lines in 240ths; the rule is said, because LibreOffice otherwise takes it as exact and cuts pictures. */
export function leading(line: number): ISpacingProperties {
  return { line, lineRule: LineRuleType.AUTO };
}

export const styles: IStylesOptions = {
  paragraphStyles: [
    {
      id: cellStyles.text,
      name: "表格文字",
      basedOn: "Normal",
      run: { size: sizes.table },
      paragraph: { spacing: leading(280) },
    },
    { id: cellStyles.label, name: "表格标题", basedOn: cellStyles.text, run: { font: heiti } },
  ],
  default: {
    document: {
      run: { font: songti, size: sizes.text, language: { value: "en-US", eastAsia: "zh-CN" } },
      paragraph: { spacing: leading(360) },
    },
    title: {
      run: { font: heiti, size: sizes.title, bold: true, color: "000000" },
      paragraph: { alignment: "center", spacing: { after: 60 }, keepNext: true },
    },
    heading1: {
      run: { font: heiti, size: sizes.heading, bold: true, color: "000000" },
      paragraph: { spacing: { before: 240, after: 120 }, keepNext: true, keepLines: true },
    },
    heading2: {
      run: { font: heiti, size: sizes.lesser, bold: true, color: "000000" },
      paragraph: { spacing: { before: 160, after: 80 }, keepNext: true, keepLines: true },
    },
  },
};
