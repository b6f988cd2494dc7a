import { expect, test } from "vitest";
import { flood, takeFlood } from "./flood.ts";

/** An order that a number decides: the same every time. */
function shuffledBy(seed: number): <T>(items: readonly T[]) => readonly T[] {
  let state = seed;
  const next = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state;
  };
  return (items) =>
    items
      .map((item) => ({ item, at: next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item);
}

/** `FLOOD=1000 npm test -- test/app/mail/flood` is the long run. */
const size = Number(process.env.FLOOD ?? 60);

test("in a flood with poison in it every letter is one complaint, and each poison waits for people with its reason", async () => {
  const mails = flood(size);
  const good = mails.filter(({ poison }) => poison === undefined);
  const result = await takeFlood(mails, 5, shuffledBy(7));
  // Every letter, each brought five times in any order and ten at a time: one complaint.
  expect(result.complaints).toHaveLength(good.length);
  expect(new Set(result.complaints).size).toBe(good.length);
  // What the reader died of was brought five times, is a dead letter, and then put aside unread.
  const broken = mails.filter(({ poison }) => poison === "breaks-the-reader").map(({ key }) => key);
  expect([...result.dead].sort()).toEqual(broken.sort());
  const reasons = [...result.quarantined.values()];
  expect(reasons.filter((reason) => reason === "failed-repeatedly")).toHaveLength(broken.length);
  expect(reasons).toHaveLength(mails.length - good.length);
  expect(new Set(reasons).size).toBeGreaterThanOrEqual(4);
  expect(result.left).toBe(0);
}, 600_000);
