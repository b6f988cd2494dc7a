import { pagesApi } from "../lib/adapters/http/pages-api.ts";
import { webFiles } from "../lib/adapters/web-files/files.ts";
import { readEnvironment } from "../lib/config/environment.ts";

export const handler = pagesApi(
  webFiles(new URL("./web/", import.meta.url)),
  readEnvironment("pages", process.env),
);
