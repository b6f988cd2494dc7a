import { WorkbookWriter } from "@cj-tech-master/excelts";
import { unzip, zip } from "@cj-tech-master/excelts/archive";
import type { MonthlyWorkbookInput } from "./input.ts";
import { writeLedgerSheet } from "./ledger-sheet.ts";
import { rulingNames, writeRulings } from "./ruling-sheets.ts";
import { writeStatisticsSheet } from "./statistics-sheet.ts";
import { fontName } from "./style.ts";
import { sheetNamer } from "./text.ts";
import { sheetTitles } from "./titles.ts";
import { chartParts, graft, type Parts, sheetRelations } from "./trend-charts.ts";
import { viewNames, writeDetails, writeViews } from "./view-sheets.ts";

/**
 * A month's workbook as xlsx, the company's or one project's: D1 first ("公司" or "统计报表"), the views of
 * {@link viewNames}, the ledger D10 ("台账"), then D1 of each project.
 * The same input gives the same bytes.
 * @throws RangeError when a date of the input cannot be read, Error when a sheet contradicts itself
 */
export async function buildMonthlyWorkbook(input: MonthlyWorkbookInput): Promise<Uint8Array> {
  const titles = sheetTitles(input);
  const chunks: Uint8Array[] = [];
  const created = new Date(input.madeAt);
  const workbook = new WorkbookWriter({
    stream: new WritableStream<Uint8Array>({
      write: (chunk) => {
        chunks.push(chunk);
      },
    }),
    useStyles: true,
    useSharedStrings: true,
    created,
    modified: created,
    creator: "Jiesu",
    lastModifiedBy: "Jiesu",
    // Packed again below.
    zip: { zlib: { level: 0 } },
  });
  workbook.defaultFont = { name: fontName, size: 10 };
  workbook.views = [
    { x: 0, y: 0, width: 24_000, height: 14_000, firstSheet: 0, activeTab: 0, visibility: "visible" },
  ];

  const nameOf = sheetNamer();
  const own = nameOf(input.project === undefined ? "公司" : "统计报表");
  const fixed = new Map(
    [...viewNames, ...(input.ruled === undefined ? [] : rulingNames), "台账"].map((name) => [
      name,
      nameOf(name),
    ]),
  );
  const context = { input, titles, nameOf: (name: string) => fixed.get(name) ?? name };
  const common = { period: titles.period, madeAt: titles.madeAt };
  writeStatisticsSheet(workbook, {
    ...common,
    name: own,
    title: input.project === undefined ? titles.company : titles.project(input.project),
    rows: input.companyRows,
  });
  if (input.ruled !== undefined) writeRulings(workbook, input, input.ruled, context);
  const charts = writeViews(workbook, context);
  const ledger = { name: context.nameOf("台账"), title: titles.view("客户投诉处理台账") };
  await writeLedgerSheet(workbook, { ...ledger, timeZone: input.timeZone }, input.ledger);
  writeDetails(workbook, context);
  for (const { name, rows } of input.projects) {
    writeStatisticsSheet(workbook, { ...common, name: nameOf(name), title: titles.project(name), rows });
  }
  const trendSheet = context.nameOf("趋势");
  const sheetId = workbook.getWorksheet(trendSheet)?.id;
  if (sheetId === undefined) throw new Error(`the workbook has no sheet ${trendSheet}`);
  await workbook.commit();
  return packed(chunks, sheetId, await chartParts(trendSheet, input.views.trend, charts));
}

/**
 * Packs the file again with the charts: the streaming writer has none, and stamps each part with the machine's time of
 * day.
 */
async function packed(chunks: readonly Uint8Array[], sheetId: number, charts: Parts): Promise<Uint8Array> {
  const archive = zip({ reproducible: true, level: 6 });
  const changed = graft(charts, sheetId);
  const [relations, xml] = sheetRelations(sheetId);
  for await (const entry of unzip(Buffer.concat(chunks)).entries()) {
    if (entry.path === relations) throw new Error(`${relations} is there already`);
    archive.add(entry.path, changed(entry.path, await entry.bytes()));
  }
  archive.add(relations, xml);
  for (const [path, body] of charts) archive.add(path, body);
  return archive.bytes();
}
