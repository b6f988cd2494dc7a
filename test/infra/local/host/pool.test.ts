import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FunctionPool } from "../../../../infra/local/host/runtime/function-pool.ts";

/* Warm workers of one function, each a thread with the bundle in memory. */

let folder: string;
let pool: FunctionPool;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  folder = await mkdtemp(join(tmpdir(), "jiesu-pool-"));
  const bundle = join(folder, "index.mjs");
  await writeFile(
    bundle,
    'import { threadId } from "node:worker_threads";\nexport const handler = async () => threadId;\n',
  );
  pool = new FunctionPool(
    {
      name: "example",
      logicalId: "Example",
      arn: "arn:example",
      roleArn: "arn:role",
      bundle,
      handler: "index.handler",
      timeoutMs: 1000,
      memoryMb: 128,
      env: {},
    },
    {
      clock: { shared: new SharedArrayBuffer(8), now: () => 0 },
      logDirectory: folder,
      workers: 2,
      timeoutMs: () => 1000,
    },
  );
});
afterEach(async () => {
  const closed = pool.close();
  await vi.runAllTimersAsync();
  await closed;
  vi.useRealTimers();
  await rm(folder, { recursive: true });
});

/** The threads that answered, called together. */
async function threads(count: number): Promise<string[]> {
  const answers = await Promise.all(Array.from({ length: count }, () => pool.invoke({})));
  return answers.map((answer) => (answer.ok ? answer.payload : answer.failure.errorMessage));
}

test("a worker that nobody calls is given up, the last one after a minute; its processor time stays counted", async () => {
  const both = new Set(await threads(2));
  expect(both.size).toBe(2);
  expect(pool.warm).toBe(2);

  vi.advanceTimersByTime(10_000);
  expect(pool.warm).toBe(1);
  const [kept = ""] = await threads(1);
  expect(both).toContain(kept);
  const spent = await pool.cpuMs();
  expect(spent).toBeGreaterThan(0);

  vi.advanceTimersByTime(59_999);
  expect(pool.warm).toBe(1);
  vi.advanceTimersByTime(1);
  expect(pool.warm).toBe(0);
  await vi.waitUntil(async () => (await pool.cpuMs()) >= spent);

  const [anew = ""] = await threads(1);
  expect(both).not.toContain(anew);
  expect(pool.warm).toBe(1);
});

test("processor time can be asked for while a thread starts", async () => {
  const answered = pool.invoke({});
  expect(await pool.cpuMs()).toBeGreaterThanOrEqual(0);
  expect((await answered).ok).toBe(true);
});
