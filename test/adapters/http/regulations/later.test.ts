import { describe, expect, test } from "vitest";
import { at } from "../../../support/builders.ts";
import { people } from "../../../support/organisation.ts";
import { as, withKey } from "../support.ts";
import { office } from "./office.ts";
import { solved, solvedBy, toEngineering, toldTo } from "./solved.ts";

const { clerk, handler, supervisor, manager, projectManager, engineeringHead, serviceHead, region } = people;
const closedWith = async (o: ReturnType<typeof office>, id: string) => {
  await o.do(id, "sign-off", {}, engineeringHead);
  await o.do(id, "follow-up", { outcome: "reached", grade: 5 }, clerk);
  await o.do(id, "close");
};

describe("D2, D6, D9: what is written down later counts from when it came", () => {
  test("a slip counts from the opening of its box, once, and an empty one is refused by itself", async () => {
    const o = office("2026-03-02 17:00");
    const slip = { slipId: "s1", matter: "楼道灯不亮" };
    const round = {
      roundId: "r1",
      projectId: "project-1",
      boxId: "b1",
      openedAt: at("2026-03-02 09:00"),
      openedBy: "保安",
      slips: [slip, slip, { slipId: "s2", matter: " " }],
    };
    const headers = withKey("key-of-everything");
    const { json } = await o.api.channels("POST /channels/mailbox/rounds", { headers, body: round });
    await o.api.drain();
    expect(new Set(json.accepted.map(({ number }: { number: string }) => number))).toEqual(new Set(["B001"]));
    expect(json.refused).toMatchObject([{ slipId: "s2", code: "invalid-request" }]);
    expect(await o.waitsFor(json.accepted[0].id)).toEqual([
      "firstReply 2026-03-03 09:00",
      "record 2026-03-03 09:00",
      "result 2026-03-05 18:00",
    ]);
  });

  test("told to an employee three days ago and entered today, whoever should have heard meanwhile hears at once", async () => {
    const o = office("2026-03-05 14:00");
    const id = await o.written({
      sourceId: "late-1",
      channel: "oral",
      matter: "保安漏岗",
      classCode: "1.3.1",
      receivedAt: at("2026-03-02 09:00"),
      complainant: { name: "王示例", phone: "13800000009" },
      location: { building: "3", unit: "1", room: "101" },
    });
    const posts = (await o.escalated(id, "firstReply"))
      .filter((one) => one.startsWith("03-05 14:00"))
      .map((one) => one.split(" ").at(-1));
    expect(new Set(posts)).toEqual(
      new Set(["handler", "supervisor", "manager", "project-manager", "region"]),
    );
  });

  test("a call that was made in time and is written down late was in time; none was made before the complaint or tomorrow", async () => {
    const o = office("2026-03-02 09:00");
    const id = await o.call("101");
    await o.until("2026-03-03 12:00");
    const reply = { via: "phone", text: "今日派人检修" };
    for (const day of ["2026-03-01 09:00", "2026-03-04 09:00"])
      expect((await o.try(id, "reply", { ...reply, occurredAt: at(day) })).json.code).toBe(
        "occurred-out-of-range",
      );
    await o.do(id, "reply", { ...reply, occurredAt: at("2026-03-02 15:00") });
    const { json } = await o.api.staff(`GET /complaints/${id}/clocks`, { headers: as(supervisor) });
    const outcomes = json.clocks.map(({ name, outcome }: { name: string; outcome: string }) => [
      name,
      outcome,
    ]);
    expect(outcomes).toContainEqual(["firstReply", "kept"]);
  });
});

describe("D11: grave matters", () => {
  test("an A of a Friday is reported on Saturday and Sunday, too", async () => {
    const o = office("2026-03-06 10:00");
    const id = await o.call("101");
    await o.do(id, "classify", { classCode: "1.2.2", level: "A" });
    await o.until("2026-03-08 20:00");
    const daily = (await o.escalated(id, "dailyReport")).filter((one) =>
      / 18:00 .* project-manager$/.test(one),
    );
    expect(daily.map((one) => one.slice(0, 5))).toEqual(["03-06", "03-07", "03-08"]);
    expect(await o.waitsFor(id)).toContain("dailyReport 2026-03-09 18:00");
  });

  test("found to be an A after it was solved: no report is due any more, every step still is, and each of them can be taken", async () => {
    const o = office("2026-03-02 09:00");
    const id = await solved(o);
    await o.do(id, "classify", { classCode: "1.2.2", level: "A" });
    expect(await o.waitsFor(id)).toEqual(["followUp 2026-03-04 15:00"]);
    const action = {
      ownerId: "engineering-head",
      dueAt: at("2026-03-20 18:00"),
      cause: "主板老化",
      measure: "同批更换",
    };
    await o.do(id, "report-up", { text: "上报公司" });
    await o.do(id, "foresee", { text: "同型号电梯 30 户", affected: 30 });
    await o.do(id, "form-team", { text: "小组", departmentIds: ["engineering", "service"] });
    await o.do(id, "investigate", { text: "访谈", testimonies: 2 });
    await o.do(id, "plan", { act: "approve" }, projectManager);
    await o.do(id, "daily-report", { text: "已联系工程部", departmentIds: ["engineering"] });
    await o.do(id, "sign-off", {}, engineeringHead);
    await o.do(id, "follow-up", { outcome: "reached", grade: 5 }, clerk);
    await o.do(id, "check-effect", { effective: false, text: "仍有异响" }, manager);
    await o.do(id, "review", { text: "检讨", actions: [action] }, manager);
    // D4: an effect that was checked and found wanting is no check that lets it close.
    expect((await o.try(id, "close")).json.missing).toContain("check-effect");
    await o.do(id, "check-effect", { effective: true, text: "运行正常" }, manager);
    const { missing = [] } = (await o.try(id, "close")).json;
    expect(missing).not.toContain("check-effect");
  });

  test("whoever wrote the plan does not approve it: a manager's goes to the project manager, his own of an A to the region", async () => {
    const o = office("2026-03-02 09:00");
    const [c, a] = [await o.call("101"), await o.call("102")];
    await o.do(c, "classify", { classCode: "1.2.2", level: "C" });
    await o.do(c, "plan", { text: "更换主板", nodes: [] }, manager);
    expect((await o.try(c, "plan", { act: "approve" }, manager)).json.code).toBe("second-person-required");
    await o.do(c, "plan", { act: "approve" }, projectManager);
    await o.do(a, "classify", { classCode: "1.2.2", level: "A" });
    await o.do(a, "plan", { text: "更换主板", nodes: [] }, projectManager);
    expect((await o.try(a, "plan", { act: "approve" }, manager)).json.code).toBe("superior-approves");
    expect((await o.try(a, "plan", { act: "approve" }, projectManager)).json.code).toBe(
      "second-person-required",
    );
    await o.do(a, "plan", { act: "approve" }, region);
  });

  test("turned into an opinion an A loses level, report and urgency; six households' letter is not for the desk to close", async () => {
    const o = office("2026-03-02 09:00");
    const id = await o.call("101");
    await o.do(id, "classify", { classCode: "1.2.2", level: "A" });
    await o.do(id, "convert", { recordKind: "opinion", reason: "只是建议" });
    const after = await o.shown(id);
    expect([after.level, after.urgency, after.recordKind]).toEqual([undefined, "general", "opinion"]);
    expect((await o.waitsFor(id)).filter((one) => one.startsWith("dailyReport"))).toEqual([]);
    const letter = await o.call("102", { headcount: 6 });
    expect((await o.try(letter, "register-and-close", { text: "已解释" }, clerk)).json.code).toBe(
      "not-at-the-desk",
    );
  });

  test("E: one customer's advice is answered with investigation and expert advice, by the department that signs for it", async () => {
    const o = office("2026-03-02 09:00");
    const id = await o.call("101", { recordKind: "opinion", matter: "建议大堂增加座椅" });
    expect((await o.try(id, "classify", { classCode: "1.4.1", level: "A" })).json.code).toBe(
      "level-contradicts-kind",
    );
    await o.do(id, "classify", { classCode: "1.4.1", level: "E" });
    await o.do(id, "assign", { departmentId: "service" });
    await o.do(id, "resolve", { via: "phone", text: "已采纳" });
    expect((await o.try(id, "close")).json.missing).toEqual(
      expect.arrayContaining(["investigate", "consult"]),
    );
    await o.do(id, "judge", { validity: "valid", reason: "合理" });
    await o.do(id, "investigate", { text: "现场查看" });
    await o.do(id, "consult", { text: "采购意见" });
    await o.do(id, "sign-off", {}, serviceHead);
    await o.do(id, "follow-up", { outcome: "reached", grade: 4 }, clerk);
    expect((await o.do(id, "close")).status).toBe("closed");
  });
});

describe("D4, D15: after the result", () => {
  test("返单 gives a new result its three working days and its whole ladder; the task keeps its first due time", async () => {
    const o = office("2026-03-02 09:00");
    const id = await solved(o);
    await o.do(id, "sign-off", {}, engineeringHead);
    await o.do(id, "follow-up", { outcome: "reached", grade: 1, reason: "仍停运" }, clerk);
    const { taskDueAt } = await o.shown(id);
    await o.until("2026-03-06 10:00");
    await o.do(id, "reopen", { reason: "返单" }, manager);
    expect(await o.waitsFor(id)).toEqual(["result 2026-03-11 18:00"]);
    await o.until("2026-03-14 10:00");
    expect((await o.shown(id)).taskDueAt).toBe(taskDueAt);
    expect((await o.escalated(id, "result")).filter((one) => one >= "03-11 18:00")).toEqual([
      "03-11 18:00 result manager",
      "03-11 18:00 result supervisor",
      "03-12 13:00 result project-manager",
      "03-12 18:00 result region",
      "03-13 18:00 result headquarters",
      "03-13 18:00 result headquarters",
    ]);
  });

  test("a measure that does not pass goes back to its owner, who is told; nobody verifies the own one, and more time is the project manager's", async () => {
    const o = office("2026-03-02 09:00");
    const id = await solved(o);
    const action = {
      ownerId: "engineering-head",
      dueAt: at("2026-03-10 18:00"),
      cause: "主板老化",
      measure: "同批更换",
    };
    await o.do(id, "review", { text: "检讨", actions: [action] }, manager);
    await closedWith(o, id);
    await o.until("2026-03-12 09:00");
    expect((await o.escalated(id, "corrective")).slice(-1)).toEqual([
      "03-11 13:00 corrective project-manager",
    ]);
    await o.do(id, "evidence", { actionId: "z1", text: "照片" }, engineeringHead);
    expect(
      (await o.try(id, "verify", { actionId: "z1", passed: true, text: "属实" }, engineeringHead)).status,
    ).toBe(403);
    const before = toldTo(o, "engineering-head");
    await o.do(id, "verify", { actionId: "z1", passed: false, text: "只换了一部" }, supervisor);
    await o.until("2026-03-12 09:10");
    expect(toldTo(o, "engineering-head")).toBeGreaterThan(before);
    const extension = { clock: "corrective", key: "z1", dueAt: at("2026-03-25 18:00"), reason: "缺件" };
    await o.do(id, "extend", extension, projectManager);
    expect(await o.waitsFor(id)).toEqual(["corrective 2026-03-25 18:00"]);
  });

  test("nobody's number is reached: three calls on two days, closed as such, and no grade comes in behind it", async () => {
    const o = office("2026-03-02 09:00");
    const id = await solved(o);
    await o.do(id, "sign-off", {}, engineeringHead);
    for (const call of ["2026-03-04 10:00", "2026-03-04 15:00", "2026-03-05 10:00"]) {
      await o.until(call);
      await o.do(id, "follow-up", { outcome: "wrong-number" }, clerk);
    }
    await o.do(id, "close");
    expect((await o.shown(id)).ending).toBe("unreachable");
    expect((await o.try(id, "follow-up", { outcome: "reached", grade: 5 }, clerk)).status).toBe(409);
  });

  test("satisfied at first and not later: the first answer stays, and the manager decides what the later one means", async () => {
    const o = office("2026-03-02 09:00");
    const id = await solved(o);
    await o.do(id, "sign-off", {}, engineeringHead);
    await o.do(id, "follow-up", { outcome: "reached", grade: 5 }, clerk);
    await o.do(id, "opinion", { grade: 1, text: "又停了" }, clerk);
    expect((await o.shown(id)).firstGrade).toBe(5);
    expect((await o.try(id, "close", { reason: "已解释" })).json.code).toBe("manager-decides");
    await o.do(id, "close", { reason: "已解释" }, manager);
  });

  test("danger told weeks after the close, late in the evening, is heard that minute by whoever held it and their superiors", async () => {
    const o = office("2026-03-02 09:00");
    const id = await solved(o);
    await closedWith(o, id);
    await o.until("2026-03-20 22:30");
    const before = o.api.notices.all().length;
    await o.do(id, "customer-message", { text: "现在漏电，孩子被电到了" }, clerk);
    const told = o.api.notices.all().slice(before);
    expect(new Set(told.map(({ recipient }) => (recipient.kind === "person" ? recipient.id : "")))).toEqual(
      new Set(["handler-1", "supervisor-1", "manager-1"]),
    );
  });
});

describe("D4: against somebody of ours", () => {
  test("a handler complained of neither gets nor solves it; the head complained of does not sign, a manager does", async () => {
    const o = office("2026-03-02 09:00");
    const id = await o.call("101", { against: { text: "维修师傅", personId: "handler-1" } });
    expect((await o.try(id, "assign", toEngineering)).json.code).toBe("complained-of");
    await o.do(id, "assign", { departmentId: "engineering" });
    expect((await o.try(id, "resolve", solvedBy, handler)).json.code).toBe("complained-of");
    const other = await o.call("102", { against: { text: "工程部主管", personId: "engineering-head" } });
    await o.do(other, "assign", { departmentId: "engineering" });
    await o.do(other, "resolve", solvedBy);
    expect((await o.try(other, "sign-off", {}, engineeringHead)).json.code).toBe("complained-of");
    await o.do(other, "sign-off", {}, manager);
  });

  test("a manager complained of approves and decides nothing: the project manager does, the first time already", async () => {
    const o = office("2026-03-02 09:00");
    const id = await solved(o, { against: { text: "客服经理", personId: "manager-1" } });
    await o.do(id, "sign-off", {}, engineeringHead);
    await o.do(id, "follow-up", { outcome: "reached", grade: 2, reason: "态度" }, clerk);
    expect((await o.try(id, "reopen", { reason: "返单" }, manager)).json.code).toBe("complained-of");
    await o.do(id, "reopen", { reason: "返单" }, projectManager);
  });
});
