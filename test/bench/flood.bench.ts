/** `npm run bench:flood`: 500 residents each send their complaint five times in parallel, on the real engine: one number each. */
import { startLocalAws } from "../support/engine.ts";
import { flood } from "../support/flood.ts";

const [people = 500, times = 5] = process.argv.slice(2).map(Number);
const local = await startLocalAws();
const start = performance.now();
const { asked, numbers, other } = await flood(await local.newTable(), people, times);
const seconds = (performance.now() - start) / 1000;
await local.close();
const distinct = new Set(numbers).size;
process.stdout.write(
  `${asked} posts of ${people} residents in ${seconds.toFixed(1)} s: ${distinct} numbers, ${other.length} without a receipt\n`,
);
if (distinct !== people || numbers.length !== people || other.length > 0) {
  process.stderr.write(`expected ${people} numbers, one each\n`);
  process.exit(1);
}
