/**
 * `npm run recalculate -- file.xlsx …`: LibreOffice calculates every formula of a workbook anew, and each result is held
 * against the value the file carries. Needs `soffice`.
 */
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type CellValue, Workbook } from "@cj-tech-master/excelts";
import { installChartSupport } from "@cj-tech-master/excelts/chart";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

installChartSupport();
const run = promisify(execFile);

/** Values of the formulas by sheet and cell. */
async function results(body: Uint8Array): Promise<Map<string, CellValue | undefined>> {
  const workbook = new Workbook();
  await workbook.xlsx.load(body);
  const found = new Map<string, CellValue | undefined>();
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (cell.formula) found.set(`${sheet.name}!${cell.address} = ${cell.formula}`, cell.result);
      });
    });
  }
  return found;
}

/** The workbook without the values of its formulas, so that nothing can be taken over unchecked. */
function withoutValues(body: Uint8Array): Uint8Array {
  const parts = unzipSync(body);
  for (const [name, part] of Object.entries(parts)) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/.test(name)) continue;
    parts[name] = strToU8(strFromU8(part).replace(/(<\/f>)<v>[^<]*<\/v>/g, "$1"));
  }
  return zipSync(parts);
}

async function recalculated(body: Uint8Array): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "recalculate-"));
  try {
    await writeFile(join(folder, "bare.xlsx"), withoutValues(body));
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const out = join(folder, "out");
    const convert = [
      "--headless",
      profile,
      "--convert-to",
      "xlsx",
      "--outdir",
      out,
      join(folder, "bare.xlsx"),
    ];
    await run("soffice", convert);
    return await readFile(join(out, "bare.xlsx"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function same(a: CellValue | undefined, b: CellValue | undefined): boolean {
  return typeof a === "number" && typeof b === "number" ? Math.abs(a - b) < 1e-9 : a === b;
}

for (const file of process.argv.slice(2)) {
  const body = await readFile(file);
  const [carried, anew] = [await results(body), await results(await recalculated(body))];
  // LibreOffice may write a formula otherwise; the cell is what counts.
  const cellOf = (key: string) => key.slice(0, key.indexOf(" = "));
  const byCell = new Map([...anew].map(([key, value]) => [cellOf(key), value]));
  const different = [...carried].filter(([key, value]) => !same(value, byCell.get(cellOf(key))));
  for (const [key, value] of different.slice(0, 20)) {
    console.log(
      `${key}: carries ${JSON.stringify(value)}, calculated ${JSON.stringify(byCell.get(cellOf(key)))}`,
    );
  }
  console.log(`${file}: ${carried.size} formulas, ${different.length} differ`);
  if (carried.size === 0 || different.length > 0) process.exitCode = 1;
}
