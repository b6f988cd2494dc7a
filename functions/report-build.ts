import { container } from "../lib/adapters/composition/container.ts";
import { reportWriter } from "../lib/adapters/documents/report-writer.ts";
import { reportMessage } from "../lib/adapters/lambda/messages.ts";
import { queueConsumer } from "../lib/adapters/lambda/queue-consumer.ts";
import { buildMonthlyWorkbook, zipWriter } from "../lib/adapters/workbook/index.ts";
import { buildReportPart } from "../lib/app/reports/run/build.ts";

export const handler = queueConsumer(
  () =>
    container("report-build", {
      workbook: buildMonthlyWorkbook,
      zip: zipWriter,
      documents: reportWriter,
      // Loaded for the company's files: no project's part waits for it.
      charts: async (figures) => (await import("../lib/adapters/charts/index.ts")).paintMonth(figures),
    }),
  reportMessage,
  buildReportPart,
);
