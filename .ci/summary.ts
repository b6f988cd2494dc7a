import { readFileSync } from "node:fs";

/** Prints the closing line of a test run from vitest's JSON report. */
const [file] = process.argv.slice(2);
if (file === undefined) throw new Error("usage: summary.ts REPORT.json");
const report: unknown = JSON.parse(readFileSync(file, "utf8"));

function count(key: string): number {
  if (typeof report !== "object" || report === null || !(key in report))
    throw new Error(`no ${key} in ${file}`);
  const value: unknown = Reflect.get(report, key);
  if (typeof value !== "number") throw new Error(`${key} in ${file} is no number`);
  return value;
}

const skipped = count("numPendingTests") + count("numTodoTests");
console.log(
  `${count("numPassedTests")} passed, ${count("numFailedTests")} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`,
);
