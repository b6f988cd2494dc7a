import { monthlySheet, type SheetOptions } from "../../../domain/statistics/index.ts";
import type { ContestLine } from "../../ports/contest-line.ts";
import type { Contested } from "../../ports/report-run.ts";
import { type CsvColumn, csv, jsonLines } from "../files/csv.ts";
import type { EditionFiles } from "../files/edition-files.ts";
import { keyFigures } from "./key-figures.ts";
import { type Rulings, ruledCounts } from "./rulings.ts";

const columns: readonly CsvColumn<ContestLine>[] = [
  { header: "项目", value: ({ project }) => project },
  { header: "投诉编号", value: ({ number }) => number },
  { header: "异议理由", value: ({ reason }) => reason },
  { header: "项目说明", value: ({ text }) => text },
  { header: "裁定", value: ({ ruling }) => ruling },
  { header: "裁定说明", value: ({ rulingText }) => rulingText },
];

/** Adds the list of contested cases and D1 after the rulings to the files; the key figures once more without those upheld. */
export async function addContested(
  files: EditionFiles,
  rulings: Rulings,
  options: SheetOptions,
): Promise<Contested> {
  const { lines, parts } = rulings;
  await files.add("contested", "csv", csv(columns, lines));
  await files.add("contested", "jsonl", jsonLines(lines));
  const rows = parts.flatMap(({ name, cases }) =>
    monthlySheet(cases, options).rows.map((row) => ({ project: name, ...row })),
  );
  await files.add("sheet-after-rulings", "jsonl", jsonLines(rows));
  return {
    ...ruledCounts(rulings),
    figures: keyFigures(
      parts.flatMap(({ cases }) => cases),
      options,
    ),
  };
}
