import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";

/*
 * `npm run properties -- [runs]`: the properties of complaints and groups over 10,000 random lives each, where `npm test` looks
 * at some hundred: that every running clock can be stopped by somebody, and what a household is owed in a group. It takes
 * some twenty minutes, says how far it is after each part, and ends at the first life that is wrong, with its seed. Each part
 * has a seed that no part before it had, of this run or (most likely) of any other.
 */

const PART = 500;
const files = ["test/domain/complaint/settling.test.ts", "test/domain/groups/owed.properties.test.ts"];
const runs = Number(process.argv[2] ?? 10_000);
if (!Number.isSafeInteger(runs) || runs < 1) {
  process.stderr.write("npm run properties -- [runs]: a whole number of runs, 10000 unless said otherwise\n");
  process.exit(2);
}

/** One part in a process of its own, so that a long look needs no more memory than a short one. */
function look(file: string, lives: number, seed: number): string | undefined {
  const { status, stdout, stderr } = spawnSync("npm", ["run", "test", "--", file], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, JIESU_RUNS: String(lives), JIESU_SEED: String(seed), FORCE_COLOR: "0" },
  });
  return status === 0 ? undefined : `${stdout}${stderr}`;
}

const first = randomInt(2 ** 31);
const seconds = () => Math.round(performance.now() / 1000);
for (const file of files) {
  for (let done = 0; done < runs; ) {
    const lives = Math.min(PART, runs - done);
    const seed = first + done;
    const wrong = look(file, lives, seed);
    if (wrong !== undefined) {
      process.stdout.write(`${wrong}\n${file}: wrong within ${lives} lives of JIESU_SEED=${seed}\n`);
      process.exit(1);
    }
    done += lives;
    process.stdout.write(`${file}: ${done} of ${runs} lives, ${seconds()} s\n`);
  }
}
process.stdout.write(`${runs} lives of each property: none is wrong\n`);
