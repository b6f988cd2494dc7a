import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { type Figure, rounded } from "./measured.ts";

const script = fileURLToPath(new URL("../reports.bench.ts", import.meta.url));
/** Offices of a company have some 200 complaints a month here; a company some 500 offices at most. */
const AN_OFFICE = 200;
const MOST_OFFICES = 500;

/** What `reports.bench.ts` says at its end. */
const said =
  /(\d+) files, (\d+) MB in ([\d.]+) s \(([\d.]+) s of one core\); peak (\d+) MB.*; (\d+) read units/;

/** All files of a company's month, from the documents to the issued edition, in a process of its own. */
export async function months(sizes: readonly number[], tell: (text: string) => void): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const size of sizes) {
    const offices = Math.min(MOST_OFFICES, Math.max(1, Math.round(size / AN_OFFICE)));
    tell(`a month of ${size}`);
    const child = spawn(process.execPath, [script, String(size), String(offices)], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let text = "";
    child.stdout.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      process.stderr.write(chunk);
    });
    const [code] = await once(child, "close");
    const [, files, megabytes, seconds, core, peak, units] = said.exec(text) ?? [];
    if (code !== 0 || units === undefined) throw new Error(`a month of ${size} was not built`);
    figures.push({
      part: "month",
      what: `all files, ${offices} offices`,
      count: size,
      inFlight: 1,
      seconds: Number(seconds),
      perSecond: rounded(size / Number(seconds), 1),
      cpuMs: { functions: rounded((Number(core) * 1000) / size, 2), host: 0, engine: 0 },
      units: { write: 0, read: rounded(Number(units) / size, 2) },
      rssMiB: Number(peak),
      note: `${files} files, ${megabytes} MB in ${seconds} s`,
    });
  }
  return figures;
}
