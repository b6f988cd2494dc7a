import { describe, expect, test } from "vitest";
import { sweep } from "../../../lib/app/dispatch/sweep.ts";
import { LATE_AFTER_SECONDS } from "../../../lib/domain/complaint/rules/rungs.ts";
import { at, later } from "../../support/builders.ts";
import { world } from "../../support/world.ts";

const now = at("2026-03-02 10:00");

async function many(count: number) {
  const w = world(now);
  for (let index = 0; index < count; index += 1) {
    await w.receive({ sourceId: `call-${index}`, location: { building: "1", unit: "1", room: `${index}` } });
  }
  return w;
}

/** Rungs that were decided, and how late the latest was, in seconds. */
function rungs(w: Awaited<ReturnType<typeof many>>) {
  const facts = [...w.complaints.items.values()].flatMap(({ events, registration }) =>
    events.flatMap(({ fact }) =>
      fact.type === "rungDecided"
        ? [{ key: `${registration.id} ${fact.name} ${fact.rung}`, lateBy: fact.lateBy }]
        : [],
    ),
  );
  return {
    count: facts.length,
    distinct: new Set(facts.map(({ key }) => key)).size,
    latest: Math.max(...facts.map(({ lateBy }) => lateBy)),
  };
}

describe("alarms under stress", () => {
  test("2,000 complaints due in the same minute: every rung decided once, in time, one schedule per change of instant", async () => {
    const w = await many(2000);
    await w.drain();
    expect(w.timers.calls).toBe(2000);
    const first = [...w.timers.items.values()].map(({ at }) => at).sort()[0]!;
    await w.run(later(first, 0.02));
    const { count, distinct, latest } = rungs(w);
    expect(count).toBeGreaterThanOrEqual(2000);
    expect(distinct).toBe(count);
    expect(latest).toBeLessThanOrEqual(2);
    // Decided, the next instant of each is armed: one more call each, none superseded.
    expect(w.timers.calls).toBe(4000);
  }, 90_000);

  test("throttled schedules are asked for again, spread over a minute, without a write in between; none is lost", async () => {
    const w = await many(50);
    w.timers.budget = 10;
    await w.drain();
    expect(w.timers.items.size).toBe(10);
    const delays = w.reactQueue.waiting.map(({ from }) => from).sort();
    expect(delays.at(-1)! <= later(now, 70 / 3600 + 0.01)).toBe(true);
    expect(new Set(delays).size).toBeGreaterThan(10);
    const revisions = [...w.complaints.items.values()].reduce((sum, { revision }) => sum + revision, 0);
    await w.run(later(now, 0.05));
    expect([...w.complaints.items.values()].reduce((sum, { revision }) => sum + revision, 0)).toBe(revisions);
    expect(w.timers.refused).toBeGreaterThan(40);
    w.timers.budget = Number.POSITIVE_INFINITY;
    await w.run(later(now, 0.1));
    expect(w.timers.items.size).toBe(50);
    await w.run(later(now, 24 * 14));
    const { count, distinct, latest } = rungs(w);
    expect(distinct).toBe(count);
    expect(latest).toBeLessThanOrEqual(LATE_AFTER_SECONDS);
  });

  test("a complaint that a day of rescues did not help is put aside and stays visible; its next change brings it back", async () => {
    const w = await many(1);
    const lose = () => {
      w.reactQueue.waiting.length = 0;
      w.alarmQueue.waiting.length = 0;
    };
    lose();
    let asideAfter = 0;
    for (let round = 1; round <= 30 && asideAfter === 0; round += 1) {
      w.clock.advance(3600);
      if ((await sweep(w.ports)).putAside === 1) asideAfter = round;
      lose();
    }
    expect(asideAfter).toBe(25);
    expect((await w.alarms.totals()).aside).toBe(1);
    expect(w.telemetry.counts.PutAside).toBe(1);
    const [id] = [...w.complaints.items.keys()];
    await w.give(id!, { type: "note", text: "人工跟进" });
    await w.drain();
    expect(w.timers.items.size).toBe(1);
    await w.run(at("2026-03-20 10:00"));
    const { count, distinct } = rungs(w);
    expect([count > 10, distinct]).toEqual([true, count]);
  });
});
