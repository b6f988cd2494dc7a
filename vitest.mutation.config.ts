import { defineConfig } from "vitest/config";

/** The tests that hold lib/domain to its sentences; the ones that boot something are of no use to a mutant. */
export default defineConfig({
  test: { include: ["test/domain/**/*.test.ts"], pool: "threads", testTimeout: 20_000 },
});
