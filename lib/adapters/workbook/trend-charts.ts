import { Workbook } from "@cj-tech-master/excelts";
import { unzip } from "@cj-tech-master/excelts/archive";
import { installChartSupport } from "@cj-tech-master/excelts/chart";
import type { TrendRow } from "../../domain/statistics/trend.ts";
import { firstTableRow } from "./table-sheet.ts";

interface TrendSeries {
  readonly name: string;
  readonly categories: string;
  readonly values: string;
}

/** A chart over columns of its own sheet; addresses as formulas name them. */
export interface TrendChart {
  readonly type: "bar" | "line";
  readonly title: string;
  readonly series: readonly TrendSeries[];
  /** Where it stands. */
  readonly range: string;
}

/** Parts of a package by path. */
export type Parts = ReadonlyMap<string, Uint8Array>;

const DRAWING = "xl/drawings/drawing1.xml";
const wanted = /^xl\/(?:charts|drawings)\//;

/**
 * Native, editable charts as the parts of a package. The streaming writer has none, so a small workbook with the same
 * sheet is written whole and its parts are taken over (see {@link graft}).
 */
export async function chartParts(
  sheet: string,
  rows: readonly TrendRow[],
  charts: readonly TrendChart[],
): Promise<Parts> {
  installChartSupport();
  const workbook = new Workbook();
  const worksheet = workbook.addWorksheet(sheet);
  // The charts carry the values as caches, so that they show before anything is calculated.
  for (const [index, row] of rows.entries()) {
    const { month, received, estate, done, open, handlingRate, timelyRate, firstFollowUpSatisfaction } = row;
    if (!row.recorded) {
      worksheet.getRow(firstTableRow + index).values = [month];
      continue;
    }
    worksheet.getRow(firstTableRow + index).values = [
      month,
      received,
      estate,
      done,
      open,
      handlingRate,
      timelyRate,
      firstFollowUpSatisfaction,
    ];
  }
  for (const { range, series, ...chart } of charts) {
    worksheet.addChart(
      {
        ...chart,
        series: [...series],
        showLegend: true,
        legendPosition: "b",
        ...(chart.type === "bar" ? { barDir: "col" as const } : {}),
      },
      range,
    );
  }
  const parts = new Map<string, Uint8Array>();
  for await (const entry of unzip(await workbook.xlsx.writeBuffer({ validate: false })).entries()) {
    if (wanted.test(entry.path)) parts.set(entry.path, await entry.bytes());
  }
  return parts;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const contentTypes = {
  chart: "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
  drawing: "application/vnd.openxmlformats-officedocument.drawing+xml",
} as const;

/** How a part of the package is changed. */
export type PartChange = (body: Uint8Array) => Uint8Array;

/** The parts of the package that must know of the charts, by path: content types and the sheet. */
export function graft(parts: Parts, sheetId: number): ReadonlyMap<string, PartChange> {
  const before = (body: Uint8Array, end: string, more: string): Uint8Array => {
    const text = decoder.decode(body);
    if (!text.trimEnd().endsWith(end)) throw new Error(`a part of the workbook does not end with ${end}`);
    return encoder.encode(text.slice(0, text.lastIndexOf(end)) + more + end);
  };
  return new Map<string, PartChange>([
    ["[Content_Types].xml", (body) => before(body, "</Types>", overrides(parts))],
    [
      `xl/worksheets/sheet${sheetId}.xml`,
      (body) => before(body, "</worksheet>", `<drawing xmlns:r="${relationships}" r:id="rIdCharts"/>`),
    ],
  ]);
}

/** The relationship from the sheet to its drawing. */
export function sheetRelations(sheetId: number): readonly [path: string, body: Uint8Array] {
  const xml =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
    `<Relationship Id="rIdCharts" Type="${relationships}/drawing" Target="../drawings/drawing1.xml"/></Relationships>`;
  return [`xl/worksheets/_rels/sheet${sheetId}.xml.rels`, encoder.encode(xml)];
}

function overrides(parts: Parts): string {
  return [...parts.keys()]
    .filter((path) => path.endsWith(".xml"))
    .map((path) => {
      const type = path === DRAWING ? contentTypes.drawing : contentTypes.chart;
      return `<Override PartName="/${path}" ContentType="${type}"/>`;
    })
    .join("");
}
