/** `npm run licences`: writes docs/licences.md from package-lock.json. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../docs/markdown.ts";
import { licencesPage } from "./lockfile.ts";

writeFileSync(join(root, "docs/licences.md"), licencesPage());
