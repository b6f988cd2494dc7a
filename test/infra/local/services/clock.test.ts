import { expect, test } from "vitest";
import { openClock } from "../../../../infra/local/clock.ts";

test("the clock moves forward only, shows workers the same instant, and is on disk first", () => {
  const saved: number[] = [];
  const clock = openClock({ load: () => undefined, save: (instant) => saved.push(instant) }, 1000);
  clock.set(2000);
  clock.set(2000);
  expect(() => clock.set(1999)).toThrow(/forward only/);
  expect(saved).toEqual([1000, 2000]);
  expect(Number(new BigInt64Array(clock.shared)[0])).toBe(2000);
  const failing = openClock(
    {
      load: () => 5000,
      save: () => {
        throw new Error("disk full");
      },
    },
    1000,
  );
  expect(() => failing.set(6000)).toThrow("disk full");
  expect(failing.now()).toBe(5000);
});
