import { zipSync } from "fflate";

/*
 * Workbooks as the programs of those who import write them, part by part: no library stands in between, for what a library
 * writes is what it reads.
 */
const TRANSITIONAL = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';

export interface Written {
  /** `<row>`s of the first sheet. */
  readonly rows: string;
  /** `<si>`s; absent: there is no such part. */
  readonly strings?: string;
  /** Number formats: `<numFmt>`s, then `<xf>`s of the cells. */
  readonly formats?: string;
  readonly styles?: string;
  /** Before each name of the sheet's elements: `x:` as the Open XML SDK writes. */
  readonly prefix?: string;
  readonly strict?: boolean;
  readonly date1904?: boolean;
  /** Attributes and elements of the program's own. */
  readonly worksheet?: string;
  readonly beforeRows?: string;
  readonly afterRows?: string;
  readonly workbook?: string;
  /** `/xl/worksheets/sheet1.xml` instead of `worksheets/sheet1.xml`. */
  readonly absolute?: boolean;
  /** `xl\\worksheets\\sheet1.xml`, as some writers pack. */
  readonly backslashes?: boolean;
  readonly more?: Readonly<Record<string, string>>;
}

export function workbook(of: Written): Uint8Array {
  const parts = partsOf(of);
  const named = Object.entries(parts).map(([name, text]) => [
    of.backslashes === true ? name.replaceAll("/", "\\") : name,
    new TextEncoder().encode(text),
  ]);
  return zipSync(Object.fromEntries(named));
}

function partsOf(of: Written): Record<string, string> {
  const { strict = false, absolute = false, prefix = "", strings } = of;
  const main = strict ? STRICT : TRANSITIONAL;
  const kinds = strict
    ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
    : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const packages = "http://schemas.openxmlformats.org/package/2006";
  const to = (path: string) => (absolute ? `/xl/${path}` : path);
  const type = (kind: string) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml`;
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${kinds}/${kind}" Target="${target}"/>`;
  const xmlns = prefix === "" ? `xmlns="${main}"` : `xmlns:${prefix.replace(":", "")}="${main}"`;
  const rows = prefix === "" ? of.rows : of.rows.replaceAll(/<(\/?)(\w)/g, `<$1${prefix}$2`);
  return {
    "[Content_Types].xml": `${HEAD}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type("sheet.main")}"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type("worksheet")}"/><Override PartName="/xl/styles.xml" ContentType="${type("styles")}"/>${strings === undefined ? "" : `<Override PartName="/xl/sharedStrings.xml" ContentType="${type("sharedStrings")}"/>`}</Types>`,
    "_rels/.rels": `${HEAD}<Relationships xmlns="${packages}/relationships">${relation("rId1", "officeDocument", absolute ? "/xl/workbook.xml" : "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `${HEAD}<workbook xmlns="${main}" xmlns:r="${kinds}"${strict ? ' conformance="strict"' : ""}>${of.workbook ?? ""}<workbookPr${of.date1904 === true ? ' date1904="1"' : ""}/><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${HEAD}<Relationships xmlns="${packages}/relationships">${relation("rId1", "worksheet", to("worksheets/sheet1.xml"))}${relation("rId2", "styles", to("styles.xml"))}${strings === undefined ? "" : relation("rId3", "sharedStrings", to("sharedStrings.xml"))}</Relationships>`,
    "xl/styles.xml": `${HEAD}<styleSheet xmlns="${main}">${of.formats ?? ""}<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs>${of.styles ?? "<xf/>"}</cellXfs></styleSheet>`,
    ...(strings === undefined
      ? {}
      : { "xl/sharedStrings.xml": `${HEAD}<sst xmlns="${main}">${strings}</sst>` }),
    "xl/worksheets/sheet1.xml": `${HEAD}<${prefix}worksheet ${xmlns} xmlns:r="${kinds}" ${of.worksheet ?? ""}>${of.beforeRows ?? ""}<${prefix}sheetData>${rows}</${prefix}sheetData>${of.afterRows ?? ""}</${prefix}worksheet>`,
    ...of.more,
  };
}

/** A row of inline texts. */
export const inline = (...cells: readonly string[]) =>
  `<row>${cells.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join("")}</row>`;
