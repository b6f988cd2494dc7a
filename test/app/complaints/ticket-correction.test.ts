import { describe, expect, test } from "vitest";
import { audit } from "../../../lib/app/complaints/audit.ts";
import { clockDetails } from "../../../lib/app/complaints/clock-view.ts";
import { giveCommand } from "../../../lib/app/complaints/command.ts";
import { receiveComplaint } from "../../../lib/app/intake/intake.ts";
import type { PlainCommand } from "../../../lib/app/ports/plain-command.ts";
import { isProblem } from "../../../lib/app/problems/problem.ts";
import { ticketNumber } from "../../../lib/domain/classification/sources.ts";
import { clockOutcome, dueAt } from "../../../lib/domain/clocks/clock.ts";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import { retimed } from "../../../lib/domain/complaint/rules/retime.ts";
import { at, local } from "../../support/builders.ts";
import { quietPolicy, rulesFor } from "../../support/rules.ts";
import { request, type World, world } from "../../support/world.ts";

const now = at("2026-03-02 10:00");
const external = {
  system: "12345",
  ticketNo: "20260302-0017",
  unit: "示例街道",
  dueAt: at("2026-03-06 17:00"),
};

const ticket = (more: object = {}) => ({
  channel: "government" as const,
  sourceId: "t",
  external: { ...external, ...more },
});

const due = (complaint: Complaint) =>
  complaint.clocks.map((clock) => [clock.name + (clock.key ?? ""), local(dueAt(clock))]);

const correct = (external: object): PlainCommand => ({
  type: "correct",
  told: { external },
  reason: "录入有误",
});

async function faults(w: World): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const progress of audit(w.ports)) found.push(...progress.faults);
  return found;
}

describe("a ticket that was typed wrongly is put right", () => {
  test("its instant: every clock that goes by it is timed again, on record, and stays so under other rules", async () => {
    const w = world(now);
    const { id } = (await w.receive(ticket())).registration;
    await w.give(id, correct({ dueAt: at("2026-03-03 09:00"), signBy: at("2026-03-02 12:00") }));
    const complaint = await w.complaint(id);
    expect(Object.fromEntries(due(complaint))).toMatchObject({
      external: "2026-03-03 09:00",
      externalsign: "2026-03-02 12:00",
      firstReply: "2026-03-03 09:00",
      result: "2026-03-03 09:00",
    });
    const again = retimed(
      complaint,
      complaint,
      rulesFor("Asia/Shanghai", { ...quietPolicy, version: "v2" }),
      now,
      "rules",
    );
    const external = again.flatMap(({ fact }) =>
      fact.type === "clockRetimed" && fact.name === "external" ? [fact] : [],
    );
    expect(external.map((fact) => local(dueAt(fact)))).toEqual(["2026-03-03 09:00", "2026-03-02 12:00"]);
    expect(await faults(w)).toEqual([]);
  });

  test.each(["dueAt", "signBy"])(
    "no %s is corrected to before the receipt; what stands so is left alone",
    async (field) => {
      const w = world(now);
      const { id } = (await w.receive(ticket())).registration;
      for (const instant of [now, at("2025-03-06 17:00")])
        await expect(w.give(id, correct({ [field]: instant }))).rejects.toThrow("ticket-due-before-receipt");
      // Taken before this was asked for: its number can be put right all the same.
      const complaint = await w.complaint(id);
      const { registration } = complaint;
      const old = { ...external, [field]: at("2026-03-01 17:00") };
      w.complaints.items.set(id, { ...complaint, registration: { ...registration, external: old } });
      await w.give(id, correct({ unit: "示例区住建局" }));
      expect((await w.complaint(id)).registration.external).toEqual({ ...old, unit: "示例区住建局" });
    },
  );

  test("after the reply: what was answered in time by the right instant is kept; what the platform extended stays", async () => {
    const w = world(now);
    const { id } = (await w.receive(ticket({ dueAt: at("2026-03-02 11:00") }))).registration;
    await w.give(id, { type: "sign-ticket" });
    w.clock.set(at("2026-03-04 10:00"));
    await w.give(id, { type: "send-reply-document", text: "已修复" });
    const answer = async () => {
      const clock = (await w.complaint(id)).clocks.find(
        ({ name, key }) => name === "external" && key === undefined,
      );
      return clock && clockOutcome(clock, w.clock.text());
    };
    expect(await answer()).toBe("missed");
    await w.give(id, correct({ dueAt: at("2026-03-06 11:00") }));
    expect(await answer()).toBe("kept");

    const extended = (await w.receive({ ...ticket({ ticketNo: "E-1" }), body: "e" })).registration.id;
    await w.give(extended, { type: "ask-extension", dueAt: at("2026-03-10 17:00"), reason: "待配件" });
    await w.give(extended, { type: "record-extension", granted: true, dueAt: at("2026-03-10 17:00") });
    await w.give(extended, correct({ unit: "示例街道办" }));
    expect((await w.complaint(extended)).ticket?.dueAt).toBe(at("2026-03-10 17:00"));
    expect(await faults(w)).toEqual([]);
  });

  test("its number: found by the right one, the platform's repetition is the same ticket, the wrong number is free", async () => {
    const w = world(now);
    const { id } = (await w.receive(ticket())).registration;
    await w.give(id, correct({ ticketNo: "20260302-0071" }));
    expect(await w.complaints.idByNumber(ticketNumber("20260302-0071"))).toBe(id);
    const receive = async (ticketNo: string) => {
      const result = await receiveComplaint(
        w.ports,
        request({ ...ticket({ ticketNo }), sourceId: ticketNo, body: ticketNo }),
      );
      return isProblem(result) ? result.problem : result.complaint.registration.id;
    };
    expect(await receive("20260302-0071")).toBe("ticket-known");
    const other = await receive("20260302-0017");
    expect([other === id, other === "ticket-known"]).toEqual([false, false]);
    const taken = await giveCommand(w.ports, await w.given(id, correct({ ticketNo: "20260302-0017" }), {}));
    expect(taken).toMatchObject({ problem: "ticket-known", path: "external.ticketNo" });
  });

  test("what came with no ticket has none to correct", async () => {
    const w = world(now);
    const { id } = (await w.receive()).registration;
    const result = await giveCommand(w.ports, await w.given(id, correct({ ticketNo: "1" }), {}));
    expect(result).toMatchObject({ problem: "no-ticket" });
  });
});

test("the clock of a signature says what it waits for and where its limit comes from, the reply's does too", async () => {
  const w = world(now);
  const usual = await w.receive(ticket());
  const named = await w.receive({ ...ticket({ ticketNo: "N", signBy: at("2026-03-02 12:00") }), body: "n" });
  const said = async (complaint: Complaint) =>
    (await clockDetails(w.ports, complaint, now))
      .filter(({ name }) => name === "external")
      .map(({ explanation }) => explanation.zh);
  expect(await said(usual)).toEqual([
    "转办单办理时限：3月6日 17:00 前报送回复件",
    expect.stringMatching(
      /^签收或退单：转办单未定时限，按本公司规定 3月2日 10:00 起算，3月\d日 \d\d:\d\d 截止$/,
    ),
  ]);
  expect((await said(named))[1]).toBe("签收或退单：转办单所定时限，3月2日 12:00 截止");
});

describe("a ticket that its platform hands back (退回重办)", () => {
  test("moves no limit from before it, whatever is known later, and the audit counts them so", async () => {
    const w = world(now);
    const early = at("2026-03-03 09:00");
    const { id } = (await w.receive(ticket({ dueAt: early }))).registration;
    await w.give(id, { type: "assign", departmentId: "engineering" });
    await w.give(id, { type: "send-reply-document", text: "已安排维修" });
    await w.run(at("2026-03-02 16:00"));
    await w.give(id, { type: "ticket-returned", dueAt: at("2026-03-20 17:00"), text: "诉求人反映未解决" });
    // The result from before still runs: its first limit stays when the level moves the others (D1, D11).
    await w.give(id, { type: "classify", classCode: "1.2.2", level: "A" });
    const complaint = await w.complaint(id);
    const result = complaint.clocks.find(({ name }) => name === "result");
    expect(result && [result.cycle, dueAt(result), complaint.taskDueAt]).toEqual([1, early, early]);
    expect(await faults(w)).toEqual([]);
  });

  test("leaves what was kept in time as it was: the first reply by the first ticket's time", async () => {
    const w = world(now);
    const { id } = (await w.receive(ticket({ dueAt: at("2026-03-02 18:00") }))).registration;
    await w.give(id, { type: "assign", departmentId: "engineering" });
    await w.give(id, { type: "resolve", via: "phone", text: "已修复" });
    await w.give(id, { type: "send-reply-document" });
    await w.run(at("2026-03-04 16:00"));
    await w.give(id, { type: "ticket-returned", dueAt: at("2026-03-20 17:00"), text: "诉求人反映未解决" });
    expect(await faults(w)).toEqual([]);
  });
});
