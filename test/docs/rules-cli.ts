/** `npm run rules`: writes docs/regulations.md, docs/transitions.md, docs/rights.md and docs/data-dictionary.md from the sources. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { dataDictionaryPage } from "./data-dictionary.ts";
import { root } from "./markdown.ts";
import { rightsPage } from "./rights.ts";
import { ruleIndexPage } from "./rule-index.ts";
import { transitionDiagram } from "./transition-diagram.ts";

writeFileSync(join(root, "docs/transitions.md"), transitionDiagram());
writeFileSync(join(root, "docs/rights.md"), rightsPage());
writeFileSync(join(root, "docs/data-dictionary.md"), dataDictionaryPage());
writeFileSync(join(root, "docs/regulations.md"), ruleIndexPage());
