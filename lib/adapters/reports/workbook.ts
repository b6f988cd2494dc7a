import { WorkbookWriter } from "@cj-tech-master/excelts";
import { unzip, zip } from "@cj-tech-master/excelts/archive";
import type { MonthlyWorkbookInput } from "./input.ts";
import { writeLedgerSheet } from "./ledger-sheet.ts";
import { writeStatisticsSheet } from "./statistics-sheet.ts";
import { fontName } from "./style.ts";
import { sheetNamer } from "./text.ts";
import { sheetTitles } from "./titles.ts";

/**
 * The month's report file as xlsx: D1 for the company ("公司") and for each project, and the ledger D10 ("台账").
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
    zip: { zlib: { level: 1 } },
  });
  workbook.defaultFont = { name: fontName, size: 10 };
  workbook.views = [
    { x: 0, y: 0, width: 24_000, height: 14_000, firstSheet: 0, activeTab: 0, visibility: "visible" },
  ];

  const nameOf = sheetNamer();
  const companyName = nameOf("公司");
  const ledgerName = nameOf("台账");
  const common = { period: titles.period, madeAt: titles.madeAt };
  writeStatisticsSheet(workbook, {
    ...common,
    name: companyName,
    title: titles.company,
    rows: input.companyRows,
  });
  for (const { name, rows } of input.projects) {
    writeStatisticsSheet(workbook, { ...common, name: nameOf(name), title: titles.project(name), rows });
  }
  await writeLedgerSheet(workbook, { name: ledgerName, timeZone: input.timeZone }, input.ledger);
  await workbook.commit();
  return withoutTimes(chunks);
}

/** Packs the file again: the streaming writer stamps each part with the machine's time of day. */
async function withoutTimes(chunks: readonly Uint8Array[]): Promise<Uint8Array> {
  const archive = zip({ reproducible: true, level: 6 });
  for await (const entry of unzip(Buffer.concat(chunks)).entries()) {
    archive.add(entry.path, await entry.bytes());
  }
  return archive.bytes();
}
