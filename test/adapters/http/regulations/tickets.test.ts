import { describe, expect, test } from "vitest";
import { at } from "../../../support/builders.ts";
import { people } from "../../../support/organisation.ts";
import { type Office, office } from "./office.ts";
import { solvedBy, toEngineering } from "./solved.ts";

const { clerk, handler, manager, engineeringHead } = people;
const elsewhere = { reason: "other-unit", text: "属市政管网" };
const unrated = { contacted: "not-rated", solved: "not-rated", satisfied: "not-rated" };
const external = (ticketNo: string, dueAt: string) => ({
  external: { system: "12345", ticketNo, unit: "示例街道", dueAt: at(dueAt) },
});

/** Solved with its steps, the customer told by the result alone. */
async function solvedTicket(o: Office, ticketNo: string): Promise<string> {
  const id = await o.ticket(ticketNo);
  await o.do(id, "sign-ticket", {}, clerk);
  await o.do(id, "classify", { classCode: "1.2.2", level: "C" });
  await o.do(id, "judge", { validity: "valid", reason: "属实" });
  await o.do(id, "assign", toEngineering);
  await o.do(id, "investigate", { text: "现场查看", departmentIds: ["engineering"] });
  await o.do(id, "consult", { text: "维保单位书面意见" });
  await o.do(id, "plan", { text: "更换主板", nodes: [] });
  await o.do(id, "resolve", solvedBy, handler);
  await o.do(id, "sign-off", {}, engineeringHead);
  return id;
}

describe("转办工单: the platform's time is kept by an answer and by nothing else", () => {
  test("neither 撤诉 nor 移交 ends it before the platform has its answer; its own withdrawal does", async () => {
    const o = office("2026-03-02 09:00");
    const id = await o.ticket("W1");
    for (const [command, by] of [
      ["withdraw", people.supervisor],
      ["refer", manager],
    ] as const) {
      const refused = await o.try(id, command, { reason: "市民表示不再追究" }, by);
      expect([refused.status, refused.json.code, refused.json.missing]).toEqual([
        422,
        "incomplete",
        ["send-reply-document"],
      ]);
    }
    expect(await o.waitsFor(id)).toContain("external 2026-03-06 17:00");
    await o.do(id, "send-reply-document", { text: "市民已撤诉" });
    expect((await o.do(id, "withdraw", { reason: "市民撤诉" })).status).toBe("withdrawn");
    const taken = await o.ticket("W2");
    await o.do(taken, "record-ticket-rating", { ...unrated, exempt: "withdrawn-by-platform" }, clerk);
    expect((await o.do(taken, "withdraw", { reason: "平台撤单" })).status).toBe("withdrawn");
  });

  test("并单 into a ticket that is due later would miss the time of the first: refused, until that time is the other's too", async () => {
    const o = office("2026-03-02 09:00");
    const main = await o.ticket("M1", external("M1", "2026-03-10 17:00"));
    const sooner = await o.ticket("M2", external("M2", "2026-03-04 17:00"));
    const later = await o.ticket("M3", external("M3", "2026-03-12 17:00"));
    expect((await o.try(sooner, "merge-ticket", { complaintId: main })).json.code).toBe("ticket-due-earlier");
    await o.do(later, "merge-ticket", { complaintId: main });
    await o.do(main, "correct", {
      external: { dueAt: at("2026-03-04 17:00") },
      reason: "并单，按先到期的办理",
    });
    await o.do(sooner, "merge-ticket", { complaintId: main });
    expect(await o.waitsFor(main)).toContain("external 2026-03-04 17:00");
    expect([await o.waitsFor(sooner), await o.waitsFor(later)]).toEqual([[], []]);
  });

  test("what has left us carries nothing on: no merging with a merged, a returned, or itself", async () => {
    const o = office("2026-03-02 09:00");
    const main = await o.ticket("N1");
    const repeat = await o.ticket("N2");
    await o.do(repeat, "merge-ticket", { complaintId: main });
    expect((await o.try(main, "merge-ticket", { complaintId: repeat })).json.code).toBe(
      "no-ticket-to-merge-with",
    );
    expect((await o.try(main, "merge-ticket", { complaintId: main })).json.code).toBe("repeats-itself");
    await o.do(main, "return-ticket", elsewhere);
    const third = await o.ticket("N3");
    expect((await o.try(third, "merge-ticket", { complaintId: main })).json.code).toBe(
      "no-ticket-to-merge-with",
    );
  });

  test("more time asked for in time and granted after it: the limit that has passed rings no more, and there is no second grant", async () => {
    const o = office("2026-03-02 09:00");
    const id = await o.ticket("E1");
    await o.do(id, "sign-ticket", {}, clerk);
    await o.until("2026-03-06 16:00");
    expect(
      (await o.try(id, "ask-extension", { dueAt: at("2026-03-06 12:00"), reason: "等件" })).json.code,
    ).toBe("extension-not-later");
    await o.do(id, "ask-extension", { dueAt: at("2026-03-12 17:00"), reason: "等件" });
    await o.until("2026-03-06 18:00");
    await o.do(id, "record-extension", { granted: true }, clerk);
    expect(await o.waitsFor(id)).toContain("external 2026-03-12 17:00");
    expect((await o.try(id, "record-extension", { granted: true }, clerk)).json.code).toBe(
      "no-extension-asked",
    );
    await o.until("2026-03-08 12:00");
    expect((await o.escalated(id, "external")).filter((one) => one > "03-06 17:01")).toEqual([]);
  });

  test("too late to ask once the time is up; a pause and an extension of ours do not move it", async () => {
    const o = office("2026-03-02 22:00");
    const id = await o.ticket("L1", external("L1", "2026-03-03 00:00"));
    await o.until("2026-03-03 01:00");
    expect(
      (await o.try(id, "ask-extension", { dueAt: at("2026-03-05 17:00"), reason: "等件" })).json.code,
    ).toBe("asked-too-late");
    await o.do(id, "pause", { reason: "third-party" }, people.projectManager);
    const body = { clock: "external", dueAt: at("2026-03-09 17:00"), reason: "等件" };
    expect((await o.try(id, "extend", body, people.projectManager)).json.code).toBe("not-extendable");
    expect(await o.waitsFor(id)).toContain("external 2026-03-03 00:00");
    expect((await o.escalated(id, "external")).filter((one) => one.startsWith("03-03 00:00"))).not.toEqual(
      [],
    );
  });

  test("退回重办 of a closed one: the platform's new time and the result run, the first reply was the result and is owed no more", async () => {
    const o = office("2026-03-02 09:00");
    const id = await solvedTicket(o, "R1");
    expect((await o.try(id, "close")).json.missing).toContain("send-reply-document");
    await o.do(id, "send-reply-document");
    await o.do(id, "follow-up", { outcome: "reached", grade: 5 }, clerk);
    await o.do(id, "close");
    await o.do(id, "ticket-returned", { dueAt: at("2026-03-04 12:00"), text: "回访未解决" }, clerk);
    const again = await o.shown(id);
    expect([again.status, again.cycle]).toEqual(["handling", 2]);
    const waits = await o.waitsFor(id);
    expect(waits).toContain("external 2026-03-04 12:00");
    expect(waits).toContain("result 2026-03-04 12:00");
    expect(waits.filter((one) => one.startsWith("firstReply"))).toEqual([]);
  });

  test("a return that the platform does not accept: nobody was told anything yet, so the first reply is owed from then", async () => {
    const o = office("2026-03-02 09:00");
    const id = await o.ticket("R2");
    await o.do(id, "return-ticket", elsewhere);
    expect([(await o.shown(id)).status, await o.waitsFor(id)]).toEqual(["referred", []]);
    await o.until("2026-03-03 10:00");
    await o.do(id, "ticket-returned", { dueAt: at("2026-03-05 12:00"), text: "不接受退单" }, clerk);
    expect(await o.waitsFor(id)).toEqual(
      expect.arrayContaining(["external 2026-03-05 12:00", "firstReply 2026-03-04 10:00"]),
    );
    expect((await o.do(id, "return-ticket", elsewhere)).status).toBe("referred");
  });

  test("in a group each ticket keeps its own time, signature and answer; a reply to all answers no platform", async () => {
    const o = office("2026-03-02 09:00");
    const first = await o.ticket("G1", { location: { building: "3", unit: "1", room: "101" } });
    const second = await o.ticket("G2", {
      location: { building: "3", unit: "1", room: "102" },
      complainant: { name: "李示例", phone: "13800000502" },
    });
    for (const room of ["103", "104", "105"]) await o.call(room);
    await o.all("confirm");
    await o.all("reply", { via: "phone", text: "今晚修复" });
    for (const id of [first, second]) expect(await o.waitsFor(id)).toContain("external 2026-03-06 17:00");
    await o.do(first, "send-reply-document", { text: "今晚修复" });
    expect((await o.waitsFor(first)).filter((one) => one.startsWith("external"))).toEqual([]);
    await o.until("2026-03-06 18:00");
    const rang = (await o.escalated(second, "external")).filter((one) => one.startsWith("03-06 17:00"));
    expect(rang).toEqual(["03-06 17:00 external manager", "03-06 17:00 external supervisor"]);
  });
});
