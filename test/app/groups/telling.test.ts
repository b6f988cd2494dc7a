import { describe, expect, test } from "vitest";
import { noticeRenderer } from "../../../lib/adapters/messages/index.ts";
import type { Adapter } from "../../../lib/domain/policy/notice-policy.ts";
import { at } from "../../support/builders.ts";
import { assignAll, fromRoom, giveGroup } from "../../support/groups.ts";
import { people } from "../../support/organisation.ts";
import { type World, world } from "../../support/world.ts";

const monday = at("2026-03-02 10:00");
const posted = { type: "reply", via: "posted", text: "电梯今晚修复，明日 9 时前恢复" } as const;

/** Five households of one lift: nobody to be reached, by mail, by mobile, and by a telephone at home. */
async function reachable(adapters: readonly Adapter[]) {
  const w = world(monday);
  Object.assign(w.ports, { adapters, renderer: noticeRenderer });
  const ids: string[] = [];
  for (const [room, complainant] of [
    ["101", { anonymous: true }],
    ["102", { name: "甲", email: "owner@home.example" }],
    ["103", { name: "乙", phone: "13812345678" }],
    ["104", { name: "丙", phone: "021-58880000" }],
    ["105", { anonymous: true }],
  ] as const) {
    ids.push((await fromRoom(w, room, { complainant })).registration.id);
  }
  await w.drain();
  await giveGroup(w, { type: "confirm" });
  await w.drain();
  w.sent.length = 0;
  w.texts.length = 0;
  return { w, ids };
}

const owedReply = async (w: World, id: string) =>
  (await w.complaint(id)).clocks.some(
    ({ name, stoppedAt }) => name === "firstReply" && stoppedAt === undefined,
  );

describe("D6: a notice answers those without contact, the others are told by a way of their own", () => {
  test("mail and text message go out from here; who has only a telephone stays open until somebody has called", async () => {
    const { w, ids } = await reachable(["email", "sms"]);
    const { results } = await giveGroup(w, posted);
    const outcomes = new Map(results.map(({ complaintId, outcome, code }) => [complaintId, code ?? outcome]));
    expect(ids.map((id) => outcomes.get(id))).toEqual(["done", "done", "done", "contact-known", "done"]);
    await w.drain();
    expect(w.sent.map(({ to }) => to)).toEqual(["owner@home.example"]);
    expect(w.texts.map(({ adapter, to }) => `${adapter} ${to}`)).toEqual(["sms 13812345678"]);
    expect(await Promise.all(ids.map((id) => owedReply(w, id)))).toEqual([false, false, false, true, false]);
    await w.give(ids[3] ?? "", { type: "reply", via: "phone", text: "已电话告知" });
    expect(await owedReply(w, ids[3] ?? "")).toBe(false);
  });

  test("where no texts are set up, a mobile number is to be called too", async () => {
    const { w } = await reachable(["email"]);
    const { results } = await giveGroup(w, posted);
    const refused = results.filter(({ outcome }) => outcome === "refused");
    expect(refused.map(({ code }) => code)).toEqual(["contact-known", "contact-known"]);
  });

  test("the result likewise; the group is not solved while a household was not told", async () => {
    const { w, ids } = await reachable(["email", "sms"]);
    await giveGroup(w, assignAll);
    const solved = { type: "resolve", via: "posted", text: "电梯已恢复" } as const;
    expect((await giveGroup(w, solved)).group.status).toBe("confirmed");
    await w.give(ids[3] ?? "", { type: "resolve", via: "phone", text: "已电话告知" });
    expect((await giveGroup(w, solved)).group.status).toBe("resolved");
    await w.drain();
    expect(w.texts.filter(({ to }) => to === "13812345678")).toHaveLength(1);
  });

  test("D11: so is why it is invalid: mail and text message with the explanation, a call for who has only a telephone", async () => {
    const { w, ids } = await reachable(["email", "sms"]);
    await giveGroup(w, { type: "judge", validity: "invalid", text: "设备正常" });
    await w.drain();
    w.sent.length = 0;
    w.texts.length = 0;
    const explained = { type: "explain-invalid", via: "posted", text: "电梯已检查，运行正常" } as const;
    const { results } = await giveGroup(w, explained);
    const outcomes = new Map(results.map(({ complaintId, outcome, code }) => [complaintId, code ?? outcome]));
    expect(ids.map((id) => outcomes.get(id))).toEqual(["done", "done", "done", "contact-known", "done"]);
    await w.drain();
    expect(w.sent.filter(({ to }) => to === "owner@home.example")).toMatchObject([
      { text: expect.stringContaining("电梯已检查，运行正常") },
    ]);
    expect(w.texts.map(({ adapter, to }) => `${adapter} ${to}`)).toEqual(["sms 13812345678"]);
  });

  test("the same command again tells nobody twice", async () => {
    const { w } = await reachable(["email", "sms"]);
    await giveGroup(w, posted, { idempotencyKey: "once", version: 2 });
    await giveGroup(w, posted, { idempotencyKey: "once", version: 2 });
    await w.drain();
    expect([w.sent.length, w.texts.length]).toEqual([1, 1]);
  });
});

describe("D4: the department and the handler are told, once for the whole group", () => {
  const told = (w: World) =>
    w.notices
      .all()
      .filter(({ template }) => template === "group-handling")
      .map(({ recipient }) => (recipient.kind === "person" ? recipient.id : "customer"));

  test("the named handler; without one the department's handlers and head; never who gave the command", async () => {
    const { w } = await reachable(["email"]);
    await giveGroup(w, assignAll);
    await w.drain();
    expect(told(w)).toEqual([people.handler.id]);
    const [mail] = w.sent.filter(({ to }) => to === people.handler.email);
    expect(mail?.subject).toContain("【群体投诉·办理】");
    expect(mail?.text).toContain("请接单");
    await giveGroup(w, { type: "assign", departmentId: "service" });
    await w.drain();
    expect(told(w)).toContain(people.serviceHead.id);
    expect(told(w)).not.toContain(people.supervisor.id);
  });

  test("the plan goes to the superior, the daily report to the project manager", async () => {
    const { w } = await reachable(["email"]);
    await giveGroup(w, assignAll);
    await giveGroup(w, { type: "plan", act: { kind: "write", nodes: [] }, text: "更换主板" });
    await giveGroup(w, { type: "daily-report", text: "配件已到", departmentIds: ["engineering"] });
    await w.drain();
    expect(told(w).toSorted()).toEqual(
      [people.handler.id, people.projectManager.id, people.projectManager.id].toSorted(),
    );
    const report = w.sent.find(({ text }) => text.includes("此群体今日处理跟进情况如下"));
    expect(report?.text).toContain("配件已到");
  });

  test("nobody is told of what reached no member", async () => {
    const { w } = await reachable(["email"]);
    await giveGroup(w, { type: "form-team", text: "一个部门不是小组", departmentIds: ["engineering"] });
    await giveGroup(w, { type: "report-up", text: "汇报" }, { person: people.manager });
    await w.drain();
    expect(told(w)).toEqual([people.projectManager.id]);
  });
});
