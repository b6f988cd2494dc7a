import { expect, test } from "vitest";
import { corpus, keptRuns } from "./corpus.ts";
import { keptReleases } from "./engine/released.ts";
import { runSeeds, type SeedLine } from "./lanes.ts";

/** `.ci/run` asks for 50. */
const seeds = Number(process.env["JIESU_SEEDS"] ?? 5);

async function lines(args: readonly string[]): Promise<SeedLine[]> {
  const seen: SeedLine[] = [];
  await runSeeds(args, (line) => seen.push(line));
  return seen;
}

const broken = (seen: readonly SeedLine[]) =>
  seen.flatMap(({ seed, violations }) =>
    violations.map(({ rule, about }) => `seed ${seed} ${rule}: ${about}`),
  );

test(`nothing is broken in ${seeds} short runs with their faults, and the same seed has the same trace`, {
  timeout: 600_000,
}, async () => {
  const [all, again] = await Promise.all([
    lines(["--from", "1", "--count", String(seeds), "--days", "0.5"]),
    lines(["--from", "2", "--count", "1", "--days", "0.5"]),
  ]);
  expect(broken(all)).toEqual([]);
  expect(all).toHaveLength(seeds);
  expect(again[0]?.digest).toBe(all[1]?.digest);
});

test.each(keptReleases)(
  "while half of the functions run the code of %s nothing is broken that it can read",
  {
    timeout: 600_000,
  },
  async (release) => {
    // Two busy days, one with a hundred faults, in which nobody does what docs/upgrade.md says that it does not read.
    const seen = await lines(["--list", "4,6", "--per-day", "10", "--with", release]);
    expect(broken(seen)).toEqual([]);
    expect(seen.map(({ counts }) => counts.events > 100)).toEqual([true, true]);
  },
);

test("what seeds have found before does not come back", { timeout: 600_000 }, async () => {
  const seen = await lines(["--corpus"]);
  expect(broken(seen)).toEqual([]);
  expect(seen).toHaveLength(keptRuns(corpus).length);
});
