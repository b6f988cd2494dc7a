import { readFileSync } from "node:fs";
import { startVitest } from "vitest/node";

/* One process that holds the mutants (table.ts starts it, and anew after one that did not come back). */

const files: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(process.env.MUTATION_FILES ?? "", "utf8"),
);
const tests = (process.env.MUTATION_TESTS ?? "").split(",");
const vitest = await startVitest(
  "test",
  [],
  {
    config: false,
    watch: false,
    include: tests.map((path) => (path.endsWith(".ts") ? path : `${path}/**/*.test.ts`)),
    exclude: ["**/*.propert*.test.ts", "**/*.long.test.ts"],
    pool: "forks",
    maxWorkers: 1,
    isolate: false,
    fileParallelism: false,
    testTimeout: 3_000_000,
    runner: "./test/mutation/runner.ts",
    reporters: ["dot"],
    silent: true,
    // What was loaded without mutants before is not what is run here.
    fsModuleCache: false,
  },
  {
    plugins: [{ name: "mutants", enforce: "pre", load: (id) => files[id.split("?")[0] ?? ""] ?? null }],
  },
);
const isWell = vitest.state.getCountOfFailedTests() === 0 && vitest.state.getUnhandledErrors().length === 0;
await vitest.close();
process.exit(isWell ? 0 : 1);
