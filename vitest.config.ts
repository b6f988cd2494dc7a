import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts", "web/src/**/*.test.{ts,tsx}"],
    pool: "forks",
    // By itself vitest leaves one core idle, which on two cores means one file at a time.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    coverage: {
      provider: "v8",
      include: ["lib/**", "functions/**", "infra/**"],
      reporter: ["text-summary", "json-summary"],
    },
  },
});
