import { WorkbookWriter } from "@cj-tech-master/excelts";
import { BufferReader, RemoteZipReader } from "@cj-tech-master/excelts/archive";
import { periodWords } from "../../domain/statistics/period-name.ts";
import { changeName, writeChangeSheet } from "./change-sheet.ts";
import type { MonthlyWorkbookInput } from "./input.ts";
import { writeLedgerSheet } from "./ledger-sheet.ts";
import { rulingNames, writeRulings } from "./ruling-sheets.ts";
import { writeStatisticsSheet } from "./statistics-sheet.ts";
import { fontName } from "./style.ts";
import { sheetNamer } from "./text.ts";
import { sheetTitles } from "./titles.ts";
import { chartParts, graft, type PartChange, type Parts, sheetRelations } from "./trend-charts.ts";
import { analyticsNames, viewNames, writeDetails, writeViews } from "./view-sheets.ts";
import { zipWriter } from "./zip.ts";

/**
 * A month's workbook as xlsx, the company's or one project's: D1 first ("公司" or "统计报表"), the views of
 * {@link viewNames}, the ledger D10 ("台账"), then D1 of each project.
 * With `only`, D1's sheets alone: of the whole, every region, city and project.
 * The same input gives the same bytes.
 * @throws RangeError when a date of the input cannot be read, Error when a sheet contradicts itself
 */
export async function buildMonthlyWorkbook(
  input: MonthlyWorkbookInput,
  only?: "statistics",
): Promise<Uint8Array> {
  const { workbook, chunks } = newWorkbook(input);
  if (only === "statistics") {
    const { name, title } = ownSheet(input);
    const nameOf = sheetNamer();
    const common = commonOf(input);
    writeStatisticsSheet(workbook, { ...common, name: nameOf(name), title, rows: input.companyRows });
    writeLevels(workbook, input, nameOf);
    await workbook.commit();
    return stamped(chunks);
  }
  const titles = sheetTitles(input);
  const nameOf = sheetNamer();
  const { name, title } = ownSheet(input);
  const own = nameOf(name);
  const fixed = new Map(
    [
      ...viewNames,
      ...analyticsNames(input),
      ...(input.ruled === undefined ? [] : rulingNames),
      ...(input.changes === undefined ? [] : [changeName]),
      "台账",
    ].map((name) => [name, nameOf(name)]),
  );
  const context = { input, titles, nameOf: (name: string) => fixed.get(name) ?? name };
  writeStatisticsSheet(workbook, { ...commonOf(input), name: own, title, rows: input.companyRows });
  if (input.ruled !== undefined) writeRulings(workbook, input, input.ruled, context);
  if (input.changes !== undefined) {
    const frame = {
      name: context.nameOf(changeName),
      title: titles.view(changeName),
      footer: `${titles.period}　${titles.madeAt}`,
      opensIn: context.nameOf("明细"),
    };
    writeChangeSheet(workbook, frame, input.changes);
  }
  const charts = writeViews(workbook, context);
  const ledger = {
    name: context.nameOf("台账"),
    title: `${titles.view("客户投诉处理台账")}${titles.edition}`,
  };
  await writeLedgerSheet(workbook, { ...ledger, timeZone: input.timeZone }, input.ledger);
  writeDetails(workbook, context);
  writeLevels(workbook, input, nameOf);
  const trendSheet = context.nameOf("趋势");
  const sheetId = workbook.getWorksheet(trendSheet)?.id;
  if (sheetId === undefined) throw new Error(`the workbook has no sheet ${trendSheet}`);
  await workbook.commit();
  return withCharts(chunks, sheetId, await chartParts(trendSheet, input.views.trend, charts));
}

function newWorkbook(input: MonthlyWorkbookInput) {
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
  });
  workbook.defaultFont = { name: fontName, size: 10 };
  workbook.views = [
    { x: 0, y: 0, width: 24_000, height: 14_000, firstSheet: 0, activeTab: 0, visibility: "visible" },
  ];
  return { workbook, chunks };
}

/** D1 of the whole: the company's, or the one project's. */
function ownSheet(input: MonthlyWorkbookInput): { readonly name: string; readonly title: string } {
  const titles = sheetTitles(input);
  return input.project === undefined
    ? { name: "公司", title: titles.company }
    : { name: "统计报表", title: titles.project(input.project) };
}

function commonOf(input: MonthlyWorkbookInput) {
  const { period, madeAt } = sheetTitles(input);
  return { period, madeAt, current: periodWords(input).current };
}

/** D1 of every region, city company and project. */
function writeLevels(
  workbook: WorkbookWriter,
  input: MonthlyWorkbookInput,
  nameOf: (name: string) => string,
): void {
  const common = commonOf(input);
  const titles = sheetTitles(input);
  for (const { name, rows } of input.levels ?? []) {
    writeStatisticsSheet(workbook, { ...common, name: nameOf(name), title: titles.level(name), rows });
  }
  for (const { name, rows } of input.projects) {
    writeStatisticsSheet(workbook, { ...common, name: nameOf(name), title: titles.project(name), rows });
  }
}

/** The parts' time: the same input gives the same bytes. */
const timeless = new Date(1980, 0, 1);

/** Takes the parts over with the charts, which the streaming writer has none of. */
async function withCharts(
  chunks: readonly Uint8Array[],
  sheetId: number,
  charts: Parts,
): Promise<Uint8Array> {
  const [relations, xml] = sheetRelations(sheetId);
  return stamped(chunks, graft(charts, sheetId), new Map([[relations, xml], ...charts]));
}

/**
 * Takes the parts over into a file of their own: the streaming writer stamps each part with the machine's time of day.
 * What does not change stays packed, so that a large sheet is never whole in memory.
 */
async function stamped(
  chunks: readonly Uint8Array[],
  changes: ReadonlyMap<string, PartChange> = new Map(),
  more: Parts = new Map(),
): Promise<Uint8Array> {
  const source = await RemoteZipReader.fromReader(new BufferReader(Buffer.concat(chunks)));
  const archive = zipWriter(timeless);
  for (const { path, crc32, uncompressedSize, compressionMethod } of source.getEntries()) {
    if (more.has(path)) throw new Error(`${path} is there already`);
    const change = changes.get(path);
    const read =
      change === undefined ? (await source.getRawEntry(path))?.compressedData : await source.extract(path);
    if (read === undefined || read === null) throw new Error(`${path} of the workbook cannot be read`);
    if (change !== undefined) archive.add(path, change(read));
    else archive.pass({ path, data: read, crc: crc32, size: uncompressedSize, method: compressionMethod });
  }
  for (const [path, body] of more) archive.add(path, body);
  return archive.end();
}
