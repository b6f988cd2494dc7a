/** `npm run openapi` writes docs/openapi.json; with `--check` it only says whether the file is up to date. */
import { readFileSync, writeFileSync } from "node:fs";
import * as z from "zod";
import { openApiDocument } from "./openapi.ts";

const file = new URL("../../docs/openapi.json", import.meta.url);
const manifest = new URL("../../package.json", import.meta.url);

const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(manifest, "utf8")));
const fresh = `${JSON.stringify(openApiDocument(version), null, 2)}\n`;

if (process.argv.includes("--check")) {
  if (readFileSync(file, "utf8") !== fresh) {
    process.stderr.write(
      "docs/openapi.json 已过时，请运行 npm run openapi · is stale: run npm run openapi\n",
    );
    process.exitCode = 1;
  }
} else {
  writeFileSync(file, fresh);
}
