import { expect, test } from "vitest";
import { keepTrying } from "./keep-trying.ts";

test("what does not come about is tried again after growing pauses, and no more once it has", async () => {
  const waited: number[] = [];
  let tries = 0;
  const attempt = async () => {
    tries += 1;
    return tries < 7 ? undefined : "kept";
  };
  expect(await keepTrying(attempt, async (seconds) => void waited.push(seconds))).toBe("kept");
  expect(waited).toEqual([5, 15, 60, 300, 300, 300]);
});
