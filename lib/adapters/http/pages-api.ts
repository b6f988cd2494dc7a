import type { WebFiles } from "../web-files/files.ts";
import { api, type Log } from "./core/router.ts";
import { applicationAt, type PageSettings, pageHandlers } from "./pages/handlers.ts";

/** The staff's pages: one application under every address of lib/contracts/pages/paths.ts, its files, its settings. */
export function pagesApi(files: WebFiles, settings: PageSettings, log?: Log) {
  return api<WebFiles>({
    name: "pages",
    ports: async () => files,
    servings: [pageHandlers(settings), applicationAt(settings)],
    log,
  });
}
