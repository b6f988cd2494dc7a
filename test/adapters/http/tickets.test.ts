import { beforeEach, describe, expect, it } from "vitest";
import { noticeRenderer } from "../../../lib/adapters/messages/index.ts";
import { analyticsTable, figureComplaints } from "../../../lib/contracts/analytics/views.ts";
import { complaintView } from "../../../lib/contracts/complaints/views.ts";
import type { Person } from "../../../lib/domain/organisation/organisation.ts";
import { at } from "../../support/builders.ts";
import { people } from "../../support/organisation.ts";
import { textOf } from "../documents/paper.ts";
import { type Apis, apis, as, withKey } from "./support.ts";

const { clerk, handler, supervisor, manager, engineeringHead, headquarters } = people;

let api: Apis;
let keys = 0;

beforeEach(() => {
  api = apis();
});

const home = (room: string) => ({
  complainant: { name: "王示例", phone: `1380000${room}` },
  location: { building: "3", unit: "1", room },
});

/** 12345 passes it on on Friday the 13th at ten, due on the 27th at five. */
const ticketBody = (ticketNo: string, more: object = {}) => ({
  projectId: "project-1",
  matter: "电梯停运三天，老人无法下楼。",
  ...home("0501"),
  external: {
    system: "12345",
    ticketNo,
    unit: "示例街道",
    dueAt: at("2026-02-27 17:00"),
    kind: "complaint",
    demand: "尽快恢复运行",
  },
  ...more,
});

const post = (body: object, sourceId = `s-${(keys += 1)}`) =>
  api.channels("POST /channels/government/complaints", {
    headers: { ...withKey("key-of-everything"), "idempotency-key": sourceId },
    body,
  });

async function ticketIn(ticketNo: string, more: object = {}): Promise<string> {
  const { status, json } = await post(ticketBody(ticketNo, more));
  expect([status, json.detail]).toEqual([201, undefined]);
  return json.id;
}

const shown = async (id: string) =>
  complaintView.parse((await api.staff(`GET /complaints/${id}`, { headers: as(supervisor) })).json);

async function attempt(id: string, name: string, body: object = {}, person: Person = supervisor) {
  keys += 1;
  const { version } = await shown(id);
  return api.staff(`POST /complaints/${id}/commands/${name}`, {
    headers: { ...as(person), "idempotency-key": `k-${keys}` },
    body: { version, ...body },
  });
}

async function give(id: string, name: string, body: object = {}, person: Person = supervisor) {
  const { status, json } = await attempt(id, name, body, person);
  expect({ name, status, detail: json.detail }).toEqual({ name, status: 200, detail: undefined });
  return json;
}

const rate = (id: string, contacted: string, solved: string, satisfied: string, more: object = {}) =>
  give(id, "record-ticket-rating", { contacted, solved, satisfied, ...more }, clerk);

const answer = (id: string) => give(id, "send-reply-document", { text: "已更换主板，电梯恢复运行。" });

async function clockOf(id: string, key?: string) {
  const { json } = await api.staff(`GET /complaints/${id}/clocks`, { headers: as(supervisor) });
  return json.clocks.findLast(
    (one: { name: string; key?: string }) => one.name === "external" && one.key === key,
  );
}

/** The subjects of the mails that somebody of ours has got. */
const subjects = (person: Person) =>
  api.here.sent.filter(({ to }) => JSON.stringify(to).includes(person.email)).map(({ subject }) => subject);

/** From the assignment to the close, as the regulations want it of a level C complaint. */
async function handled(id: string): Promise<void> {
  await give(id, "classify", { classCode: "1.2", level: "C" });
  await give(id, "judge", { validity: "valid", reason: "属实" });
  await give(id, "assign", { departmentId: "engineering", handlerId: handler.id });
  await give(id, "investigate", { text: "现场查看" });
  await give(id, "consult", { text: "维保意见" });
  await give(id, "plan", { text: "更换主板", nodes: [] });
  await give(id, "resolve", { via: "phone", text: "主板已更换，电梯恢复运行。" }, handler);
  await give(id, "sign-off", {}, engineeringHead);
}

describe("ten tickets over their whole life", () => {
  it("are signed, answered, returned, objected to, merged, extended, handed back, rated and counted", async () => {
    const id = new Map<string, string>();
    for (let n = 1; n <= 10; n += 1) id.set(`t${n}`, await ticketIn(`20260213-${n}`));
    const of = (name: string) => id.get(name) ?? "";

    // 1: signed, handled, answered with the words the customer was told, rated good, closed.
    await give(of("t1"), "sign-ticket", {}, clerk);
    await handled(of("t1"));
    expect((await attempt(of("t1"), "close")).json.missing).toContain("send-reply-document");
    await give(of("t1"), "send-reply-document");
    await give(of("t1"), "follow-up", { outcome: "reached", grade: 5 }, clerk);
    expect((await give(of("t1"), "close")).status).toBe("closed");
    // 2: returned within the limit, with the reason.
    await give(of("t2"), "return-ticket", { reason: "other-unit", text: "属市政管网" });
    // 3: a repeat of the first household's matter, merged.
    await give(of("t3"), "merge-ticket", { complaintId: of("t4") });

    api.here.clock.set(at("2026-02-24 10:00"));
    // 4: answered, not solved says the platform, handed back, answered again in the new time, rated good.
    await give(of("t4"), "sign-ticket", { occurredAt: at("2026-02-13 11:00") }, clerk);
    await answer(of("t4"));
    await rate(of("t4"), "yes", "no", "no", { text: "仍未恢复" });
    const again = await give(
      of("t4"),
      "ticket-returned",
      { dueAt: at("2026-02-26 12:00"), text: "未解决" },
      clerk,
    );
    expect(again.status).toBe("handling");
    expect(await clockOf(of("t4"))).toMatchObject({
      cycle: 2,
      dueAt: at("2026-02-26 12:00"),
      outcome: "running",
    });
    // 5: too late to return, objected to, upheld, returned.
    const late = await attempt(of("t5"), "return-ticket", { reason: "not-our-project", text: "非本项目" });
    expect([late.status, late.json.code]).toEqual([409, "return-too-late"]);
    await give(of("t5"), "object-to-dispatch", { reason: "not-our-project", text: "非本项目" });
    await give(of("t5"), "object-to-dispatch", { act: "rule", upheld: true, text: "平台支持" });
    await give(of("t5"), "return-ticket");
    // 6: objected to, rejected, extended, answered within the new time.
    await give(of("t6"), "object-to-dispatch", { reason: "other-unit", text: "属热力公司" });
    await give(of("t6"), "object-to-dispatch", { act: "rule", upheld: false, text: "不支持" });
    await give(of("t6"), "ask-extension", { dueAt: at("2026-03-05 17:00"), reason: "等配件" });
    await give(of("t6"), "record-extension", { granted: true }, clerk);
    expect((await clockOf(of("t6"))).dueAt).toBe(at("2026-03-05 17:00"));
    // 7: more time asked for and refused; answered too late.
    await give(of("t7"), "ask-extension", { dueAt: at("2026-03-05 17:00"), reason: "等配件" });
    await give(of("t7"), "record-extension", { granted: false, text: "不同意" }, clerk);

    api.here.clock.set(at("2026-02-25 10:00"));
    await answer(of("t4"));
    await rate(of("t4"), "yes", "yes", "not-rated");
    await rate(of("t1"), "yes", "yes", "yes");
    // 8: answered, left out by the platform. 9: withdrawn by it. 10: nobody does anything.
    await answer(of("t8"));
    await rate(of("t8"), "no", "no", "no", { exempt: "not-owner-business" });
    await rate(of("t9"), "not-rated", "not-rated", "not-rated", { exempt: "withdrawn-by-platform" });
    expect((await clockOf(of("t9"))).outcome).toBe("lapsed");
    api.here.clock.set(at("2026-02-27 18:00"));
    await answer(of("t7"));
    await rate(of("t7"), "no", "not-rated", "no");
    await answer(of("t6"));
    api.here.clock.set(at("2026-03-02 10:00"));

    const got = await api.reports("GET /analytics/government", {
      headers: as(headquarters),
      query: { month: "2026-02" },
    });
    const table = analyticsTable.parse(got.json);
    expect(table.rows.map(({ key }) => key)).toEqual(["12345", "total"]);
    expect(table.rows[0]?.figures).toEqual({
      received: 10,
      excluded: 5,
      returned: 2,
      merged: 1,
      withdrawn: 0,
      referred: 0,
      platformWithdrew: 1,
      notOwners: 1,
      unreasonable: 0,
      counted: 5,
      signedInTime: 1,
      answeredInTime: 3,
      waiting: 0,
      answerDue: 5,
      handedBack: 1,
      rated: 3,
      contacted: 2,
      notContacted: 1,
      solved: 2,
      notSolved: 0,
      satisfied: 1,
      dissatisfied: 1,
      onTimeRate: 3 / 5,
      responseRate: 2 / 3,
      resolutionRate: 1,
      satisfactionRate: 1 / 2,
    });
    const behind = await api.reports("GET /analytics/government/complaints", {
      headers: as(headquarters),
      query: { month: "2026-02", row: "12345", column: "returned" },
    });
    expect(new Set(figureComplaints.parse(behind.json).items.map(({ id: one }) => one))).toEqual(
      new Set([of("t2"), of("t5")]),
    );
  });

  it("the holder hears when its time nears, when it comes back and when a grade comes", async () => {
    Object.assign(api.here.ports, { renderer: noticeRenderer });
    const id = await ticketIn("20260213-1");
    await give(id, "assign", { departmentId: "engineering", handlerId: handler.id });
    await api.here.run(at("2026-02-27 10:00"));
    expect(subjects(handler).some((subject) => subject.includes("转办时限"))).toBe(true);
    await answer(id);
    await give(id, "ticket-returned", { dueAt: at("2026-03-04 12:00"), text: "未解决" }, clerk);
    await rate(id, "yes", "no", "no");
    await api.here.drain();
    const heard = subjects(handler).join("\n");
    expect(heard).toContain("平台退回重办");
    expect(heard).toContain("平台评价：响应是、解决否、满意否");
    expect(subjects(manager).join("\n")).toContain("平台评价");
  });
});

describe("a ticket comes in once", () => {
  it("the same number again, under another source id or typed wider, is the same complaint; with other words it is refused", async () => {
    const first = await post(ticketBody("20260213-1"), "a");
    const again = await post(ticketBody("20260213-1"), "b");
    expect([first.status, again.status, again.json.id]).toEqual([201, 200, first.json.id]);
    const other = await post(ticketBody("２０２６0213-1", { matter: "另一件事" }), "c");
    expect([other.status, other.json.code]).toEqual([409, "ticket-known"]);
    const elsewhere = await post({
      ...ticketBody("x"),
      external: { ...ticketBody("20260213-1").external, system: "住建局" },
    });
    expect(elsewhere.status).toBe(201);
  });

  it("at the desk too, with platform, kind, demand and times; it is found by its number", async () => {
    const desk = (key: string) =>
      api.staff("POST /complaints", {
        headers: { ...as(clerk), "idempotency-key": key },
        body: { channel: "government", ...ticketBody("DESK-7", {}), recordKind: undefined },
      });
    const { json } = await desk("one");
    expect((await desk("two")).json.id).toBe(json.id);
    const view = await shown(json.id);
    expect(view).toMatchObject({
      intake: "government",
      external: { demand: "尽快恢复运行", kind: "complaint" },
    });
    expect(view.ticket).toMatchObject({ dueAt: at("2026-02-27 17:00"), returns: 0 });
    expect(view.allowed).toEqual(
      expect.arrayContaining(["sign-ticket", "return-ticket", "send-reply-document"]),
    );
    const found = await api.staff("GET /complaints", {
      headers: as(clerk),
      query: { projectId: "project-1", q: "desk-7" },
    });
    expect(found.json.items.map(({ id }: { id: string }) => id)).toEqual([json.id]);
  });

  it("an enquiry is an opinion and a request for help is one, unless the desk says otherwise", async () => {
    const of = async (kind: string, no: string) =>
      (await shown(await ticketIn(no, { external: { ...ticketBody(no).external, kind } }))).recordKind;
    expect([await of("enquiry", "1"), await of("help", "2"), await of("report", "3")]).toEqual([
      "opinion",
      "help",
      "complaint",
    ]);
  });
});

describe("what is not well told is refused and changes nothing", () => {
  it("names the field at fault, in two languages", async () => {
    const id = await ticketIn("20260213-1");
    const cases: readonly (readonly [string, object, number, string])[] = [
      ["object-to-dispatch", { text: "x" }, 400, "invalid-request"],
      ["object-to-dispatch", { act: "rule", text: "x" }, 400, "invalid-request"],
      [
        "record-ticket-rating",
        { contacted: "maybe", solved: "yes", satisfied: "yes" },
        400,
        "invalid-request",
      ],
      ["ask-extension", { dueAt: "tomorrow", reason: "x" }, 400, "invalid-request"],
      ["sign-ticket", { ticketNo: "20260213-1" }, 400, "invalid-request"],
      ["return-ticket", {}, 422, "incomplete"],
      ["ask-extension", { dueAt: at("2026-02-20 10:00"), reason: "x" }, 422, "extension-not-later"],
      ["record-extension", { granted: true }, 409, "no-extension-asked"],
      ["ticket-returned", { dueAt: at("2026-03-20 10:00"), text: "x" }, 409, "ticket-with-us"],
      ["sign-ticket", { occurredAt: at("2026-02-13 12:00") }, 422, "occurred-out-of-range"],
      ["merge-ticket", { complaintId: "nothing" }, 422, "no-ticket-to-merge-with"],
    ];
    for (const [name, body, status, code] of cases) {
      const { version } = await shown(id);
      const { status: got, json } = await attempt(id, name, body);
      expect([name, body, json.code]).toEqual([name, body, status === 400 ? json.code : code]);
      expect([name, got >= 400 && got < 500, typeof json.detail]).toEqual([name, true, "string"]);
      expect((await shown(id)).version).toBe(version);
    }
  });

  it("two households are not merged (并单): they make a group, and neither loses what it is owed", async () => {
    const main = await ticketIn("1");
    const other = await ticketIn("2", home("0902"));
    const refused = await attempt(other, "merge-ticket", { complaintId: main });
    expect([refused.status, refused.json.code]).toEqual([422, "other-household"]);
    const same = await ticketIn("3");
    const { number } = await shown(main);
    expect((await give(same, "merge-ticket", { complaintId: number })).status).toBe("referred");
    // What is merged carries nothing else.
    const chained = await attempt(other, "merge-ticket", { complaintId: same });
    expect(chained.json.code).toBe("no-ticket-to-merge-with");
  });

  it("the front desk signs, records and rates; returning, objecting and answering is for those who lead", async () => {
    const id = await ticketIn("1");
    for (const name of ["return-ticket", "ask-extension", "send-reply-document", "merge-ticket"])
      expect((await shownTo(id, clerk)).allowed).not.toContain(name);
    expect((await shownTo(id, clerk)).allowed).toEqual(
      expect.arrayContaining(["sign-ticket", "record-ticket-rating"]),
    );
  });
});

async function shownTo(id: string, person: Person) {
  return complaintView.parse((await api.staff(`GET /complaints/${id}`, { headers: as(person) })).json);
}

it("the reply prints itself from what is on record", async () => {
  const { printPaper } = await import("../../../lib/adapters/documents/index.ts");
  Object.assign(api.here.ports, { papers: printPaper });
  const id = await ticketIn("20260213-1");
  await handled(id);
  await give(id, "send-reply-document", { text: "已更换主板并复检，电梯恢复运行。" });
  const { status, text: sent } = await api.reports(`GET /complaints/${id}/forms/ticket-reply`, {
    headers: as(supervisor),
  });
  expect(status).toBe(200);
  const text = textOf(Buffer.from(sent, "base64"));
  for (const value of [
    "12345",
    "20260213-1",
    "示例街道",
    "☑投诉",
    "尽快恢复运行",
    "已更换主板并复检",
    "工程部",
    "2026年2月27日 17:00",
    "电话",
  ])
    expect(text).toContain(value);
});
