import { afterEach, expect, test, vi } from "vitest";
import { givingBack } from "../../../../infra/local/host/runtime/giving-back.ts";

afterEach(() => {
  vi.useRealTimers();
});

test("memory goes back to the system once nothing has been done for a while, and not before", () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const total = () => process.memoryUsage().heapTotal / 2 ** 20;
  const rests = givingBack(1_000);
  let load: object[] = Array.from({ length: 800_000 }, (_, n) => ({ n }));
  const loaded = total();
  load = [];
  rests();
  vi.advanceTimersByTime(900);
  rests();
  vi.advanceTimersByTime(900);
  expect(total()).toBeGreaterThan(loaded - 10);
  vi.advanceTimersByTime(200);
  expect(total()).toBeLessThan(loaded - 10);
  expect(load).toEqual([]);
});
