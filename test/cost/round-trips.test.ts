import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { costOf } from "./cost-page.ts";
import { type CountedDesk, openCountedDesk } from "./counted-desk.ts";
import { type Counts, lifeBody, liveOne } from "./life.ts";

/*
 * Calls to AWS, counted: how many round trips somebody waits for one after the other. It does not matter what else the
 * machine is doing.
 */

let desk: CountedDesk;
let life: readonly Counts[];
beforeAll(async () => {
  desk = await openCountedDesk();
  // The first one warms every function up.
  await liveOne(desk, 1);
  life = await liveOne(desk, 2);
});
afterAll(() => desk.close());

const parts = (part: Counts["part"]) => life.filter((one) => one.part === part);
const writes = ({ counted }: Counts) =>
  counted.calls.filter(({ operation }) => /^(Put|Update)Item$/.test(operation));

test("a complaint is registered in three round trips: what stands already, its number, the document", () => {
  const [intake] = parts("intake");
  expect(intake?.counted.rounds).toBeLessThanOrEqual(3);
});

test("no command of an ordinary life takes more than three round trips: who and what, what it asks for, the document", () => {
  expect(parts("command").length).toBeGreaterThan(12);
  for (const { what, counted } of parts("command"))
    expect(`${what} ${Math.max(3, counted.rounds)}`).toBe(`${what} 3`);
});

test("a timer decides in three round trips: the document, who is told, the document again", () => {
  const rung = parts("alarm").filter((one) => writes(one).length > 0);
  // The limit that was missed; whoever hears of a complaint at once is decided on with it.
  expect(rung).toHaveLength(1);
  for (const { counted } of rung) expect(counted.rounds).toBeLessThanOrEqual(3);
});

test("a mail is written down twice: claimed before it goes, handed over after", () => {
  expect(parts("send").length).toBeGreaterThan(3);
  for (const sent of parts("send")) expect(writes(sent).length).toBeLessThanOrEqual(2);
});

test("docs/cost.md says what a life costs, and that is below a tenth of a cent", async () => {
  const { dollars, writes, reads } = costOf(life);
  expect(dollars).toBeLessThanOrEqual(0.001);
  const page = await readFile(new URL("../../docs/cost.md", import.meta.url), "utf8");
  const [, statedWrites = "", statedReads = ""] = /together\*\* .*\| (\d+) \| ([\d.]+) \|\n/.exec(page) ?? [];
  // Salts and digests deflate differently each time: a kilobyte here and there.
  expect(Math.abs(writes - Number(statedWrites))).toBeLessThanOrEqual(0.05 * writes);
  expect(Math.abs(reads - Number(statedReads))).toBeLessThanOrEqual(0.05 * reads);
});

describe("other ways in and other commands", () => {
  test("a possible danger, whose posts are asked for, is registered in three round trips too", async () => {
    await desk.receive(lifeBody(3));
    const told = await desk.receive({ ...lifeBody(4), matter: "楼道里有煤气味，很浓，怕要爆炸" });
    expect(told.result.status).toBe(201);
    expect(told.rounds).toBeLessThanOrEqual(3);
  });

  test("the same complaint again is known after one", async () => {
    const again = await desk.receive(lifeBody(3));
    expect(again.result.status).toBe(200);
    expect(again.rounds).toBe(1);
  });

  test("what the household file is asked for is read with the rest", async () => {
    const { id } = (await desk.receive(lifeBody(5))).result.json;
    const correct = (version: number, room: string) =>
      desk.command("lake-supervisor", id, "correct", {
        version,
        location: { building: "3", unit: "2", room },
        reason: "房号记错了",
      });
    // The first one reads the file's rows.
    await correct(1, "601");
    desk.advance(1000);
    const corrected = await correct(2, "602");
    expect(corrected.result.status).toBe(200);
    expect(corrected.rounds).toBeLessThanOrEqual(3);
  });
});
