import { readFile } from "node:fs/promises";
import { readTable } from "../../../lib/adapters/tables/read-table.ts";
import { UnreadableTable } from "../../../lib/adapters/tables/unreadable-table.ts";
import { importLedger, type LedgerReport } from "../../../lib/app/ledger/import-ledger.ts";
import { UsageError } from "../../usage-error.ts";
import type { OpsCommand } from "../command.ts";
import { openStore } from "../store.ts";

/** So many faults are printed; the rest are counted. */
const PRINTED = 200;

export const importLedgerCommand: OpsCommand = {
  name: "import-ledger",
  takes: "<台账 file.xlsx|csv> [--dry-run] [--skip-faulty]",
  help: {
    zh: "导入旧台账（D10 十二列）：保留编号、不起时限、不发通知；先用 --dry-run 逐行检查；中断后重新执行即可",
    en: "puts an old ledger (D10's twelve columns) in: numbers kept, no clocks, no mails; look first with --dry-run; run again after a break",
  },
  words: [1, 1],
  options: { "dry-run": { type: "boolean" }, "skip-faulty": { type: "boolean" } },
  async run({ words: [file = ""], on }, { env, print }) {
    const table = await readTable(await bytesOf(file)).catch((error: unknown) => {
      if (error instanceof UnreadableTable)
        throw new UsageError(`${file}：${error.reason.zh} · ${error.reason.en}`);
      throw error;
    });
    const dryRun = on("dry-run");
    const report = await importLedger(await openStore(env), {
      table,
      dryRun,
      skipFaulty: on("skip-faulty"),
      onProgress: (done, total) => print(`${done}/${total}`),
    });
    for (const line of reportLines(report, dryRun)) print(line);
    return report.faults.length > 0 && !on("skip-faulty") ? 1 : 0;
  },
};

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT")
      throw new UsageError(`没有文件 ${file} · no such file`);
    throw error;
  }
}

function reportLines(report: LedgerReport, dryRun: boolean): readonly string[] {
  const { rows, imported, already, faults, ignored, highest, unrated } = report;
  const more = faults.length - PRINTED;
  const numbers = Object.entries(highest).map(([prefix, to]) => `${prefix}${String(to).padStart(3, "0")}`);
  return [
    ...faults
      .slice(0, PRINTED)
      .map(
        ({ row, column = "", message }) => `第 ${row} 行 row ${row} ${column}: ${message.zh} · ${message.en}`,
      ),
    ...(more > 0 ? [`… 另有 ${more} 处 and ${more} more`] : []),
    ...(ignored.length === 0 ? [] : [`未使用的列 columns left out: ${ignored.join("、")}`]),
    `共 ${rows} 行 rows, ${dryRun ? "可导入 could be put in" : "已导入 put in"} ${imported}, 已在库 there already ${already}, 有误 faults ${faults.length}`,
    ...(numbers.length === 0
      ? []
      : [`编号接续于 numbers go on behind: ${numbers.toSorted((a, b) => (a < b ? -1 : 1)).join(" ")}`]),
    ...(unrated === 0
      ? []
      : [
          `${unrated} 行未写完成与应完成时间，只计入趋势 · ${unrated} rows without times stand in the trend only`,
        ]),
  ];
}
