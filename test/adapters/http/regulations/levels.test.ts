import { describe, expect, test } from "vitest";
import { at } from "../../../support/builders.ts";
import { people } from "../../../support/organisation.ts";
import { office } from "./office.ts";
import { solved, solvedBy, toEngineering, toldTo } from "./solved.ts";

const { clerk, supervisor, manager, projectManager, engineeringHead, headquarters } = people;

describe("D11: levels", () => {
  test("A: reported to manager and project manager at once, and daily at six; set after three, from the next day", async () => {
    const o = office("2026-03-02 15:30");
    const id = await o.call("101");
    await o.do(id, "classify", { classCode: "1.2.2", level: "A" });
    expect(await o.waitsFor(id)).toContain("dailyReport 2026-03-03 18:00");
    expect((await o.escalated(id)).filter((one) => one.startsWith("03-02 15:30"))).toEqual(
      expect.arrayContaining([
        expect.stringContaining("manager"),
        expect.stringContaining("project-manager"),
      ]),
    );
  });

  test("a report given at seven is that of the day; three that were missed are answered by one, and the next day's is due", async () => {
    const o = office("2026-03-02 09:00");
    const id = await o.call("101");
    await o.do(id, "classify", { classCode: "1.2.2", level: "A" });
    await o.until("2026-03-04 19:00");
    const daily = async () => (await o.waitsFor(id)).filter((clock) => clock.startsWith("daily"));
    expect(await daily()).toEqual([
      "dailyReport 2026-03-02 18:00",
      "dailyReport 2026-03-03 18:00",
      "dailyReport 2026-03-04 18:00",
      "dailyReport 2026-03-05 18:00",
    ]);
    await o.do(id, "daily-report", { text: "已联系工程部", departmentIds: ["engineering"] });
    expect(await daily()).toEqual(["dailyReport 2026-03-05 18:00"]);
  });

  test("A brought down to C asks for no report any more, and back to A it does", async () => {
    const o = office("2026-03-02 09:00");
    const id = await o.call("101");
    await o.do(id, "classify", { classCode: "1.2.2", level: "A" });
    await o.do(id, "classify", { classCode: "1.2.2", level: "C" });
    expect((await o.waitsFor(id)).some((clock) => clock.startsWith("daily"))).toBe(false);
    expect((await o.try(id, "daily-report", { text: "无", departmentIds: ["engineering"] })).json.code).toBe(
      "not-grave",
    );
    await o.do(id, "classify", { classCode: "1.2.2", level: "A" });
    expect(await o.waitsFor(id)).toContain("dailyReport 2026-03-02 18:00");
  });

  test("the time the customer asked for shortens the first reply, never lengthens it", async () => {
    const o = office("2026-03-02 09:00");
    const soon = await o.call("101", { requestedReplyAt: at("2026-03-02 14:00") });
    expect(await o.waitsFor(soon)).toContain("firstReply 2026-03-02 14:00");
    const late = await o.call("102", { requestedReplyAt: at("2026-03-05 14:00") });
    expect(await o.waitsFor(late)).toContain("firstReply 2026-03-03 09:00");
  });

  test("invalid: explained within 24 hours of the judgement, by night and day", async () => {
    const o = office("2026-03-06 17:30");
    const id = await o.call("101");
    await o.do(id, "judge", { validity: "invalid", reason: "不实" });
    expect(await o.waitsFor(id)).toContain("invalidExplain 2026-03-07 17:30");
  });

  test("judged valid after all, nobody has to explain any more and the result is owed as before", async () => {
    const o = office("2026-03-02 09:00");
    const id = await o.call("101");
    await o.do(id, "judge", { validity: "invalid", reason: "不实" });
    await o.do(id, "judge", { validity: "valid", reason: "复核属实" });
    expect(await o.waitsFor(id)).toEqual(["firstReply 2026-03-03 09:00", "result 2026-03-05 18:00"]);
  });

  test("danger that is found later alerts at once, counted from then", async () => {
    const o = office("2026-03-02 09:00");
    const id = await o.call("101");
    await o.until("2026-03-02 14:00");
    await o.do(id, "classify", { classCode: "1.2.2", safety: true });
    expect(await o.waitsFor(id)).toEqual(
      expect.arrayContaining(["firstReply 2026-03-02 14:30", "result 2026-03-03 14:00"]),
    );
    expect((await o.escalated(id)).some((one) => one.startsWith("03-02 14:00"))).toBe(true);
  });

  test("danger found after the first reply and the result alerts as well", async () => {
    const o = office("2026-03-02 09:00");
    const id = await o.call("101");
    await o.do(id, "reply", { via: "phone", text: "收到" });
    await o.until("2026-03-02 14:00");
    const before = o.api.notices.all().length;
    await o.do(id, "customer-message", { text: "现在冒烟了，有人被困" }, clerk);
    expect(o.api.notices.all().length).toBeGreaterThan(before);
  });
});

describe("D9, D12, D10: recorded in full within 24 hours, numbered by source", () => {
  test("what lacks its room is 待补全 until it is completed or ticked as withheld", async () => {
    const o = office("2026-03-02 09:00");
    const id = await o.call("101", { location: { building: "3" }, complainant: { phone: "13800000101" } });
    expect((await o.shown(id)).missing.toSorted()).toEqual(["location.room", "name"]);
    expect(await o.waitsFor(id)).toContain("record 2026-03-03 09:00");
    await o.do(id, "complete-registration", { location: { building: "3", unit: "1", room: "101" } }, clerk);
    expect((await o.shown(id)).missing).toEqual(["name"]);
    await o.do(id, "complete-registration", { withheld: true }, clerk);
    expect((await o.waitsFor(id)).some((clock) => clock.startsWith("record"))).toBe(false);
  });

  test("D3: explained at the desk and closed in one step, unless it is more than a desk may settle", async () => {
    const o = office("2026-03-02 09:00");
    const id = await o.call("101");
    expect((await o.do(id, "register-and-close", { text: "当场解释" }, clerk)).status).toBe("closed");
    const danger = await o.call("102", { safety: true });
    expect((await o.try(danger, "register-and-close", { text: "当场解释" }, clerk)).json.code).toBe(
      "not-at-the-desk",
    );
    const press = await o.written({
      sourceId: "press-1",
      channel: "press",
      matter: "晚报报道电梯",
      classCode: "1.2.2",
      complainant: { anonymous: true },
    });
    expect((await o.try(press, "register-and-close", { text: "当场解释" }, clerk)).json.code).toBe(
      "not-at-the-desk",
    );
  });
});

describe("D13, default: what is owed beside", () => {
  test("重要: a team, two testimonies, expert advice and a survey before it is closed", async () => {
    const o = office("2026-03-02 09:00");
    const id = await solved(o);
    await o.do(id, "classify", { classCode: "1.2.2", level: "C", urgency: "important" });
    await o.do(id, "sign-off", {}, engineeringHead);
    expect((await o.try(id, "close")).json.missing.toSorted()).toEqual([
      "follow-up",
      "form-team",
      "satisfaction-survey",
      "testimonies",
    ]);
  });

  test("a pause that waits for the owner moves the result by what it waited; reply and record run on", async () => {
    const o = office("2026-03-02 09:00");
    const id = await o.call("101");
    expect((await o.try(id, "pause", { reason: "owner-appointment" }, manager)).status).toBe(403);
    await o.do(id, "pause", { reason: "owner-appointment" }, projectManager);
    await o.until("2026-03-03 12:00");
    expect((await o.escalated(id, "firstReply")).some((one) => one.startsWith("03-03 09:00"))).toBe(true);
    await o.do(id, "resume");
    expect(await o.waitsFor(id)).toContain("result 2026-03-06 18:00");
  });

  test("urging adds to the complaint and tells who holds it", async () => {
    const o = office("2026-03-02 09:00");
    const id = await o.call("101");
    await o.do(id, "assign", toEngineering);
    const before = toldTo(o, "handler-1");
    await o.do(id, "urge", { text: "什么时候来" }, clerk);
    expect(toldTo(o, "handler-1")).toBeGreaterThan(before);
    expect((await o.shown(id)).urges).toBe(1);
  });

  test("withdrawn, it owes nobody anything, and nothing but a note is allowed", async () => {
    const o = office("2026-03-02 09:00");
    const id = await o.call("101");
    await o.do(id, "withdraw", { reason: "误会" });
    expect(await o.waitsFor(id)).toEqual([]);
    await o.until("2026-03-12 09:00");
    expect((await o.escalated(id)).filter((one) => one > "03-02 09:01")).toEqual([]);
    expect((await o.try(id, "resolve", solvedBy)).status).toBe(409);
  });

  test("a repair turned into a complaint keeps both numbers and has a complaint's clocks", async () => {
    const o = office("2026-03-02 09:00");
    const id = await o.call("101", { recordKind: "repair" });
    const { number } = await o.shown(id);
    await o.do(id, "convert", { recordKind: "complaint", reason: "三次未修好" });
    const after = await o.shown(id);
    expect([
      after.recordKind,
      [after.number, after.convertedNumber].includes(number),
      after.convertedNumber !== undefined,
    ]).toEqual(["complaint", true, true]);
    expect(await o.waitsFor(id)).toEqual(expect.arrayContaining(["result 2026-03-05 18:00"]));
  });

  test("the complained-of person states the own account and decides nothing", async () => {
    const o = office("2026-03-02 09:00");
    const id = await o.call("101", { against: { text: "主管态度", personId: "supervisor-1" } });
    expect(
      (await o.try(id, "judge", { validity: "invalid", reason: "没有的事" }, supervisor)).status,
    ).not.toBe(200);
    expect((await o.try(id, "classify", { classCode: "1.5.1", level: "E" }, supervisor)).status).not.toBe(
      200,
    );
    expect((await o.try(id, "statement", { text: "我的陈述" }, supervisor)).status).toBe(200);
    expect((await o.shown(id, supervisor)).complainant).not.toMatchObject({ name: "王示例" });
    expect((await o.shown(id, headquarters)).number).toBe("001");
  });
});
