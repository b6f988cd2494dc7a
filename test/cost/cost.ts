/** `npm run cost`: writes docs/cost.md from the counted calls of one life. */
import { writeFileSync } from "node:fs";
import { costPage } from "./cost-page.ts";
import { openCountedDesk } from "./counted-desk.ts";
import { liveOne } from "./life.ts";

const desk = await openCountedDesk();
await liveOne(desk, 1);
writeFileSync(new URL("../../docs/cost.md", import.meta.url), costPage(await liveOne(desk, 2)));
await desk.close();
