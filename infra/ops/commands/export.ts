import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { tableXlsx } from "../../../lib/adapters/tables/write-table.ts";
import { exportHeadings, exportLedger } from "../../../lib/app/ledger/export-ledger.ts";
import type { OpsCommand } from "../command.ts";
import { openStore } from "../store.ts";

/** Rows of one file: what a spreadsheet program opens at once and `import-ledger` reads. */
const ROWS_A_FILE = 5000;

export const exportCommand: OpsCommand = {
  name: "export",
  takes: "<文件夹 folder>",
  help: {
    zh: "导出全部投诉为台账文件（D10 十二列加办理结果，联系方式不打码，匿名仍为匿名），import-ledger 可读回",
    en: "writes every complaint as ledger files (D10's twelve columns and what became of it, contacts whole, anonymous anonymous) that import-ledger reads",
  },
  words: [1, 1],
  async run({ words: [folder = ""] }, { env, print }) {
    await mkdir(folder, { recursive: true });
    let [files, complaints] = [0, 0];
    const write = async (rows: readonly (readonly string[])[]) => {
      files += 1;
      complaints += rows.length;
      const name = join(folder, `台账-${String(files).padStart(3, "0")}.xlsx`);
      // Whole contacts: nobody else's to read.
      await writeFile(name, await tableXlsx("台账", exportHeadings, rows), { mode: 0o600 });
    };
    let rows: (readonly string[])[] = [];
    for await (const row of exportLedger(await openStore(env))) {
      rows.push(row);
      if (rows.length < ROWS_A_FILE) continue;
      await write(rows);
      rows = [];
    }
    if (rows.length > 0 || files === 0) await write(rows);
    print(`投诉 complaints ${complaints}, 文件 files ${files}`);
    return undefined;
  },
};
