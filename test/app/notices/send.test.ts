import { describe, expect, test } from "vitest";
import { track } from "../../../lib/app/complaints/tracking.ts";
import { reactTo } from "../../../lib/app/dispatch/reactions.ts";
import { sendNotice } from "../../../lib/app/notices/send.ts";
import type { Ports } from "../../../lib/app/ports/index.ts";
import { NotTakenError, PermanentMailError } from "../../../lib/app/ports/messages.ts";
import { at } from "../../support/builders.ts";
import { atEveryPoint, diesAt } from "../../support/crash.ts";
import { world } from "../../support/world.ts";

const now = at("2026-03-02 10:00");

/** A complaint with an address, its acknowledgement planned and its queue message taken. */
async function planned() {
  const w = world(now);
  const complaint = await w.receive({ complainant: { email: "owner@home.example" } });
  const { id } = complaint.registration;
  await reactTo(w.ports, { kind: "complaint", id });
  const [ref] = w.noticeQueue.take();
  if (ref === undefined) throw new Error("no notice was queued");
  const notice = async () => {
    const found = await w.notices.load(ref);
    if (found === undefined) throw new Error("notice is gone");
    return found;
  };
  return { w, id, complaint, ref, notice };
}

function failing(ports: Ports, error: Error): Ports {
  return { ...ports, mailer: { send: () => Promise.reject(error) } };
}

describe("handing a notice over", () => {
  test("it goes to the complainant with the number's own secret link, and is recorded", async () => {
    const { w, id, complaint, ref, notice } = await planned();
    await sendNotice(w.ports, ref);
    expect(w.sent).toMatchObject([{ to: "owner@home.example", threadId: `complaint.${id}` }]);
    expect(await notice()).toMatchObject({
      status: { state: "handedOver", at: now, providerId: "provider-1" },
      attempt: 1,
      possibleDuplicates: 0,
    });
    const link = new URL(w.sent[0]?.text ?? "");
    const secret = link.searchParams.get("secret") ?? "";
    const { number } = complaint.registration;
    expect((await track(w.ports, number, secret))?.registration.id).toBe(id);
    for (const wrong of [`${secret}x`, `x${secret.slice(1)}`, ""]) {
      expect(await track(w.ports, number, wrong)).toBeUndefined();
    }
    expect(await track(w.ports, "999", secret)).toBeUndefined();
  });

  test("a repeated queue message sends nothing again", async () => {
    const { w, ref } = await planned();
    await sendNotice(w.ports, ref);
    await sendNotice(w.ports, ref);
    expect(w.sent).toHaveLength(1);
    expect(w.telemetry.counts.NoticesHandedOver).toBe(1);
  });

  test("the process may die at any step: at most one duplicate, and every possible one is counted", async () => {
    let duplicates = 0;
    const points = await atEveryPoint(async (point) => {
      const { w, ref, notice } = await planned();
      const died = await diesAt(w.ports, point, (ports) => sendNotice(ports, ref));
      const busy = (await notice()).status.state === "claimed";
      w.clock.advance(120);
      await sendNotice(w.ports, ref);

      const end = await notice();
      expect(end.status.state).toBe("handedOver");
      expect(w.sent.length).toBeGreaterThanOrEqual(1);
      expect(w.sent.length - 1).toBeLessThanOrEqual(end.possibleDuplicates);
      expect(end.possibleDuplicates).toBe(busy ? 1 : 0);
      expect(w.telemetry.counts.NoticesPossiblyTwice ?? 0).toBe(end.possibleDuplicates);
      duplicates += w.sent.length - 1;
      return { died };
    });
    // load, claim, load complaint, read what lies beside it, send, record: twice. Twice it was sent and not recorded.
    expect(points).toBe(12);
    expect(duplicates).toBe(2);
  });

  test("a claim that still runs is left to its worker; once it has run out, the next message takes it", async () => {
    const { w, ref } = await planned();
    expect(await diesAt(w.ports, { call: 2, when: "after" }, (ports) => sendNotice(ports, ref))).toBe(true);
    w.clock.advance(119);
    await sendNotice(w.ports, ref);
    expect(w.sent).toEqual([]);
    w.clock.advance(2);
    await sendNotice(w.ports, ref);
    expect(w.sent).toHaveLength(1);
  });

  test("two workers at once: one sends, the other leaves it", async () => {
    const { w, ref } = await planned();
    await Promise.all([sendNotice(w.ports, ref), sendNotice(w.ports, ref)]);
    expect(w.sent).toHaveLength(1);
  });

  test("an error that may pass brings the message back, five times at most", async () => {
    const { w, ref, notice } = await planned();
    const ports = failing(w.ports, new Error("timeout"));
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      await expect(sendNotice(ports, ref)).rejects.toThrow("timeout");
      expect(await notice()).toMatchObject({ attempt, status: { state: "planned" }, lastError: "Error" });
    }
    await sendNotice(ports, ref);
    expect((await notice()).status).toMatchObject({ state: "failed", reason: "Error" });
    expect(w.telemetry.counts).toMatchObject({ NoticesFailed: 1 });
    expect(w.telemetry.errors).toHaveLength(5);
  });

  test("an outcome nobody knows is counted as a possible duplicate; what was surely not taken is not", async () => {
    const { w, ref, notice } = await planned();
    await expect(sendNotice(failing(w.ports, new NotTakenError("busy")), ref)).rejects.toThrow("busy");
    expect((await notice()).possibleDuplicates).toBe(0);
    await expect(sendNotice(failing(w.ports, new Error("timeout")), ref)).rejects.toThrow("timeout");
    expect((await notice()).possibleDuplicates).toBe(1);
    expect(w.telemetry.counts.NoticesPossiblyTwice).toBe(1);
    await sendNotice(w.ports, ref);
    expect(await notice()).toMatchObject({ status: { state: "handedOver" }, possibleDuplicates: 1 });
  });

  test("an address the provider refuses is not tried again", async () => {
    const { w, ref, notice } = await planned();
    await sendNotice(failing(w.ports, new PermanentMailError("refused")), ref);
    expect((await notice()).status).toMatchObject({ state: "failed", reason: "PermanentMailError" });
  });

  test("a person without an address, or an erased one: failed, not tried for ever", async () => {
    const { w, id, ref, notice } = await planned();
    const complaint = await w.complaint(id);
    const { "1.email": _, ...personal } = complaint.personal;
    w.complaints.items.set(id, { ...complaint, personal });
    await sendNotice(w.ports, ref);
    expect((await notice()).status).toMatchObject({ state: "failed", reason: "no address" });
    expect(w.sent).toEqual([]);
  });

  test("facts that cannot be loaded are a failed attempt, which no possible duplicate is counted for", async () => {
    for (const lose of ["complaint", "project"] as const) {
      const { w, ref, notice } = await planned();
      if (lose === "complaint") w.complaints.items.clear();
      else w.organisation.projects = [];
      await expect(sendNotice(w.ports, ref)).rejects.toThrow(/complaint/);
      expect(await notice()).toMatchObject({ status: { state: "planned" }, possibleDuplicates: 0 });
    }
  });

  test("a notice whose every attempt dies without a record is given up after the fifth", async () => {
    const { w, ref, notice } = await planned();
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      // load, claim, load the complaint: it dies before the mail.
      expect(await diesAt(w.ports, { call: 4, when: "before" }, (ports) => sendNotice(ports, ref))).toBe(
        true,
      );
      w.clock.advance(120);
    }
    await sendNotice(w.ports, ref);
    expect(await notice()).toMatchObject({ attempt: 5, status: { state: "failed" } });
    expect(w.sent).toEqual([]);
  });

  test("a record that comes after the claim ran out does not overwrite the other worker's", async () => {
    const { w, ref, notice } = await planned();
    const slow: Ports = {
      ...w.ports,
      mailer: {
        send: async (mail) => {
          w.clock.advance(121);
          await sendNotice(w.ports, ref);
          return w.ports.mailer.send(mail);
        },
      },
    };
    await sendNotice(slow, ref);
    expect(w.sent).toHaveLength(2);
    expect(await notice()).toMatchObject({
      attempt: 2,
      possibleDuplicates: 1,
      status: { providerId: "provider-1" },
    });
    expect(w.telemetry.errors).toEqual(["notice changed while it was sent"]);
  });

  test("a notice nobody planned is an error", async () => {
    const { w } = await planned();
    await expect(sendNotice(w.ports, { pk: "complaint#x", sk: "notice#y" })).rejects.toThrow(
      /does not exist/,
    );
  });
});
