import { reportWriter } from "../../../../lib/adapters/documents/report-writer.ts";
import { buildMonthlyWorkbook } from "../../../../lib/adapters/workbook/index.ts";
import type { ReportEdition } from "../../../../lib/app/ports/report-run.ts";
import { isProblem } from "../../../../lib/app/problems/problem.ts";
import { buildReportPart } from "../../../../lib/app/reports/run/build.ts";
import { type BuildRequest, startRun } from "../../../../lib/app/reports/run/start.ts";
import { textOf } from "../../../adapters/documents/paper.ts";
import type { World } from "../../../support/world.ts";
import { Opened } from "./opened.ts";

/** An edition as it lies before the people who get it: real workbooks, real documents, the real mail. */
export class Built {
  readonly edition: ReportEdition;
  readonly #w: World;
  constructor(w: World, edition: ReportEdition) {
    this.#w = w;
    this.edition = edition;
  }

  static async of(w: World, request: Partial<BuildRequest> & { readonly month: string }): Promise<Built> {
    const ports = { ...w.ports, workbook: buildMonthlyWorkbook, documents: reportWriter };
    const before = w.reports.issued.length;
    const run = await startRun(ports, { by: "hq", key: String(before), ...request });
    if (isProblem(run)) throw new Error(run.problem);
    for (let parts = w.reportQueue.take(); parts.length > 0; parts = w.reportQueue.take())
      for (const part of parts) await buildReportPart(ports, part);
    const edition = w.reports.issued[before];
    if (edition === undefined) throw new Error("no edition was issued");
    return new Built(w, edition);
  }

  async body(begins: string, ends: string): Promise<Uint8Array> {
    const { files } = this.edition;
    const file = files.find(({ name }) => name.startsWith(`${begins}-2`) && name.endsWith(ends));
    const body = await this.#w.reportFiles.get(file?.key ?? "");
    if (body === undefined)
      throw new Error(`no ${begins}….${ends} among ${files.map(({ name }) => name).join(" ")}`);
    return body;
  }

  async file(name: string): Promise<Uint8Array> {
    const key = this.edition.files.find((file) => file.name === name)?.key ?? "";
    const body = await this.#w.reportFiles.get(key);
    if (body === undefined) throw new Error(`no ${name}`);
    return body;
  }

  async workbook(begins: string): Promise<Opened> {
    return Opened.of(await this.body(begins, "xlsx"));
  }

  async document(begins: string): Promise<string> {
    return textOf(await this.body(begins, "docx"));
  }

  /** JSON lines. */
  async lines(begins: string): Promise<Record<string, unknown>[]> {
    const text = new TextDecoder().decode(await this.body(begins, "jsonl"));
    return text
      .trim()
      .split("\n")
      .map((line): Record<string, unknown> => JSON.parse(line));
  }

  /** The cells of a CSV: a comma inside a quoted text stays there. */
  async cells(begins: string): Promise<string[][]> {
    const text = new TextDecoder().decode(await this.body(begins, "csv"));
    return text
      .replace(/^\uFEFF/, "")
      .trim()
      .split("\r\n")
      .map((line) =>
        [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
          ([, quoted, plain]) => quoted ?? plain ?? "",
        ),
      );
  }
}
