import { describe, expect, test } from "vitest";
import { at } from "../../../support/builders.ts";
import { people } from "../../../support/organisation.ts";
import { as } from "../support.ts";
import { type Office, office } from "./office.ts";
import { solvedBy, toEngineering } from "./solved.ts";

const { clerk, handler, manager, projectManager, engineeringHead } = people;

const rooms = ["101", "102", "103", "104", "105"] as const;

/** Five households of one building, confirmed as a group of level B. */
async function crowd(o: Office, more: Readonly<Record<string, unknown>> = {}): Promise<string[]> {
  const ids: string[] = [];
  for (const room of rooms) ids.push(await o.call(room, more));
  await o.all("confirm");
  return ids;
}

/** Solved on the next day with every step that D4, D11 and D13 want of a B but survey and follow-up. */
async function solved(o: Office): Promise<string[]> {
  const ids = await crowd(o);
  await o.all("judge", { validity: "valid", reason: "属实" });
  await o.all("assign", toEngineering);
  await o.all("accept", {}, handler);
  await o.all("form-team", { text: "电梯小组", departmentIds: ["engineering", "service"] });
  await o.all("investigate", { text: "现场查看", departmentIds: ["engineering"], testimonies: 2 });
  await o.all("consult", { text: "维保单位书面意见" });
  await o.all("plan", { text: "更换主板", nodes: [] });
  await o.all("plan", { act: "approve" }, projectManager);
  await o.all("daily-report", { text: "配件已到", departmentIds: ["engineering"] });
  await o.until("2026-03-03 15:00");
  await o.all("resolve", solvedBy, handler);
  await o.all("sign-off", {}, engineeringHead);
  await o.all("check-effect", { effective: true, text: "运行正常" }, manager);
  return ids;
}

const review = {
  text: "检讨",
  actions: [
    { ownerId: "engineering-head", dueAt: at("2026-03-10 18:00"), cause: "主板老化", measure: "同批更换" },
  ],
};

describe("D6: danger in a group", () => {
  const upwards = (one: string) => !/handler|supervisor/.test(one);

  test("a fifth household in danger joins four that are not: the whole ladder of 10, 30 and 60 minutes is climbed", async () => {
    const o = office("2026-03-02 09:00");
    for (const room of rooms.slice(0, 4)) await o.call(room);
    await o.until("2026-03-02 10:02");
    const fifth = await o.call("105", { safety: true });
    await o.until("2026-03-02 10:04");
    await o.all("confirm");
    await o.until("2026-03-02 13:00");
    expect((await o.escalated(fifth, "firstReply")).filter(upwards)).toEqual([
      "03-02 10:02 firstReply project-manager",
      "03-02 10:12 firstReply manager",
      "03-02 10:32 firstReply region",
      "03-02 11:02 firstReply headquarters",
      "03-02 11:02 firstReply headquarters",
    ]);
  });

  test("answered after eight minutes, nobody above is woken any more", async () => {
    const o = office("2026-03-02 09:00");
    const first = await o.call("101", { safety: true });
    for (const room of rooms.slice(1)) await o.call(room);
    await o.all("confirm");
    await o.until("2026-03-02 09:08");
    await o.do(first, "reply", { via: "phone", text: "人已救出" });
    await o.until("2026-03-02 13:00");
    expect((await o.escalated(first, "firstReply")).filter((one) => one > "03-02 09:01")).toEqual([]);
  });

  test("two in danger at different times: the second climbs its own ladder after the first was answered", async () => {
    const o = office("2026-03-02 09:00");
    const first = await o.call("101", { safety: true });
    for (const room of rooms.slice(1)) await o.call(room);
    await o.all("confirm");
    await o.do(first, "reply", { via: "phone", text: "人已救出" });
    await o.until("2026-03-02 09:40");
    const second = await o.call("106", { safety: true });
    await o.until("2026-03-02 12:00");
    expect((await o.escalated(second, "firstReply")).filter(upwards)).toEqual(
      expect.arrayContaining([
        "03-02 09:50 firstReply manager",
        "03-02 10:10 firstReply region",
        "03-02 10:40 firstReply headquarters",
      ]),
    );
  });
});

describe("D9, D12: recorded in full within 24 hours, in a group too", () => {
  test("a complete sixth stops nothing of five that are not", async () => {
    const o = office("2026-03-02 09:00");
    const ids: string[] = [];
    for (const room of rooms)
      ids.push(await o.call(room, { complainant: { phone: `1380000${room.padStart(4, "0")}` } }));
    await o.all("confirm");
    await o.call("106");
    await o.until("2026-03-03 12:00");
    expect(await o.escalated(ids[1] ?? "", "record")).toEqual(
      expect.arrayContaining(["03-03 09:00 record manager", "03-03 09:00 record supervisor"]),
    );
    for (const id of ids) expect(await o.waitsFor(id)).toContain("record 2026-03-03 09:00");
    for (const id of ids) await o.do(id, "complete-registration", { complainant: { name: "王示例" } }, clerk);
    expect(
      (await o.group()).clocks.filter(
        (one: { name: string; stoppedAt?: string }) => one.name === "record" && one.stoppedAt === undefined,
      ),
    ).toEqual([]);
  });
});

describe("D2, D11: the plan of a group", () => {
  const node = (text: string, time: string) => ({ text, dueAt: at(time) });

  test("rewritten, the nodes agreed to stay until the new plan is approved and each household has agreed", async () => {
    const o = office("2026-03-02 09:00");
    const ids = await crowd(o);
    const [one = ""] = ids;
    const agreed = async () => {
      for (const id of ids) await o.do(id, "plan", { act: "agree", via: "phone" });
    };
    const nodes = async () => (await o.waitsFor(one)).filter((clock) => clock.startsWith("node"));
    await o.all("assign", toEngineering);
    await o.all("plan", {
      text: "更换主板",
      nodes: [node("到货", "2026-03-05 12:00"), node("装好", "2026-03-09 12:00")],
    });
    await o.all("plan", { act: "approve" }, projectManager);
    await agreed();
    await o.until("2026-03-04 10:00");
    await o.all("plan", { text: "更换整机", nodes: [node("新机到货", "2026-03-12 12:00")] });
    await o.until("2026-03-05 17:00");
    expect((await o.escalated(one, "node")).slice(-3)).toEqual([
      "03-05 12:00 node manager",
      "03-05 12:00 node supervisor",
      "03-05 16:00 node project-manager",
    ]);
    await o.all("plan", { act: "approve" }, projectManager);
    expect(await nodes()).toEqual(["node 2026-03-05 12:00", "node 2026-03-09 12:00"]);
    await agreed();
    expect(await nodes()).toEqual(["node 2026-03-12 12:00"]);
  });
});

describe("D11: a group of level B is closed by the duties of a B", () => {
  test("not before the review, a survey of each household and a call to each; then all at once", async () => {
    const o = office("2026-03-02 09:00");
    const ids = await solved(o);
    expect((await o.group()).missing).toEqual(["review"]);
    await o.all("review", review, manager);
    const early = await o.tryAll("close");
    expect(early.json.results.every((one: { outcome: string }) => one.outcome === "refused")).toBe(true);
    await o.all("follow-up", { outcome: "reached", grade: 5, complaintIds: ids }, clerk);
    expect((await o.all("close")).status).toBe("closed");
    for (const id of ids)
      expect((await o.waitsFor(id)).filter((one) => !one.startsWith("corrective"))).toEqual([]);
  });

  test("D15: the corrective action of its review outlives it: reminded, escalated and verified", async () => {
    const o = office("2026-03-02 09:00");
    const ids = await solved(o);
    await o.all("review", review, manager);
    await o.all("follow-up", { outcome: "reached", grade: 5, complaintIds: ids }, clerk);
    await o.all("close");
    await o.until("2026-03-11 14:00");
    const [first = ""] = ids;
    expect(await o.escalated(first, "corrective")).toEqual([
      expect.stringMatching(/handler$/),
      "03-10 18:00 corrective manager",
      "03-10 18:00 corrective supervisor",
      "03-11 13:00 corrective project-manager",
    ]);
    await o.do(first, "evidence", { actionId: "z1", text: "照片" }, engineeringHead);
    await o.do(first, "verify", { actionId: "z1", passed: true, text: "属实" });
    expect(await o.waitsFor(first)).toEqual([]);
  });

  test("one household that is dissatisfied stays with the manager; the others' grades are theirs", async () => {
    const o = office("2026-03-02 09:00");
    const ids = await solved(o);
    await o.all("review", review, manager);
    const [unhappy = "", ...others] = ids;
    await o.all("follow-up", { outcome: "reached", grade: 5, complaintIds: others }, clerk);
    await o.all(
      "follow-up",
      { outcome: "reached", grade: 2, reason: "噪声大", complaintIds: [unhappy] },
      clerk,
    );
    const closing = await o.tryAll("close", { reason: "已解释" });
    expect(
      closing.json.results.filter((one: { outcome: string }) => one.outcome === "refused"),
    ).toMatchObject([{ complaintId: unhappy, code: "manager-decides" }]);
    expect((await o.shown(others[0] ?? "")).firstGrade).toBe(5);
    await o.do(unhappy, "reopen", { reason: "返单" }, manager);
    expect((await o.shown(unhappy)).cycle).toBe(2);
  });

  test("a day without a report goes up at six for the whole group, once", async () => {
    const o = office("2026-03-02 09:00");
    const [first = ""] = await crowd(o);
    await o.until("2026-03-02 19:00");
    expect((await o.escalated(first, "dailyReport")).filter((one) => one.startsWith("03-02 18:00"))).toEqual([
      "03-02 18:00 dailyReport manager",
      "03-02 18:00 dailyReport project-manager",
    ]);
    await o.all("daily-report", { text: "已联系", departmentIds: ["engineering"] });
    expect((await o.waitsFor(first)).filter((one) => one.startsWith("daily"))).toEqual([
      "dailyReport 2026-03-03 18:00",
    ]);
  });

  test("invalid as a whole: each household is explained to, no step of a B is asked, and it is closed", async () => {
    const o = office("2026-03-02 09:00");
    const ids = await crowd(o);
    await o.all("judge", { validity: "invalid", reason: "系例行检修" });
    for (const id of ids) expect(await o.waitsFor(id)).toContain("invalidExplain 2026-03-03 09:00");
    await o.all("explain-invalid", { via: "phone", text: "例行检修，已提前公示" });
    for (const id of ids)
      expect((await o.waitsFor(id)).filter((one) => !one.startsWith("corrective"))).toEqual([]);
    expect((await o.all("close")).status).toBe("closed");
  });

  test("whoever leaves owes and is owed everything of its own again", async () => {
    const o = office("2026-03-02 09:00");
    const [first = ""] = await crowd(o);
    await o.all("reply", { via: "phone", text: "今晚修复" });
    await o.do(first, "leave-group");
    expect(await o.waitsFor(first)).toEqual(["result 2026-03-05 18:00"]);
    await o.until("2026-03-05 18:00");
    expect((await o.escalated(first, "result")).some((one) => one.startsWith("03-05 18:00"))).toBe(true);
  });
});

describe("D4: the solving department's head signs for a group", () => {
  test("signed for with one member, it is signed for all that the department has solved", async () => {
    const o = office("2026-03-02 09:00");
    const [first = ""] = await crowd(o);
    await o.all("assign", toEngineering);
    await o.all("resolve", solvedBy, handler);
    expect((await o.group()).missing).toContain("sign-off");
    await o.do(first, "sign-off", { text: "已核实" }, engineeringHead);
    expect((await o.group()).missing).not.toContain("sign-off");
  });

  test("signed on paper: the sheet of one member, photographed by the front desk, is the group's signature, and its picture is kept with that member", async () => {
    const o = office("2026-03-02 09:00");
    const [first = "", second = ""] = await crowd(o);
    await o.all("assign", toEngineering);
    await o.all("resolve", solvedBy, handler);
    const { number } = await o.shown(first);
    const announced = await o.api.staff("POST /uploads", {
      headers: as(clerk),
      body: { fileName: "签字件.png", contentType: "image/png", size: 4 },
    });
    const { uploadId } = announced.json;
    await o.api.attachments.put(`uploads/${uploadId}`, Uint8Array.of(0x89, 0x50, 0x4e, 0x47));
    const sheet = { code: `${number}/handling-record`, signerId: engineeringHead.id, signedOn: "2026-03-02" };
    // The same sheet is none of another member's.
    expect((await o.try(second, "sign-off", { sheet, attachments: [uploadId] }, clerk)).json.code).toBe(
      "other-sheet",
    );
    await o.do(first, "sign-off", { sheet, attachments: [uploadId] }, clerk);
    expect((await o.group()).missing).not.toContain("sign-off");
    const { json } = await o.api.staff(`GET /complaints/${first}/history`, { headers: as(manager) });
    const signed = json.events.find(({ type }: { type: string }) => type === "signedOff");
    expect(signed.facts.sheet).toMatchObject({ signerId: engineeringHead.id, fileIds: [expect.any(String)] });
    expect((await o.tryAll("close")).json.missing ?? []).not.toContain("sign-off");
  });
});
