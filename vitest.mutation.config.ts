import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** A mutant dies at the first test that fails: the sentences come before the properties, which take a hundred times as long. */
class SentencesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const weight = ({ moduleId }: TestSpecification) =>
      /propert|oracle|vectors|measure/.test(moduleId) ? 1 : 0;
    return files.toSorted(
      (one, other) => weight(one) - weight(other) || one.moduleId.localeCompare(other.moduleId),
    );
  }
}

/** `MUTATION_TESTS=test/domain/groups,test/domain/clocks`: the tests of a part alone, for a run of that part. */
const folders = (process.env.MUTATION_TESTS ?? "test/domain").split(",");

/** The tests that hold lib/domain to its sentences; the ones that boot something are of no use to a mutant. */
export default defineConfig({
  test: {
    include: folders.map((path) => (path.endsWith(".ts") ? path : `${path}/**/*.test.ts`)),
    // Hundreds of lives for each mutant: hours instead of minutes, and a score that only leaves out what they would kill too.
    exclude: process.env.MUTATION_WITHOUT_PROPERTIES === undefined ? [] : ["**/*.propert*.test.ts"],
    pool: "threads",
    // A mutant is a number that the code asks for: files need not load it anew each. They share nothing but values (vitest.config.ts).
    isolate: false,
    testTimeout: 20_000,
    sequence: { sequencer: SentencesFirst },
  },
});
