import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import {
  appendFileSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { resolve } from "node:path";
import { Instrumenter } from "@stryker-mutator/instrumenter";
import { heldBy } from "./folders.ts";
import { type Measured, withRow } from "./rows.ts";

/*
 * `npm run mutation:table -- lib/domain/ledger [lib/app/mail …]` mutates one folder after the other against the tests that hold it
 * (folders.ts), writes the score with its commit into docs/mutation.md and what survived into `.jiesu/mutation/`.
 */

const PAGE = "docs/mutation.md";
const place = ".jiesu/mutation";
/** A mutant of which nothing is heard for so long (ms) loops: that is noticed. */
const LOOPS = 30_000;
/** A process that is begun anew more often than this has a fault of its own. */
const MOST_STARTS = 60;

const quiet = () => undefined;
const logger = {
  isTraceEnabled: () => false,
  isDebugEnabled: () => false,
  isInfoEnabled: () => false,
  isWarnEnabled: () => false,
  isErrorEnabled: () => false,
  isFatalEnabled: () => false,
  trace: quiet,
  debug: quiet,
  info: quiet,
  warn: quiet,
  error: quiet,
  fatal: quiet,
};

const git = (...words: string[]) => execFileSync("git", words, { encoding: "utf8" }).trim();

/** The commit that was measured; what is changed beside it comes with the row. */
const commit = () =>
  `${git("rev-parse", "--short=8", "HEAD")}${git("status", "--porcelain", "lib", "test") === "" ? "" : " with the tests that came with this row"}`;

type Mutants = Awaited<ReturnType<Instrumenter["instrument"]>>["mutants"];

/** The folder's code with all its mutants in it, in a file for the process that runs them. */
async function instrumented(
  folder: string,
  name: string,
): Promise<{ readonly mutants: Mutants; readonly files: string }> {
  const sources = globSync(`${folder}/**/*.ts`).toSorted();
  const { files, mutants } = await new Instrumenter(logger).instrument(
    sources.map((path) => ({ name: resolve(path), mutate: true, content: readFileSync(path, "utf8") })),
    { plugins: null, excludedMutations: [], ignorers: [] },
  );
  const file = `${place}/${name}.files.json`;
  writeFileSync(file, JSON.stringify(Object.fromEntries(files.map((one) => [one.name, one.content]))));
  return { mutants, files: file };
}

/** Runs the tests until they have said something of every mutant that they reach. Throws where they fail without one. */
async function tried(folder: string, files: string, log: string): Promise<void> {
  for (let starts = 0; starts < MOST_STARTS; starts += 1) {
    writeFileSync(`${log}.now`, "");
    const child = spawn(process.execPath, ["test/mutation/run.ts"], {
      stdio: ["ignore", "ignore", "inherit"],
      detached: true,
      env: {
        ...process.env,
        MUTATION_LOG: resolve(log),
        MUTATION_FILES: files,
        MUTATION_TESTS: heldBy(folder).tests.join(","),
      },
    });
    // The tests run in a group of their own: whoever ends this ends them.
    const ended = () => {
      if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
      process.exit(1);
    };
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, ended);
    const code = await watched(child, log);
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, ended);
    const said = readFileSync(log, "utf8").trimEnd().split("\n").at(-1) ?? "";
    if (code === 0) return;
    // Broken off by a mutant that looped, or one that left something behind: it is on record, and the others go on.
    if (!/^(?:killed|poisoned) /.test(said))
      throw new Error(`the tests of ${folder} fail without a mutant, or were broken off`);
  }
  throw new Error(`the tests of ${folder} were begun ${MOST_STARTS} times`);
}

/** The process's code, null for one that was ended: a mutant that loops ends it, which is on record as noticed. */
async function watched(child: ChildProcess, log: string): Promise<number | null> {
  const current = `${log}.now`;
  const watch = setInterval(() => {
    const id = readFileSync(current, "utf8");
    if (id === "" || child.pid === undefined || Date.now() - statSync(current).mtimeMs < LOOPS) return;
    clearInterval(watch);
    appendFileSync(log, `killed ${id}\n`);
    process.kill(-child.pid, "SIGKILL");
  }, 1_000);
  try {
    return await new Promise<number | null>((end) => child.once("exit", end));
  } finally {
    clearInterval(watch);
  }
}

async function measure(folder: string): Promise<Measured> {
  const name = folder.replaceAll("/", "-");
  mkdirSync(place, { recursive: true });
  const { mutants, files } = await instrumented(folder, name);
  const log = `${place}/${name}.log`;
  rmSync(log, { force: true });
  writeFileSync(log, "");
  await tried(folder, files, log);
  const said = new Map<string, Set<string>>();
  for (const line of readFileSync(log, "utf8").split("\n")) {
    const [word = "", id = ""] = line.split(" ");
    said.set(word, (said.get(word) ?? new Set()).add(id));
  }
  const is = (word: string, id: string) => said.get(word)?.has(id) === true;
  // Met only while a file loads, or only once for all tests: no test can be asked about it.
  const isAskable = ({ id }: Mutants[number]) =>
    is("killed", id) || is("tried", id) || (!is("static", id) && !is("reached", id));
  const counted = mutants.filter((one) => one.status === undefined && isAskable(one));
  const left = counted.filter(({ id }) => !is("killed", id));
  writeFileSync(`${place}/${name}.txt`, left.map((one) => described(one, is("tried", one.id))).join(""));
  if (existsSync(`${log}.now`)) rmSync(`${log}.now`);
  return { folder, killed: counted.length - left.length, total: counted.length, commit: commit() };
}

/** A mutant that no test noticed, with its place and what it was changed to. */
function described({ fileName, location, replacement }: Mutants[number], isTried: boolean): string {
  const { line, column } = location.start;
  // Stryker counts from 0.
  const text = readFileSync(fileName, "utf8").split("\n")[line]?.trim() ?? "";
  const at = `${fileName.replace(`${process.cwd()}/`, "")}:${line + 1}:${column + 1}`;
  return `${at}${isTried ? "" : " (reached by no test)"}\n  - ${text}\n  + ${replacement.replaceAll(/\s+/g, " ")}\n`;
}

const folders = process.argv.slice(2).map((folder) => folder.replace(/\/$/, ""));
if (folders.length === 0) {
  process.stderr.write("npm run mutation:table -- lib/domain/ledger lib/app/mail …\n");
  process.exit(2);
}
for (const folder of folders) {
  const begun = performance.now();
  const measured = await measure(folder);
  writeFileSync(PAGE, withRow(readFileSync(PAGE, "utf8"), measured));
  const seconds = Math.round((performance.now() - begun) / 1000);
  process.stdout.write(`${folder}: ${measured.killed} of ${measured.total}, ${seconds} s\n`);
}
