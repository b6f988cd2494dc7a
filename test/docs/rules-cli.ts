/** `npm run rules`: writes docs/regulations.md from the document codes in the sources. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./markdown.ts";
import { ruleIndexPage } from "./rule-index.ts";

writeFileSync(join(root, "docs/regulations.md"), ruleIndexPage());
