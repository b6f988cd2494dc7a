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

/** The tests that hold lib/domain to its sentences; the ones that boot something are of no use to a mutant. */
export default defineConfig({
  test: {
    include: ["test/domain/**/*.test.ts"],
    pool: "threads",
    testTimeout: 20_000,
    sequence: { sequencer: SentencesFirst },
  },
});
