import { afterAll, beforeAll, expect, test } from "vitest";
import { type Counted, type CountedDesk, openCountedDesk } from "./counted-desk.ts";
import { lifeBody, settle } from "./life.ts";

/*
 * A whole building tells of one matter. What a complaint costs must not grow with those before it: the index says who
 * may be in a group, and documents are read only of what is proposed.
 */

interface Cost {
  readonly calls: number;
  readonly reads: number;
  readonly writes: number;
  /** Documents of other complaints. */
  readonly others: number;
}

let desk: CountedDesk;
const costs: Cost[] = [];
const TOLD = 50;

/** Registers a complaint of the building and works off everything that follows from it. */
async function tell(n: number, more: object = {}): Promise<Cost> {
  const all: Counted[] = [];
  const looked: Counted[] = [];
  const note = (part: string, _: string, counted: Counted) => {
    all.push(counted);
    // News of one minute go together: whoever writes the mail reads what it tells of.
    if (part !== "send") looked.push(counted);
  };
  const { email: _, ...complainant } = lifeBody(n).complainant;
  const told = await desk.receive({
    ...lifeBody(n),
    complainant,
    classCode: "1.2.2",
    matter: "电梯又停了，请尽快维修",
    location: { building: "3", unit: "1", room: String(100 + n) },
    ...more,
  });
  expect(told.result.status).toBe(201);
  all.push(told);
  const work = async () => {
    await desk.changes(note);
    await settle(desk, note);
  };
  await work();
  await desk.pass(20_000, work);
  const own = `C#${told.result.json.id}`;
  const calls = all.flatMap((one) => one.calls);
  return {
    calls: calls.length,
    reads: all.reduce((sum, one) => sum + one.readUnits, 0),
    writes: all.reduce((sum, one) => sum + one.writeUnits, 0),
    others: looked
      .flatMap((one) => one.calls)
      .filter(({ operation }) => operation === "BatchGetItem")
      .flatMap(({ keys }) => keys)
      .filter((key) => key.startsWith("C#") && key.endsWith(" DOC") && !key.startsWith(own)).length,
  };
}

beforeAll(async () => {
  desk = await openCountedDesk();
  for (let n = 1; n <= TOLD; n += 1) costs.push(await tell(n));
});
afterAll(() => desk.close());

/** The middle one of five: now and then one reads the rules anew. */
const around = (n: number, of: (cost: Cost) => number) =>
  costs
    .slice(n - 3, n + 2)
    .map(of)
    .toSorted((a, b) => a - b)[2] ?? 0;

test("a complaint late in the row asks for as much as the tenth", () => {
  expect(around(TOLD - 3, ({ calls }) => calls)).toBeLessThanOrEqual(around(10, ({ calls }) => calls) * 1.1);
  expect(around(TOLD - 3, ({ reads }) => reads)).toBeLessThanOrEqual(around(10, ({ reads }) => reads) * 1.3);
  // The group's own item holds its members, and each that joins writes it.
  expect(around(TOLD - 3, ({ writes }) => writes)).toBeLessThanOrEqual(
    around(10, ({ writes }) => writes) * 1.4,
  );
});

test("no document but its own is read, but for the one look that proposes the group", () => {
  const readers = costs
    .map(({ others }, index) => ({ n: index + 1, others }))
    .filter(({ others }) => others > 0);
  // The third is looked at as a recurrence, the fifth makes the group.
  expect(readers.map(({ n }) => n)).toEqual([3, 5]);
  expect(Math.max(...costs.map(({ others }) => others))).toBe(4);
});

test("one household that tells of it again and again costs no more each time", async () => {
  const same = { location: { building: "9", unit: "1", room: "901" }, classCode: "1.5.2" };
  const again: Cost[] = [];
  for (let n = 0; n < 24; n += 1) again.push(await tell(1000 + n, same));
  const [tenth, last] = [again[9], again[23]];
  expect(last?.reads).toBeLessThanOrEqual((tenth?.reads ?? 0) * 1.3);
});
