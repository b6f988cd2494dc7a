/** `npm run --silent sbom > jiesu-<number>.cdx.json`: what a release consists of. */
import { sbom } from "./sbom.ts";

process.stdout.write(`${JSON.stringify(sbom(), null, 2)}\n`);
