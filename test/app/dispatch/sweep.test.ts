import { describe, expect, test, vi } from "vitest";
import { reactTo } from "../../../lib/app/dispatch/reactions.ts";
import { sweep } from "../../../lib/app/dispatch/sweep.ts";
import { RAW_MAIL_PREFIX } from "../../../lib/app/mail/sweep-mails.ts";
import { at } from "../../support/builders.ts";
import { rawMail } from "../../support/plain-mail.ts";
import { world } from "../../support/world.ts";

const now = at("2026-03-02 10:00");

/** A complaint whose stream message was lost. */
async function lost() {
  const w = world(now);
  const complaint = await w.receive({
    complainant: { name: "示例业主", phone: "13800000000", email: "owner@home.example" },
  });
  w.reactQueue.take();
  return { w, id: complaint.registration.id };
}

describe("the sweep", () => {
  test("reactions not handed over are found two minutes after the write, plus three of grace, not before", async () => {
    const { w, id } = await lost();
    w.clock.advance(300);
    expect(await sweep(w.ports)).toEqual({ rescued: 0, putAside: 0, mails: 0, outdated: 0, waiting: 0 });
    w.clock.advance(1);
    expect(await sweep(w.ports)).toEqual({ rescued: 1, putAside: 0, mails: 0, outdated: 0, waiting: 0 });
    expect(w.telemetry.counts.SweepRescues).toBe(1);
    await w.drain();
    expect(w.sent).toHaveLength(1);
    expect((await w.complaint(id)).outbox).toEqual([]);
    w.clock.advance(301);
    expect((await sweep(w.ports)).rescued).toBe(0);
  });

  test("a timer that never rang is rung", async () => {
    const { w, id } = await lost();
    await reactTo(w.ports, { kind: "complaint", id });
    await w.drain();
    w.timers.items.clear();
    w.clock.set(at("2026-03-02 21:04"));
    expect((await sweep(w.ports)).rescued).toBe(1);
    await w.drain();
    const rungs = (await w.complaint(id)).events.filter((e) => e.fact.type === "rungDecided");
    expect(rungs.length).toBeGreaterThan(1);
    expect(new Set(rungs.map(({ fact }) => fact.type === "rungDecided" && fact.lateBy))).toEqual(
      new Set([240]),
    );
    expect(w.telemetry.counts.RungsLate).toBe(rungs.length);
  });

  test("a notice whose queue message was lost is sent round again", async () => {
    const { w, id } = await lost();
    await reactTo(w.ports, { kind: "complaint", id });
    w.reactQueue.take();
    w.noticeQueue.take();
    w.clock.advance(181);
    expect((await sweep(w.ports)).rescued).toBe(1);
    await w.drain();
    expect(w.notices.all()).toMatchObject([{ status: { state: "handedOver" } }]);
  });

  /** Sweeps every five minutes for so many hours, while whatever it sends is lost. */
  async function outage(w: Awaited<ReturnType<typeof lost>>["w"], hours: number) {
    const rescuedAt: number[] = [];
    const begun = w.clock.now().epochMilliseconds;
    let putAside = 0;
    for (let turn = 0; turn < hours * 12; turn += 1) {
      const result = await sweep(w.ports);
      if (result.rescued > 0) rescuedAt.push((w.clock.now().epochMilliseconds - begun) / 60_000);
      putAside += result.putAside;
      w.reactQueue.take();
      w.alarmQueue.take();
      w.clock.advance(300);
    }
    return { rescuedAt, putAside };
  }

  test("rescues that do not help come with growing pauses, of a quarter of an hour at most", async () => {
    const { w } = await lost();
    w.clock.advance(301);
    const { rescuedAt } = await outage(w, 2);
    expect(rescuedAt).toEqual([0, 5, 15, 30, 45, 60, 75, 90, 105]);
  });

  test("an outage of most of a day puts nothing aside, and a quarter of an hour after it all is well", async () => {
    const { w, id } = await lost();
    w.clock.advance(301);
    expect((await outage(w, 23)).putAside).toBe(0);
    for (let turn = 0; turn < 3; turn += 1) {
      await sweep(w.ports);
      await w.drain();
      w.clock.advance(300);
    }
    expect((await w.complaint(id)).outbox).toEqual([]);
  });

  test("what a day of rescues did not help is put aside, visibly, and tried every four hours", async () => {
    const { w, id } = await lost();
    w.clock.advance(301);
    expect((await outage(w, 25)).putAside).toBe(1);
    expect(w.telemetry.counts.PutAside).toBe(1);
    expect(w.telemetry.errors).toEqual(["put aside after a day of rescues"]);
    expect((await w.alarms.totals()).aside).toBe(1);
    const { rescuedAt } = await outage(w, 8);
    expect(rescuedAt).toHaveLength(2);
    w.clock.set(at("2026-03-04 00:00"));
    await sweep(w.ports);
    await w.drain();
    expect((await w.complaint(id)).outbox).toEqual([]);
  });

  test("one that was put aside comes back with its next write", async () => {
    const { w, id } = await lost();
    w.clock.advance(301);
    await outage(w, 25);
    await w.give(id, { type: "note", text: "看过了" });
    w.clock.advance(301);
    expect((await sweep(w.ports)).rescued).toBeGreaterThan(0);
  });

  test("every page of every shard is read", async () => {
    const w = world(now);
    for (let call = 0; call < 9; call += 1) await w.receive({ sourceId: `call-${call}` });
    w.clock.advance(301);
    expect((await sweep(w.ports)).rescued).toBe(9);
  });

  test("raw mails that nobody took within ten minutes are sent round again; taken ones are not", async () => {
    // Ten minutes before a half hour, when the mails are looked through.
    const w = world(at("2026-03-02 10:20"));
    await w.mailbox.put(`${RAW_MAIL_PREFIX}1`, rawMail());
    await w.mailbox.put("mail/2026-03/kept.eml", rawMail());
    w.clock.advance(600);
    expect((await sweep(w.ports)).mails).toBe(0);
    w.clock.advance(1);
    expect((await sweep(w.ports)).mails).toBe(1);
    await w.drain();
    expect(w.complaints.items.size).toBe(1);
    w.clock.advance(1800);
    expect((await sweep(w.ports)).mails).toBe(0);
  });

  test("comes every five minutes for deadlines, every half hour for raw mails and the rules", async () => {
    const w = world(at("2026-03-02 08:00"));
    const alarms = vi.spyOn(w.ports.alarms, "overdue");
    const mails = vi.spyOn(w.ports.mailbox, "listOlderThan");
    const rules = vi.spyOn(w.ports.ruleStore, "published");
    const open = vi.spyOn(w.ports.complaints, "openByProject");
    for (let turn = 0; turn < 144; turn += 1) {
      await sweep(w.ports);
      w.clock.advance(300);
    }
    expect(alarms).toHaveBeenCalledTimes(144 * (await w.ports.alarms.shards()));
    expect(mails).toHaveBeenCalledTimes(24);
    // Once in half a day all open complaints are compared with them, which reads them again.
    expect(rules).toHaveBeenCalledTimes(24 + 1);
    expect(open).toHaveBeenCalledTimes((await w.ports.organisation.projects()).length);
  });
});
