import { describe, expect, test } from "vitest";
import { reactTo } from "../../../lib/app/dispatch/reactions.ts";
import { timerName } from "../../../lib/app/documents/arm.ts";
import { hasPendingReactions, nextAlarm } from "../../../lib/domain/document/timer.ts";
import { builtInPolicy } from "../../../lib/domain/policy/built-in.ts";
import { plusSeconds } from "../../../lib/domain/time/instant.ts";
import { at } from "../../support/builders.ts";
import { atEveryPoint, diesAt } from "../../support/crash.ts";
import { MemoryComplaints } from "../../support/memory/complaints.ts";
import { type World, world } from "../../support/world.ts";

const now = at("2026-03-02 10:00");
const half = at("2026-03-02 21:00");
const withMail = { complainant: { name: "示例业主", email: "owner@home.example" } };

async function desk(more = {}): Promise<{ w: World; id: string }> {
  const w = world(now);
  return { w, id: (await w.receive({ ...withMail, ...more })).registration.id };
}

describe("making the world match the document", () => {
  test("the acknowledgement is planned and queued, the timer set, both cleared in one write", async () => {
    const { w, id } = await desk();
    expect(nextAlarm(await w.complaint(id))).toBe(at("2026-03-02 10:02"));
    await reactTo(w.ports, { kind: "complaint", id });
    const complaint = await w.complaint(id);
    expect(hasPendingReactions(complaint)).toBe(false);
    expect(nextAlarm(complaint)).toBe(at("2026-03-02 21:00"));
    expect(w.notices.all()).toMatchObject([{ template: "acknowledgement", status: { state: "planned" } }]);
    expect(w.noticeQueue.take()).toEqual(w.notices.all().map((notice) => w.notices.refOf(notice)));
    const { epoch } = complaint.alarm;
    expect([...w.timers.items]).toEqual([
      [
        timerName(w.ports, { kind: "complaint", id }, epoch),
        { at: at("2026-03-02 21:00"), message: { kind: "complaint", id, epoch } },
      ],
    ]);
    expect(
      timerName(w.ports, { kind: "complaint", id: "c".repeat(26) }, 1_000_000).length,
    ).toBeLessThanOrEqual(64);
  });

  test("a message is queued when its notice is there, never before, and comes a second after it is due", async () => {
    const w = world(now, builtInPolicy);
    const { id } = (await w.receive(withMail)).registration;
    const { noticeQueue, notices } = w.ports;
    const plan = notices.plan.bind(notices);
    const sendDelayed = noticeQueue.sendDelayed.bind(noticeQueue);
    const lacking: unknown[] = [];
    const early: unknown[] = [];
    Object.assign(notices, {
      plan: async (notice: Parameters<typeof plan>[0]) => {
        await new Promise(setImmediate);
        return plan(notice);
      },
    });
    Object.assign(noticeQueue, {
      sendDelayed: (messages: Parameters<typeof sendDelayed>[0]) => {
        for (const { message, delaySeconds } of messages) {
          const known = w.notices
            .all()
            .find((one) => JSON.stringify(w.notices.refOf(one)) === JSON.stringify(message));
          if (known === undefined) lacking.push(message);
          else if (plusSeconds(now, Math.max(delaySeconds - 1, 0)) !== (known.notBefore ?? now))
            early.push(message);
        }
        return sendDelayed(messages);
      },
    });
    await reactTo(w.ports, { kind: "complaint", id });
    expect(w.notices.all().filter(({ notBefore }) => notBefore !== undefined)).not.toEqual([]);
    expect([lacking, early]).toEqual([[], []]);
  });

  test("a second, late or lonely message finds nothing to do", async () => {
    const { w, id } = await desk();
    await reactTo(w.ports, { kind: "complaint", id });
    const { revision } = await w.complaint(id);
    w.noticeQueue.take();
    await reactTo(w.ports, { kind: "complaint", id });
    await reactTo(w.ports, { kind: "complaint", id: "nowhere" });
    expect((await w.complaint(id)).revision).toBe(revision);
    expect(w.noticeQueue.take()).toEqual([]);
  });

  test.each([
    [1, "queue"],
    [899, "queue"],
    [900, "schedule"],
  ])(
    "a timer %i s ahead goes by %s: a queue delays at most 15 minutes, and never rings early",
    async (seconds, via) => {
      const { w, id } = await desk();
      const { alarm } = await w.complaint(id);
      w.clock.set(plusSeconds(half, -seconds));
      await reactTo(w.ports, { kind: "complaint", id });
      expect((await w.complaint(id)).armed).toEqual({ epoch: alarm.epoch, at: half, via });
      const queued = w.alarmQueue.waiting.map(({ from }) => from);
      expect(queued).toEqual(via === "queue" ? [plusSeconds(half, 1)] : []);
      expect([...w.timers.items.values()].map((t) => t.at)).toEqual(via === "schedule" ? [half] : []);
    },
  );

  test("a timer that is due already rings at once", async () => {
    const { w, id } = await desk();
    w.clock.set(at("2026-03-03 10:00"));
    await reactTo(w.ports, { kind: "complaint", id });
    expect(w.alarmQueue.take()).toMatchObject([{ id }]);
  });

  test("a schedule that was superseded is deleted; a complaint with nothing left to fire has none", async () => {
    const { w, id } = await desk();
    await reactTo(w.ports, { kind: "complaint", id });
    await w.give(id, { type: "reply", via: "email", text: "明天" });
    await reactTo(w.ports, { kind: "complaint", id });
    const { alarm } = await w.complaint(id);
    expect([...w.timers.items.keys()]).toEqual([timerName(w.ports, { kind: "complaint", id }, alarm.epoch)]);
    await w.give(id, { type: "withdraw", reason: "撤诉" });
    await reactTo(w.ports, { kind: "complaint", id });
    expect(w.timers.items.size).toBe(0);
    expect((await w.complaint(id)).armed).toEqual({ epoch: alarm.epoch + 1 });
  });

  test("a schedule that was set by whoever died before recording it is deleted once the complaint has moved on", async () => {
    const points = await atEveryPoint(async (point) => {
      const { w, id } = await desk();
      const died = await diesAt(w.ports, point, (ports) => reactTo(ports, { kind: "complaint", id }));
      await w.give(id, { type: "withdraw", reason: "撤诉" });
      await reactTo(w.ports, { kind: "complaint", id });
      expect([...w.timers.items.keys()]).toEqual([]);
      return { died };
    });
    expect(points).toBeGreaterThan(6);
  });

  test("a command in between is kept: its reactions follow in the same run", async () => {
    const { w, id } = await desk();
    w.complaints.interfere = async () => {
      await w.give(id, { type: "reply", via: "email", text: "明天上门" });
    };
    await reactTo(w.ports, { kind: "complaint", id });
    expect(hasPendingReactions(await w.complaint(id))).toBe(false);
    expect(w.notices.all().map(({ template }) => template)).toEqual(["acknowledgement", "reply"]);
    expect((await w.complaint(id)).version).toBe(2);
    // After the lost race only the reply is handed over: the acknowledgement has gone to the queue once.
    expect(w.noticeQueue.take()).toEqual(w.notices.all().map((notice) => w.notices.refOf(notice)));
  });

  test.each([
    ["the code it was registered under", "1.7.2", 1] as const,
    ["another problem point", "1.7.1", 2] as const,
  ])(
    "classified under %s it is looked at for groups again only if the point is new",
    async (_, classCode, looks) => {
      const { w, id } = await desk({ classCode: "1.7.2" });
      const again = () => w.reactQueue.waiting.filter(({ message }) => "again" in message).length;
      await reactTo(w.ports, { kind: "complaint", id });
      await w.give(id, { type: "classify", classCode });
      await reactTo(w.ports, { kind: "complaint", id });
      expect(again()).toBe(looks);
    },
  );

  test("a document that changes for ever is an error: the queue brings it back", async () => {
    const { w, id } = await desk();
    const current = await w.complaint(id);
    const complaints = {
      addNumber: async () => undefined,
      load: async () => current,
      replace: async () => ({ conflict: current }),
    };
    const standing: typeof w.ports.complaints = Object.assign(new MemoryComplaints(), complaints);
    const ports = { ...w.ports, complaints: standing };
    await expect(reactTo(ports, { kind: "complaint", id })).rejects.toThrow(/changed 25 times/);
  });

  test("an outbox that points to no event is an error", async () => {
    const { w, id } = await desk();
    const complaint = await w.complaint(id);
    w.complaints.items.set(id, { ...complaint, outbox: [99] });
    await expect(reactTo(w.ports, { kind: "complaint", id })).rejects.toThrow(/event 99/);
  });

  test("the process may die between any two steps: run again, each message is planned once and the timer is set", async () => {
    const points = await atEveryPoint(async (point) => {
      const { w, id } = await desk();
      await reactTo(w.ports, { kind: "complaint", id });
      await w.give(id, { type: "reply", via: "email", text: "明天上门" });
      const died = await diesAt(w.ports, point, (ports) => reactTo(ports, { kind: "complaint", id }));
      await reactTo(w.ports, { kind: "complaint", id });

      const complaint = await w.complaint(id);
      const { alarm } = complaint;
      expect(hasPendingReactions(complaint)).toBe(false);
      expect(w.notices.all().map(({ key }) => key)).toEqual([
        "acknowledgement#1#customer#email",
        "reply#5#customer#email",
      ]);
      expect([...w.timers.items.keys()]).toEqual([
        timerName(w.ports, { kind: "complaint", id }, alarm.epoch),
      ]);
      await w.drain();
      expect(w.sent.map(({ subject }) => subject).sort()).toEqual(
        w.notices
          .all()
          .map(({ key }) => key)
          .sort(),
      );
      return { died };
    });
    // load, plan, queue, write: twice; the reply does not move the timer before the next reminder of the result.
    expect(points).toBe(8);
  });
});
