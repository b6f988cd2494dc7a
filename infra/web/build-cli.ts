/** `npm run build:web [FOLDER]`: builds the staff's pages, and copies them into FOLDER if one is named. */
import { buildWeb, putWeb } from "./build.ts";

const [folder] = process.argv.slice(2);
if (folder === undefined) process.stdout.write(`${await buildWeb()}\n`);
else await putWeb(folder);
