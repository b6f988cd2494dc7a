import { png } from "../../lib/adapters/formats/png.ts";
import { maskFile } from "../../lib/adapters/workbook/mask-file.ts";
import { zipWriter } from "../../lib/adapters/workbook/zip.ts";
import type { Ports } from "../../lib/app/ports/index.ts";
import { parseMail } from "./plain-mail.ts";

/** One white pixel. */
const blankChart = {
  png: png({ width: 1, height: 1, pixels: "rgba", data: new Uint8Array(4).fill(0xff) }),
  width: 1,
  height: 1,
  words: "图",
};

/** The real writers of forms and reports, loaded by the tests that print; a chart is drawn by nobody here. */
export const documentWriters = {
  papers: async (form, facts) =>
    (await import("../../lib/adapters/documents/index.ts")).printPaper(form, facts),
  documents: {
    bulletin: async (input) =>
      (await import("../../lib/adapters/documents/report-writer.ts")).reportWriter.bulletin(input),
    monthly: async (input) =>
      (await import("../../lib/adapters/documents/report-writer.ts")).reportWriter.monthly(input),
    classification: async (input) =>
      (await import("../../lib/adapters/documents/report-writer.ts")).reportWriter.classification(input),
    analysis: async (input) =>
      (await import("../../lib/adapters/documents/report-writer.ts")).reportWriter.analysis(input),
  },
  // Drawing is tested with the painter (test/adapters/charts).
  charts: async () => blankChart,
} satisfies Partial<Ports>;

/** Mails, messages and workbooks as plain as can be: a test sees what they were made from. */
export const plainText = {
  renderer: {
    brief: ({ notice, acknowledgeUrl, trackingUrl }) => ({
      title: notice.template,
      text: notice.key,
      url: acknowledgeUrl ?? trackingUrl ?? "",
    }),
    render: ({ notice, trackingUrl, report }) => ({
      subject: notice.key,
      text: trackingUrl ?? String(report?.edition),
      html: "",
    }),
  },
  workbook: async ({ ledger, ...input }) => {
    const rows = [];
    for await (const row of ledger) rows.push(row);
    return new TextEncoder().encode(JSON.stringify({ ...input, ledger: rows }));
  },
  zip: zipWriter,
  maskFile,
  parseMail,
} satisfies Partial<Ports>;
