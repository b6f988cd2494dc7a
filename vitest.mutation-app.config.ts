import { defineConfig } from "vitest/config";

/** `MUTATION_TESTS=test/app/notices,test/adapters/lambda`: the tests of a part alone, for a run of that part. */
const folders = (process.env.MUTATION_TESTS ?? "test/app,test/adapters/lambda,test/adapters/queue").split(
  ",",
);

/** The tests that hold lib/app and the functions' adapters to their sentences, over ports in memory. */
export default defineConfig({
  test: {
    include: folders.map((folder) => `${folder}/**/*.test.ts`),
    // Draws and writes real files: minutes for each mutant, and its own tests hold it.
    exclude: ["test/app/reports/**"],
    pool: "threads",
    testTimeout: 120_000,
  },
});
