import { defineConfig } from "vitest/config";

/** What shares nothing but values: a module that is loaded once serves all their files. Whoever mocks a module is not among them. */
const shared = [
  "test/{app,client,contracts,cost,domain}/**/*.test.ts",
  "test/adapters/!(lambda)/**/*.test.ts",
];

/** What takes a minute or more each: `npm run test:long`, which `.ci/run` runs as well. */
const long = ["test/**/*.long.test.ts"];

export default defineConfig({
  test: {
    pool: "forks",
    // By itself vitest leaves one core idle, which on two cores means one file at a time.
    maxWorkers: 2,
    // How long something may take says nothing here: these only end what hangs, on a busy machine too.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    setupFiles: ["test/support/chance.ts"],
    projects: [
      { extends: true, test: { name: "parts", include: shared, isolate: false } },
      {
        extends: true,
        test: {
          name: "whole",
          include: ["test/**/*.test.ts", "web/src/**/*.test.{ts,tsx}"],
          exclude: ["**/node_modules/**", ...shared, ...long],
        },
      },
      { extends: true, test: { name: "long", include: long } },
    ],
    coverage: {
      provider: "v8",
      include: ["lib/**", "functions/**", "infra/**"],
      reporter: ["text-summary", "json-summary"],
    },
  },
});
