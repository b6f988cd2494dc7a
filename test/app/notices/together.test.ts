import { describe, expect, test } from "vitest";
import { sendNotice } from "../../../lib/app/notices/send.ts";
import type { ItemRef } from "../../../lib/app/ports/alarms.ts";
import { type Notice, plannedNotice } from "../../../lib/domain/notices/notice.ts";
import { at } from "../../support/builders.ts";
import { people } from "../../support/organisation.ts";
import { world } from "../../support/world.ts";

const now = at("2026-03-02 10:00");
const { manager } = people;
const bundle = `${manager.id}#email#${now}`;

/** So many reminders of one person in one minute, planned and their messages taken. */
async function bundled(count: number) {
  const w = world(now);
  const { id } = (await w.receive({})).registration;
  const refs: ItemRef[] = [];
  for (let n = 1; n <= count; n += 1) {
    const notice: Notice = plannedNotice(
      {
        key: `result#1#r${String(n).padStart(4, "0")}#${manager.id}#email`,
        subject: { kind: "complaint", id, seq: 1 },
        template: "reminder",
        recipient: { kind: "person", id: manager.id, post: "manager" },
        adapter: "email",
      },
      now,
      0,
      bundle,
    );
    await w.notices.plan(notice);
    refs.push(w.notices.refOf(notice));
  }
  let looks = 0;
  const ports = {
    ...w.ports,
    notices: Object.assign(Object.create(w.notices), {
      load: (ref: ItemRef) => {
        looks += 1;
        return w.notices.load(ref);
      },
    }),
  };
  const deliver = async (queue: readonly ItemRef[]) => {
    for (const ref of queue) await sendNotice(ports, ref);
    // Whoever could not come along is sent for.
    for (let more = w.noticeQueue.take(); more.length > 0; more = w.noticeQueue.take())
      for (const ref of more) await sendNotice(ports, ref);
  };
  return { w, refs, deliver, looks: () => looks };
}

/** How many notices each mail was about, by the provider's id. */
function sizes(w: ReturnType<typeof world>): number[] {
  const byMail = new Map<string, number>();
  for (const { status } of w.notices.all()) {
    expect(status.state).toBe("handedOver");
    if (status.state === "handedOver")
      byMail.set(status.providerId, (byMail.get(status.providerId) ?? 0) + 1);
  }
  return [...byMail.values()];
}

describe("what goes to one person in one minute", () => {
  test("is one mail, and twenty times as many cost each of them no more looks", async () => {
    const [few, many] = [await bundled(8), await bundled(160)];
    for (const { w, refs, deliver } of [few, many]) {
      await deliver(refs);
      expect(w.sent).toHaveLength(1);
      expect(sizes(w)).toEqual([refs.length]);
      // A queue may bring each message again.
      await deliver(refs);
      expect(w.sent).toHaveLength(1);
    }
    expect(many.looks() / 160).toBeLessThanOrEqual((few.looks() / 8) * 1.1);
    expect(many.looks()).toBeLessThan(160 * 9);
  });

  test("is told in whichever order the messages come", async () => {
    const { w, refs, deliver } = await bundled(30);
    await deliver(refs.toReversed());
    expect(w.sent).toHaveLength(1);
    expect(sizes(w)).toEqual([30]);
  });

  test("beyond what one mail holds goes in the next, nothing twice and nothing left", async () => {
    const { w, refs, deliver } = await bundled(300);
    await deliver(refs);
    const each = sizes(w);
    expect(each.reduce((sum, one) => sum + one, 0)).toBe(300);
    expect(each.length).toBe(w.sent.length);
    expect(each.length).toBe(2);
  });

  test("is passed on while the first ones reach nobody", async () => {
    const { w, refs, deliver } = await bundled(5);
    const gone = { kind: "person", id: "gone", post: "manager" } as const;
    for (const [name, notice] of [...w.notices.items].filter(([, { key }]) => /r000[12]/.test(key)))
      w.notices.items.set(name, { ...notice, recipient: gone });
    await deliver(refs);
    expect(w.sent.filter(({ to }) => to === manager.email)).toHaveLength(1);
    const ends = await Promise.all(refs.map((ref) => w.notices.load(ref)));
    expect(ends.map((one) => one?.status.state)).toEqual([
      "failed",
      "failed",
      "handedOver",
      "handedOver",
      "handedOver",
    ]);
  });
});
