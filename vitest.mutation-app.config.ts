import { defineConfig } from "vitest/config";

/** The tests that hold lib/app and the functions' adapters to their sentences, over ports in memory. */
export default defineConfig({
  test: {
    include: [
      "test/app/**/*.test.ts",
      "test/adapters/lambda/**/*.test.ts",
      "test/adapters/queue/**/*.test.ts",
    ],
    // Draws and writes real files: minutes for each mutant, and its own tests hold it.
    exclude: ["test/app/reports/**"],
    pool: "threads",
    testTimeout: 20_000,
  },
});
