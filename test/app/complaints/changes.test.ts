import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changedSince } from "../../../lib/app/complaints/changes.ts";
import { isProblem } from "../../../lib/app/problems/problem.ts";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import { plusSeconds } from "../../../lib/domain/time/instant.ts";
import { at, registered } from "../../support/builders.ts";
import { people } from "../../support/organisation.ts";
import { type World, world } from "../../support/world.ts";

const now = at("2026-03-02 10:00");

/** What a desk knows: versions by id, as told so far; reads the whole list where it is told to. */
class Desk {
  readonly known = new Map<string, number>();
  readonly #world: World;
  #stamp: string | undefined;
  rowsRead = 0;

  constructor(world: World) {
    this.#world = world;
  }

  async look(): Promise<void> {
    const told = await changedSince(this.#world.ports, people.clerk, "project-1", this.#stamp);
    if (isProblem(told)) throw new Error(told.problem);
    this.#stamp = told.stamp;
    const rows = told.rows?.items.map(({ complaint }) => complaint) ?? [];
    this.rowsRead += rows.length;
    const all = [...this.#world.complaints.items.values()];
    for (const { registration, version } of told.everything ? all : rows)
      this.known.set(registration.id, version);
  }
}

/** The complaint as one more writer left it, whose clock may be behind. */
function written(complaint: Complaint, secondsLate: number): Complaint {
  const last = complaint.events.at(-1)!;
  const recordedAt = plusSeconds(last.recordedAt, -secondsLate);
  return {
    ...complaint,
    version: complaint.version + 1,
    events: [...complaint.events, { ...last, recordedAt }],
  };
}

describe("what changed since one looked", () => {
  test("nothing: the stamp stays, and no complaint is read", async () => {
    const w = world(now);
    await w.receive({ sourceId: "1" });
    const desk = new Desk(w);
    await desk.look();
    expect(desk.known.size).toBe(1);
    await desk.look();
    expect(desk.rowsRead).toBe(0);
  });

  test("a colleague's command: its row and what came just before one looked, a closed complaint too", async () => {
    const w = world(now);
    for (const sourceId of ["1", "2"]) await w.receive({ sourceId });
    w.clock.set(at("2026-03-02 10:30"));
    await w.receive({ sourceId: "3" });
    const desk = new Desk(w);
    await desk.look();
    w.clock.set(at("2026-03-02 11:00"));
    const id = (await w.complaints.idByNumber("001")) ?? "";
    await w.give(id, { type: "withdraw", reason: "撤诉" });
    await desk.look();
    expect(desk.rowsRead).toBe(2);
    expect(desk.known.get(id)).toBe(w.complaints.items.get(id)?.version);
  });

  test("whoever's posts do not reach the project learns nothing of it", async () => {
    const w = world(now);
    expect(await changedSince(w.ports, people.clerk, "project-9", undefined)).toMatchObject({
      problem: "unknown-project",
    });
  });

  test("a stamp that is none of ours means: read everything", async () => {
    const w = world(now);
    await w.receive({ sourceId: "1" });
    for (const stamp of ["", "~", "2026-99-99T00:00:00.000Z~x", "电梯", "2026-03-02"]) {
      expect(await changedSince(w.ports, people.clerk, "project-1", stamp)).toMatchObject({
        everything: true,
      });
    }
  });

  test("whatever the order in which writers with clocks apart come in, a desk that looks again knows every version", async () => {
    const write = fc.record({
      id: fc.integer({ min: 0, max: 60 }),
      behind: fc.integer({ min: 0, max: 9 }),
      pause: fc.integer({ min: 0, max: 40 }),
      looks: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(write, { minLength: 1, maxLength: 60 }), async (writes) => {
        const w = world(now);
        const desk = new Desk(w);
        await desk.look();
        let seconds = 0;
        for (const { id, behind, pause, looks } of writes) {
          seconds += pause;
          const key = `id-${id}`;
          const fresh = registered(plusSeconds(now, seconds), { id: key, number: `W${id}` });
          const before = w.complaints.items.get(key);
          const last = { ...fresh.events.at(-1)!, recordedAt: plusSeconds(now, seconds) };
          const base = before === undefined ? fresh : { ...before, events: [...before.events, last] };
          w.complaints.items.set(key, written({ ...base, events: [...base.events, last] }, behind));
          if (looks) await desk.look();
        }
        await desk.look();
        for (const [id, { version }] of w.complaints.items) expect(desk.known.get(id)).toBe(version);
      }),
      { numRuns: 60 },
    );
  });
});
