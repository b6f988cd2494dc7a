import { expect, test } from "vitest";
import { sweep } from "../../../lib/app/dispatch/sweep.ts";
import { at, later } from "../../support/builders.ts";
import { world } from "../../support/world.ts";

const monday = at("2026-03-02 10:00");

/** So many hours in which no schedule can be made; how often one was asked for in each five minutes of them. */
async function throttled(hours: number) {
  const w = world(monday);
  const complaint = await w.receive({});
  const { id } = complaint.registration;
  w.timers.budget = 0;
  const asked: number[] = [];
  for (let minutes = 0; minutes < hours * 60; minutes += 5) {
    const before = w.timers.refused;
    await sweep(w.ports);
    await w.run(later(monday, (minutes + 5) / 60));
    asked.push(w.timers.refused - before);
  }
  return { w, id, asked };
}

test("schedules that stay throttled are asked for by the sweep alone, with growing pauses", async () => {
  const { asked } = await throttled(8);
  const calm = asked.slice(2);
  expect(Math.max(...calm)).toBeLessThanOrEqual(2);
  expect(calm.reduce((sum, times) => sum + times, 0)).toBeLessThan(calm.length / 2);
});

test("no rung is late for it: near its instant the timer is a message with a delay", async () => {
  const { w, id } = await throttled(23);
  const rungs = (await w.complaint(id)).events.flatMap(({ fact }) =>
    fact.type === "rungDecided" ? [fact] : [],
  );
  expect(rungs.length).toBeGreaterThan(2);
  expect(Math.max(...rungs.map(({ lateBy }) => lateBy))).toBeLessThan(60);
});

test("once schedules can be made again the timer is set within a quarter of an hour or two sweeps", async () => {
  const { w, id } = await throttled(8);
  w.timers.budget = Number.POSITIVE_INFINITY;
  for (const minutes of [5, 10, 15, 20]) {
    await sweep(w.ports);
    await w.run(later(monday, 8 + minutes / 60));
  }
  const { armed, alarm } = await w.complaint(id);
  expect(armed).toMatchObject({ epoch: alarm.epoch, at: alarm.at });
});
