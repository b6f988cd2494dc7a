import { container } from "../lib/adapters/composition/container.ts";
import { reportsApi } from "../lib/adapters/http/reports-api.ts";
import { oidcFromEnvironment } from "../lib/adapters/identity/from-environment.ts";
import { zipWriter } from "../lib/adapters/workbook/zip.ts";

export const handler = reportsApi(
  () =>
    container("reports-api", {
      // Loaded when a form is asked for: no other request waits for it.
      papers: async (form, facts) =>
        (await import("../lib/adapters/documents/index.ts")).printPaper(form, facts),
      zip: zipWriter,
    }),
  oidcFromEnvironment("reports-api", process.env),
);
