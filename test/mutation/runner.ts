import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { type RunnerTestCase, type RunnerTestSuite, TestRunner } from "vitest";

/** Where what becomes of each mutant is written down, line by line: a run that is broken off goes on from there. */
const log = process.env.MUTATION_LOG ?? "";
/** A test that takes longer (ms) is asked about no mutant: thousands of such runs would take hours. */
const LONGEST = 3_000;
/** Nothing answers any more (ms). */
const SILENT = 5_000;

/** What instrumented code looks at: which mutant is on, and what it has been reached by. */
interface Switchboard {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: {
    readonly static: Record<string, number>;
    readonly perTest: Record<string, Record<string, number>>;
  };
}
const name = "__stryker__";
const board: Switchboard = Reflect.get(globalThis, name) ?? {};
Reflect.set(globalThis, name, board);
const now = performance.now.bind(performance);
const { setTimeout: later, clearTimeout: never } = globalThis;

const killed = new Set<string>();
const reached = new Set<string>();
if (existsSync(log)) {
  for (const line of readFileSync(log, "utf8").split("\n"))
    if (line.startsWith("killed ")) killed.add(line.slice(7));
}
const note = (word: string, id: string) => appendFileSync(log, `${word} ${id}\n`);

/**
 * Runs each test as it is, then once for every mutant that it reached and nobody has noticed: the code is loaded once and a mutant is
 * a number that it asks for, so that a mutant costs what its tests cost.
 */
export default class MutationRunner extends TestRunner {
  override onBeforeTryTask(...given: Parameters<TestRunner["onBeforeTryTask"]>): void {
    super.onBeforeTryTask(...given);
    board.currentTestId = given[0].id;
  }

  async runTask(test: RunnerTestCase): Promise<void> {
    const act = TestRunner.getTestFn(test);
    const begun = now();
    try {
      await act();
    } finally {
      board.currentTestId = undefined;
    }
    const hits = Object.entries(board.mutantCoverage?.perTest[test.id] ?? {});
    for (const [id] of hits) {
      if (!reached.has(id)) note("reached", id);
      reached.add(id);
    }
    if (now() - begun > LONGEST) return;
    for (const [id, times] of hits) {
      if (killed.has(id)) continue;
      writeFileSync(`${log}.now`, id);
      if (!(await notices(test, id, times))) continue;
      killed.add(id);
      note("killed", id);
      // What a mutant has left behind in values that all tests share would be taken for the work of the next one.
      if (!(await isSound(test))) {
        note("poisoned", id);
        process.kill(process.pid, "SIGKILL");
      }
    }
    writeFileSync(`${log}.now`, "");
  }

  override onAfterRunFiles(files: Parameters<TestRunner["onAfterRunFiles"]>[0]): void {
    super.onAfterRunFiles(files);
    for (const id of Object.keys(board.mutantCoverage?.static ?? {})) note("static", id);
  }
}

/** True if the test fails while the mutant is on; a mutant that was never asked for is on record as inert. */
async function notices(test: RunnerTestCase, id: string, times: number): Promise<boolean> {
  board.activeMutant = id;
  board.hitCount = 0;
  board.hitLimit = times * 100 + 1_000;
  try {
    await once(test);
    if (board.hitCount > 0) note("tried", id);
    return false;
  } catch {
    return true;
  } finally {
    board.activeMutant = undefined;
    board.hitCount = undefined;
  }
}

async function isSound(test: RunnerTestCase): Promise<boolean> {
  try {
    await once(test);
    return true;
  } catch {
    return false;
  }
}

/** The test with what is done before and after each. */
async function once(test: RunnerTestCase): Promise<void> {
  const suites = suitesOf(test);
  const undo: unknown[] = [];
  let timer: ReturnType<typeof later> | undefined;
  const whole = async () => {
    try {
      for (const suite of suites)
        for (const hook of TestRunner.getSuiteHooks(suite).beforeEach)
          undo.push(await hook(test.context, suite));
      await TestRunner.getTestFn(test)();
    } finally {
      for (const suite of suites.toReversed())
        for (const hook of TestRunner.getSuiteHooks(suite).afterEach) await hook(test.context, suite);
      for (const step of undo) if (typeof step === "function") await step();
    }
  };
  const silence = new Promise<never>((_, reject) => {
    timer = later(() => reject(new Error("no answer")), SILENT);
  });
  try {
    await Promise.race([whole(), silence]);
  } finally {
    never(timer);
  }
}

/** The file first, then every describe around the test. */
function suitesOf({ suite, file }: RunnerTestCase): RunnerTestSuite[] {
  const around: RunnerTestSuite[] = [];
  for (let one = suite; one !== undefined; one = one.suite) around.unshift(one);
  return around[0] === file ? around : [file, ...around];
}
