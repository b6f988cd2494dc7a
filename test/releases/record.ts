/**
 * `npm run record-release -- <checkout of a tag>`: keeps what that release wrote and what it was, for the tests of later ones.
 * The checkout has its packages installed and a sample month played (`npm run demo -- --complaints 90`).
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { bundleRelease } from "./bundle.ts";
import { recordTable } from "./record-table.ts";

const corpus = join(import.meta.dirname, "..", "corpus");
const [folder = "", demo = join(folder, ".jiesu", "demo", "state")] = process.argv.slice(2);
const checkout = resolve(folder);
const { version }: { version: string } = JSON.parse(readFileSync(join(checkout, "package.json"), "utf8"));

function keep(kind: string, file: string, content: Uint8Array): void {
  writeFileSync(join(corpus, kind, file), content);
  process.stdout.write(`${kind}/${file} ${content.byteLength}\n`);
}

keep("releases", `${version}.mjs.gz`, await bundleRelease(checkout, existsSync));
if (existsSync(demo)) keep("tables", `${version}.jsonl.gz`, await recordTable(demo));
else process.stdout.write(`${demo} is not there: no table was recorded\n`);
