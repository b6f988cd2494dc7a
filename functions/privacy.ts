import { container } from "../lib/adapters/composition/container.ts";
import { scheduled } from "../lib/adapters/lambda/scheduled.ts";
import { maskFile } from "../lib/adapters/workbook/mask-file.ts";
import { zipWriter } from "../lib/adapters/workbook/zip.ts";
import { careForPersonData } from "../lib/app/erasure/care.ts";

export const handler = scheduled(
  () =>
    container("privacy", {
      maskFile,
      zip: zipWriter,
      // Half a megabyte that only an erasure needs.
      parseMail: async (raw) => (await import("../lib/adapters/mail-in/index.ts")).parseMail(raw),
    }),
  careForPersonData,
);
