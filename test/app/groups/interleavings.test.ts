import fc from "fast-check";
import { expect, test } from "vitest";
import { reactTo } from "../../../lib/app/dispatch/reactions.ts";
import type { ComplaintStore } from "../../../lib/app/ports/complaints.ts";
import type { GroupStore } from "../../../lib/app/ports/groups.ts";
import type { Ports } from "../../../lib/app/ports/index.ts";
import { isOpenGroup } from "../../../lib/domain/groups/group.ts";
import { at } from "../../support/builders.ts";
import { fromRoom, giveGroup } from "../../support/groups.ts";
import { type World, world } from "../../support/world.ts";

const monday = at("2026-03-02 10:00");

/** Lets one waiting call to a store go on at a time, chosen by the case: every interleaving of the calls can happen. */
class Turnstile {
  readonly #waiting: (() => void)[] = [];

  pass<T>(call: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#waiting.push(() => {
        call().then(resolve, reject);
      });
    });
  }

  /** Until every one of the tasks has ended. */
  async run(tasks: readonly Promise<unknown>[], choose: (count: number) => number): Promise<void> {
    const open = new Set(tasks);
    const ended = tasks.map((task) => task.finally(() => open.delete(task)));
    while (open.size > 0) {
      await settled();
      const [next] = this.#waiting.splice(choose(this.#waiting.length), 1);
      next?.();
    }
    await Promise.all(ended);
  }
}

/** Everything that can go on without a store has gone on. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

function through<T extends object>(store: T, turnstile: Turnstile): T {
  return new Proxy(store, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== "function") return member;
      return (...args: unknown[]) => turnstile.pass(() => member.apply(target, args));
    },
  });
}

/** Works the messages off in parallel workers, whose calls to complaints and groups are interleaved by `choose`. */
async function inParallel(w: World, choose: (count: number) => number, workers: number): Promise<void> {
  const turnstile = new Turnstile();
  const complaints: ComplaintStore = through(w.complaints, turnstile);
  const groups: GroupStore = through(w.groups, turnstile);
  const ports: Ports = { ...w.ports, complaints, groups };
  for (let round = 0; w.reactQueue.waiting.length > 0; round += 1) {
    if (round > 500) throw new Error("the reactions never come to rest");
    const messages = w.reactQueue.take();
    if (messages.length === 0) {
      w.clock.set(w.reactQueue.waiting.map(({ from }) => from).sort()[0] ?? w.clock.text());
      continue;
    }
    for (let from = 0; from < messages.length; from += workers) {
      const batch = messages.slice(from, from + workers).map((message) => reactTo(ports, message));
      await turnstile.run(batch, choose);
    }
  }
}

const arrivals = fc.record({
  /** In which order N parallel arrivals reach the queue, and how many are worked on at once. */
  order: fc.shuffledSubarray([...Array(9).keys()], { minLength: 5, maxLength: 9 }),
  workers: fc.integer({ min: 2, max: 9 }),
  choices: fc.infiniteStream(fc.nat()),
  /** Complaints that the index does not show before the second look. */
  hidden: fc.uniqueArray(fc.nat({ max: 8 })),
});

test("any order and interleaving of N parallel arrivals gives exactly one group with all of them", async () => {
  await fc.assert(
    fc.asyncProperty(arrivals, async ({ order, workers, choices, hidden }) => {
      const w = world(monday);
      const ids: string[] = [];
      for (const room of order) ids.push((await fromRoom(w, String(101 + room))).registration.id);
      for (const index of hidden) w.complaints.notIndexed.add(ids[index] ?? "");
      const choose = (count: number) => (choices.next().value ?? 0) % Math.max(1, count);
      // The index shows everything within the two minutes.
      const shown = w.clock.set.bind(w.clock);
      w.clock.set = (now) => {
        w.complaints.notIndexed.clear();
        shown(now);
      };
      await inParallel(w, choose, workers);
      const groups = [...w.groups.items.values()];
      expect(groups.filter(isOpenGroup)).toHaveLength(1);
      expect(groups).toHaveLength(1);
      const [group] = groups;
      expect(group?.members.map(({ complaintId }) => complaintId).toSorted()).toEqual(ids.toSorted());
      expect(group?.evidence.households).toBe(ids.length);
      expect(w.notices.all().filter(({ template }) => template === "group-proposed")).toHaveLength(2);
    }),
    { numRuns: 60 },
  );
});

test("arrivals, the group's confirmation and its dissolution at once: every complaint agrees with its group", async () => {
  await fc.assert(
    fc.asyncProperty(arrivals, fc.boolean(), async ({ order, workers, choices }, dissolve) => {
      const w = world(monday);
      const early = order.slice(0, 5);
      for (const room of early) await fromRoom(w, String(101 + room));
      await w.drain();
      const [group] = [...w.groups.items.values()];
      if (group === undefined) throw new Error("five households are a group");
      for (const room of order.slice(5)) await fromRoom(w, String(101 + room));
      await confirmOrDissolve(w, group.identity.id, dissolve);
      const choose = (count: number) => (choices.next().value ?? 0) % Math.max(1, count);
      await inParallel(w, choose, workers);
      const standing = w.groups.items.get(group.identity.id);
      const members = new Set(standing?.members.map(({ complaintId }) => complaintId));
      for (const complaint of w.complaints.items.values()) {
        const belongs = !dissolve && members.has(complaint.registration.id);
        expect(complaint.group?.id).toBe(belongs ? group.identity.id : undefined);
        expect(complaint.outbox).toEqual([]);
      }
      expect(standing?.status).toBe(dissolve ? "dissolved" : "confirmed");
      expect(dissolve ? [] : standing?.members.filter(({ joined }) => !joined)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

async function confirmOrDissolve(w: World, id: string, dissolve: boolean): Promise<void> {
  if (dissolve) {
    await giveGroup(w, { type: "confirm" });
    const messages = w.reactQueue.take();
    for (const message of messages) await reactTo(w.ports, message);
    await giveGroup(w, { type: "dissolve", reason: "各不相干" });
  } else {
    await giveGroup(w, { type: "confirm" });
  }
  if (!w.groups.items.has(id)) throw new Error(`no group ${id}`);
}
