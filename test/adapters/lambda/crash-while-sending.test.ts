import type { SQSEvent, SQSRecord } from "aws-lambda";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { handler as send } from "../../../functions/send.ts";
import { reactTo } from "../../../lib/app/dispatch/reactions.ts";
import { ring } from "../../../lib/app/dispatch/ring.ts";
import type { ItemRef } from "../../../lib/app/ports/alarms.ts";
import type { Ports } from "../../../lib/app/ports/index.ts";
import { completed } from "../../../lib/contracts/rules/policy-presets.ts";
import type { Notice } from "../../../lib/domain/notices/notice.ts";
import { builtInNoticePolicy } from "../../../lib/domain/policy/notice-policy.ts";
import { at } from "../../support/builders.ts";
import { atEveryPoint, type CrashPoint, diesAt } from "../../support/crash.ts";
import { context } from "../../support/lambda-context.ts";
import { type World, world } from "../../support/world.ts";

/** The ports that the entry point gets instead of the cloud's. */
const held = vi.hoisted((): { ports: object } => ({ ports: {} }));
vi.mock("../../../lib/adapters/composition/container.ts", () => ({
  container: () => Promise.resolve(new Proxy({}, { get: (_, key) => Reflect.get(held.ports, key) })),
}));

const now = at("2026-03-02 10:00");
/** The queue hides a message for six times the function's minute. */
const HIDDEN_SECONDS = 360;
const BATCH = 5;

/** A notice, in one word. */
const named = ({ subject, key }: Pick<Notice, "subject" | "key">) =>
  `${"id" in subject ? subject.id : subject.kind}/${key}`;

/** People who can be told in two ways, and a queue of messages to them: single ones and such as go together. */
async function fullQueue(): Promise<{ w: World; queue: ItemRef[] }> {
  const w = world(now);
  w.organisation.people = w.organisation.people.map((person) => ({ ...person, wecomId: `w-${person.id}` }));
  Object.assign(w.ports, {
    adapters: ["email", "wecom"],
    renderer: {
      ...w.ports.renderer,
      render: (...[first, others = []]: Parameters<Ports["renderer"]["render"]>) => ({
        subject: [first, ...others].map(({ notice }) => named(notice)).join(" "),
        text: "",
        html: "",
      }),
    },
  });
  const edition = { version: "ways", scope: "company", number: 1 } as const;
  const published = { effectiveFrom: now, publishedAt: now, publishedBy: "hq" };
  await w.ports.ruleStore.publishPolicy(
    { ...edition, ...published },
    completed("ways", "D12", {
      notices: { ...builtInNoticePolicy, staff: ["email", "wecom"], bundleSeconds: 60 },
    }),
  );
  await w.receive({ sourceId: "a", safety: true, complainant: { email: "owner-a@home.example" } });
  await w.receive({ sourceId: "b", safety: true, complainant: { email: "owner-b@home.example" } });
  // News of ordinary ones go together.
  await w.receive({ sourceId: "c", location: { building: "5", unit: "1", room: "101" } });
  await w.receive({ sourceId: "d", location: { building: "6", unit: "1", room: "101" } });
  await react(w);
  w.clock.advance(61);
  return { w, queue: [...w.noticeQueue.take()] };
}

async function react(w: World): Promise<void> {
  for (;;) {
    const [reactions, rings] = [w.reactQueue.take(), w.alarmQueue.take()];
    if (reactions.length + rings.length === 0) return;
    for (const message of reactions) await reactTo(w.ports, message);
    for (const message of rings) await ring(w.ports, message);
  }
}

async function deliver(ports: Ports, batch: readonly ItemRef[]): Promise<readonly ItemRef[]> {
  held.ports = ports;
  const records: Pick<SQSRecord, "messageId" | "body">[] = batch.map((ref, index) => ({
    messageId: String(index),
    body: JSON.stringify(ref),
  }));
  const answer = await send({ Records: records } as unknown as SQSEvent, context);
  return answer.batchItemFailures.map(({ itemIdentifier }) => batch[Number(itemIdentifier)]!);
}

/** Works the queue off in batches; each process dies at the next of these points. True for each that did. */
async function workedOff(w: World, queue: ItemRef[], points: readonly CrashPoint[]): Promise<boolean[]> {
  const deaths: boolean[] = [];
  const left = [...points];
  while (queue.length > 0) {
    const batch = queue.splice(0, BATCH);
    const point = left.shift() ?? { call: Number.POSITIVE_INFINITY, when: "before" };
    let back: readonly ItemRef[] = [];
    const died = await diesAt(w.ports, point, async (ports) => {
      back = await deliver(ports, batch);
    });
    deaths.push(died);
    // A dead process answers nothing: the whole batch is seen again once the queue hides it no longer.
    if (died) {
      // What was under way in it comes to nothing before the next one begins.
      await new Promise(setImmediate);
      w.clock.advance(HIDDEN_SECONDS);
    }
    queue.push(...(died ? batch : back));
  }
  return deaths;
}

/** What was told how often, by the key of the notice. */
function told(w: World): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { to, subject } of w.sent)
    for (const key of subject.split(" ")) times.set(`${to} ${key}`, (times.get(`${to} ${key}`) ?? 0) + 1);
  return times;
}

/** Mails that told somebody something for the second time. */
function repeats(w: World): number {
  const seen = new Set<string>();
  return w.sent.filter(({ to, subject }) => {
    const names = subject.split(" ").map((key) => `${to} ${key}`);
    const again = names.some((name) => seen.has(name));
    for (const name of names) seen.add(name);
    return again;
  }).length;
}

const later = (w: World) =>
  w.notices
    .all()
    .filter((notice) => notice.later === true)
    .map(named)
    .sort();

async function undisturbed() {
  const { w, queue } = await fullQueue();
  await workedOff(w, queue, []);
  return {
    mails: w.sent.map(({ subject }) => subject.split(" ").length),
    told: [...told(w).keys()].sort(),
    later: later(w),
  };
}

test("a crash anywhere while a batch is sent repeats one message at most, and loses none, nor its next way", async () => {
  const whole = await undisturbed();
  expect(whole.mails.length).toBeGreaterThan(BATCH);
  expect(Math.max(...whole.mails)).toBeGreaterThan(1);
  expect(whole.later.length).toBeGreaterThan(3);
  const counted = { repeated: 0 };
  const points = await atEveryPoint(async (point) => {
    const { w, queue } = await fullQueue();
    const [died = false] = await workedOff(w, queue, [point]);
    expect({ point, repeated: Math.max(repeats(w), died ? 1 : 0) }).toEqual({
      point,
      repeated: died ? 1 : 0,
    });
    expect([...told(w).keys()].sort()).toEqual(whole.told);
    expect(later(w)).toEqual(whole.later);
    counted.repeated += repeats(w);
    return { died };
  });
  expect(points).toBeGreaterThan(40);
  expect(counted.repeated).toBeGreaterThan(0);
});

test("several crashes repeat no more messages than there were crashes", async () => {
  const whole = await undisturbed();
  const point = fc.record({
    call: fc.integer({ min: 1, max: 60 }),
    when: fc.constantFrom("before", "after"),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(point, { minLength: 1, maxLength: 6 }), async (points) => {
      const { w, queue } = await fullQueue();
      const deaths = await workedOff(w, queue, points);
      expect(repeats(w)).toBeLessThanOrEqual(deaths.filter(Boolean).length);
      expect([...told(w).keys()].sort()).toEqual(whole.told);
      expect(later(w)).toEqual(whole.later);
    }),
    { numRuns: 40 },
  );
});
