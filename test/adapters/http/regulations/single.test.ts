import { describe, expect, test } from "vitest";
import { at } from "../../../support/builders.ts";
import { people } from "../../../support/organisation.ts";
import { type Office, office } from "./office.ts";
import { solved, solvedBy, toEngineering, toldTo } from "./solved.ts";

const { clerk, handler, dutyHandler, supervisor, manager, projectManager, engineeringHead } = people;
describe("D6: what is owed to whoever complains", () => {
  test("24 小时内回复: told the next steps, the reply's clock stops and the result's goes on", async () => {
    const o = office("2026-03-02 09:00");
    const id = await o.call("101");
    expect(await o.waitsFor(id)).toEqual(["firstReply 2026-03-03 09:00", "result 2026-03-05 18:00"]);
    await o.do(id, "reply", { via: "phone", text: "抱歉，今日派人检修，明日 18:00 前答复" });
    expect(await o.waitsFor(id)).toEqual(["result 2026-03-05 18:00"]);
  });

  test("not answered within 24 hours, the supervisor and the manager hear at the limit, the project manager four working hours later", async () => {
    const o = office("2026-03-02 09:00");
    const id = await o.call("101");
    await o.until("2026-03-03 14:00");
    expect((await o.escalated(id, "firstReply")).filter((one) => one >= "03-03 09:00")).toEqual([
      "03-03 09:00 firstReply manager",
      "03-03 09:00 firstReply supervisor",
      "03-03 13:00 firstReply project-manager",
    ]);
  });

  test("3 个工作日: over the Qingming holiday the three days are working days", async () => {
    // 4–6 April 2026 are off.
    const o = office("2026-04-02 10:00");
    const id = await o.call("101");
    expect((await o.waitsFor(id)).at(-1)).toBe("result 2026-04-08 18:00");
  });

  test("人身安全: told at once; a handler who takes it within ten minutes spares the manager, not the answer", async () => {
    const o = office("2026-03-02 23:10");
    const id = await o.call("101", { safety: true, matter: "有人被困电梯" });
    await o.do(id, "assign", toEngineering);
    await o.do(id, "accept", {}, handler);
    await o.until("2026-03-03 00:30");
    expect(await o.escalated(id, "firstReply")).toEqual([
      "03-02 23:10 firstReply handler",
      "03-02 23:10 firstReply project-manager",
      "03-02 23:10 firstReply supervisor",
      "03-02 23:40 firstReply region",
      "03-03 00:10 firstReply headquarters",
      "03-03 00:10 firstReply headquarters",
    ]);
  });

  test("written by letter, told to any employee, by SMS or WeChat: each has its number, and contact is not invented", async () => {
    const o = office("2026-03-02 09:00");
    const letter = { sourceId: "letter-1", channel: "letter", matter: "楼道堆物", originalAt: "档案柜 3" };
    const id = await o.written({ ...letter, complainant: { name: "李示例" } });
    expect((await o.shown(id)).number).toBe("X001");
    expect((await o.try(id, "reply", { via: "phone", text: "已处理" })).json.code).toBe("no-address");
    expect((await o.try(id, "reply", { via: "email", text: "已处理" })).json.code).toBe("no-address");
    await o.do(id, "reply", { via: "posted", text: "已在公告栏答复" });
    const oral = await o.written({ sourceId: "oral-1", channel: "oral", matter: "保安夜间睡觉" }, handler);
    expect((await o.shown(oral)).number).toBe("K001");
  });
});

describe("D4: record, limit, check, sign-off and follow-up", () => {
  test("限期解决: the department that reports in time stops its own limit and no other", async () => {
    const o = office("2026-03-02 09:00");
    const id = await o.call("101");
    await o.do(id, "assign", { ...toEngineering, limitAt: at("2026-03-03 12:00") });
    expect(await o.waitsFor(id)).toContain("department 2026-03-03 12:00");
    await o.do(id, "accept", {}, handler);
    await o.do(id, "progress", { text: "已更换主板，运行正常" }, handler);
    const left = await o.waitsFor(id);
    expect(left).toContain("result 2026-03-05 18:00");
  });

  test("a head of another department neither solves nor passes it on", async () => {
    const o = office("2026-03-02 09:00");
    const id = await o.call("101");
    await o.do(id, "assign", toEngineering);
    expect((await o.try(id, "resolve", solvedBy, people.serviceHead)).json.code).toBe("not-your-department");
    expect(
      (await o.try(id, "transfer", { departmentId: "service", reason: "不归我们" }, dutyHandler)).json.code,
    ).toBe("not-your-department");
  });

  test("closed only with signature and follow-up; the handler may not be who calls back", async () => {
    const o = office("2026-03-02 09:00");
    const id = await solved(o);
    expect((await o.try(id, "close")).json.missing.toSorted()).toEqual(["follow-up", "sign-off"]);
    await o.do(id, "sign-off", {}, engineeringHead);
    expect((await o.try(id, "follow-up", { outcome: "reached", grade: 5 }, handler)).json.code).toBe(
      "follow-up-by-handler",
    );
    await o.do(id, "follow-up", { outcome: "reached", grade: 5 }, clerk);
    expect((await o.do(id, "close")).status).toBe("closed");
    expect(await o.waitsFor(id)).toEqual([]);
  });

  test("回访: calls before nine and after eight are none; three on two days, and it may be closed as not reached", async () => {
    const o = office("2026-03-02 09:00");
    const id = await solved(o);
    await o.do(id, "sign-off", {}, engineeringHead);
    await o.until("2026-03-03 20:00");
    expect((await o.try(id, "follow-up", { outcome: "no-answer" }, clerk)).json.code).toBe(
      "outside-call-hours",
    );
    await o.until("2026-03-04 09:00");
    await o.do(id, "follow-up", { outcome: "no-answer" }, clerk);
    await o.do(id, "follow-up", { outcome: "no-answer" }, clerk);
    await o.do(id, "follow-up", { outcome: "no-answer" }, clerk);
    expect((await o.try(id, "close")).json.missing).toEqual(["follow-up"]);
    await o.until("2026-03-05 19:59");
    await o.do(id, "follow-up", { outcome: "no-answer" }, clerk);
    await o.do(id, "close");
    expect((await o.shown(id)).ending).toBe("unreachable");
  });

  test("dissatisfied stays dissatisfied: no second call, no close by the supervisor; the manager sends it back, the second time the project manager", async () => {
    const o = office("2026-03-02 09:00");
    const id = await solved(o);
    await o.do(id, "sign-off", {}, engineeringHead);
    expect((await o.try(id, "follow-up", { outcome: "reached", grade: 2 }, clerk)).json.code).toBe(
      "reason-required",
    );
    const taskDue = (await o.shown(id)).taskDueAt;
    await o.do(id, "follow-up", { outcome: "reached", grade: 2, reason: "又停了" }, clerk);
    expect((await o.try(id, "follow-up", { outcome: "reached", grade: 5 }, clerk)).json.code).toBe(
      "manager-decides",
    );
    expect((await o.try(id, "close", { reason: "已解释" })).json.code).toBe("manager-decides");
    expect((await o.try(id, "reopen", { reason: "返单" })).status).toBe(403);
    await o.do(id, "reopen", { reason: "返单" }, manager);
    const again = await o.shown(id);
    expect([again.cycle, again.taskDueAt, again.firstGrade]).toEqual([2, taskDue, 2]);
    await o.do(id, "resolve", solvedBy, handler);
    await o.do(id, "sign-off", {}, engineeringHead);
    await o.do(id, "follow-up", { outcome: "reached", grade: 1, reason: "还是停" }, clerk);
    expect((await o.try(id, "reopen", { reason: "再返" }, manager)).status).toBe(403);
    // D4: what is repeatedly dissatisfied is checked and reviewed before it may be explained and closed.
    expect(
      (await o.try(id, "close", { reason: "解释关闭" }, projectManager)).json.missing.toSorted(),
    ).toEqual(["check-effect", "review"]);
    await o.do(id, "reopen", { reason: "再返" }, projectManager);
    expect((await o.shown(id)).cycle).toBe(3);
  });

  test("a bad opinion, given apart from the call, is the manager's to decide on as well", async () => {
    const o = office("2026-03-02 09:00");
    const id = await solved(o);
    await o.do(id, "sign-off", {}, engineeringHead);
    await o.do(id, "opinion", { grade: 2, text: "态度不好" }, clerk);
    expect((await o.try(id, "follow-up", { outcome: "reached", grade: 5 }, clerk)).status).toBe(200);
    expect((await o.try(id, "close")).json.missing).toEqual(["reason"]);
    expect((await o.try(id, "close", { reason: "已解释" })).json.code).toBe("manager-decides");
    expect((await o.do(id, "close", { reason: "已解释" }, manager)).status).toBe("closed");
  });

  test("a grave one is checked and reviewed by the manager; the corrective action's owner hears, hands in proof, and somebody else verifies", async () => {
    const o = office("2026-03-02 09:00");
    const id = await solved(o);
    const action = {
      ownerId: "engineering-head",
      dueAt: at("2026-03-20 18:00"),
      cause: "主板老化",
      measure: "同批更换",
    };
    await o.do(id, "review", { text: "检讨", actions: [action] }, manager);
    expect(toldTo(o, "engineering-head")).toBeGreaterThan(0);
    expect(await o.waitsFor(id)).toContain("corrective 2026-03-20 18:00");
    await o.do(id, "evidence", { actionId: "z1", text: "照片" }, engineeringHead);
    await o.do(id, "verify", { actionId: "z1", passed: true, text: "属实" }, supervisor);
    expect((await o.waitsFor(id)).some((clock) => clock.startsWith("corrective"))).toBe(false);
  });

  test("恶意投诉 is marked and still explained and handled", async () => {
    const o = office("2026-03-02 09:00");
    const id = await o.call("101");
    await o.do(id, "judge", { validity: "invalid", reason: "无事实", malicious: true });
    expect((await o.shown(id)).malicious).toBe(true);
    expect(await o.waitsFor(id)).toContain("invalidExplain 2026-03-03 09:00");
  });
});

describe("D2, D9: the plan and its time nodes", () => {
  const nodes = [
    { text: "配件到货", dueAt: at("2026-03-04 12:00") },
    { text: "安装", dueAt: at("2026-03-09 12:00") },
  ];

  async function planned(o: Office): Promise<string> {
    const id = await o.call("101");
    await o.do(id, "classify", { classCode: "1.2.2", level: "C" });
    await o.do(id, "assign", toEngineering);
    await o.do(id, "plan", { text: "更换主板", nodes }, handler);
    return id;
  }

  test("its writer does not approve it, nor a colleague; agreed with the customer, its nodes are the clocks", async () => {
    const o = office("2026-03-02 09:00");
    const id = await planned(o);
    expect((await o.try(id, "plan", { act: "approve" }, handler)).status).not.toBe(200);
    expect((await o.try(id, "plan", { act: "approve" }, engineeringHead)).status).not.toBe(200);
    expect((await o.try(id, "plan", { act: "approve" }, supervisor)).status).not.toBe(200);
    await o.do(id, "plan", { act: "approve" }, manager);
    await o.do(id, "plan", { act: "agree", via: "phone" });
    const left = (await o.waitsFor(id)).filter((clock) => /node|result/.test(clock));
    expect(left).toEqual(["node 2026-03-04 12:00", "node 2026-03-09 12:00"]);
  });

  test("rewritten, the nodes agreed to stay until the new plan is approved and agreed to", async () => {
    const o = office("2026-03-02 09:00");
    const id = await planned(o);
    await o.do(id, "plan", { act: "approve" }, manager);
    await o.do(id, "plan", { act: "agree", via: "phone" });
    await o.do(
      id,
      "plan",
      { text: "换整机", nodes: [{ text: "新机", dueAt: at("2026-03-12 12:00") }] },
      handler,
    );
    const nodesOf = async () => (await o.waitsFor(id)).filter((clock) => clock.startsWith("node"));
    expect(await nodesOf()).toEqual(["node 2026-03-04 12:00", "node 2026-03-09 12:00"]);
    await o.do(id, "plan", { act: "approve" }, manager);
    await o.until("2026-03-04 16:00");
    expect((await o.escalated(id, "node")).slice(-3)).toEqual([
      "03-04 12:00 node manager",
      "03-04 12:00 node supervisor",
      "03-04 16:00 node project-manager",
    ]);
    await o.do(id, "plan", { act: "agree", via: "phone" });
    expect(await nodesOf()).toEqual(["node 2026-03-12 12:00"]);
  });

  test("legal matters are referred (D9), unfounded ones explained (D2)", async () => {
    const o = office("2026-03-02 09:00");
    const legal = await o.call("101");
    expect((await o.do(legal, "refer", { reason: "涉及产权诉讼" }, manager)).status).toBe("referred");
    expect(await o.waitsFor(legal)).toEqual([]);
    const unfounded = await o.call("102");
    await o.do(unfounded, "judge", { validity: "invalid", reason: "不属实" });
    expect((await o.do(unfounded, "explain-invalid", { via: "phone", text: "已当面说明" })).status).toBe(
      "resolved",
    );
  });
});
