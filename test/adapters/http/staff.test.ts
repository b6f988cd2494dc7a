import { beforeEach, describe, expect, it } from "vitest";
import { trackingSecret } from "../../../lib/app/complaints/tracking.ts";
import { classList } from "../../../lib/contracts/complaints/class-list.ts";
import { historyView } from "../../../lib/contracts/complaints/history-views.ts";
import {
  clocksView,
  commandResult,
  complaintPage,
  complaintView,
} from "../../../lib/contracts/complaints/views.ts";
import { oneProjectView, projectList } from "../../../lib/contracts/organisation/views.ts";
import { quarantinedMail, quarantinePage } from "../../../lib/contracts/quarantine/views.ts";
import { at } from "../../support/builders.ts";
import { otherProject, people } from "../../support/organisation.ts";
import { type Apis, apis, as, NOW } from "./support.ts";

let api: Apis;
beforeEach(() => {
  api = apis();
});

const get = (line: string, person: { readonly id: string }, query: Record<string, string> = {}) =>
  api.staff(`GET ${line}`, { headers: as(person), query });
let keys = 0;
const command = (
  id: string,
  name: string,
  body: object,
  person: { readonly id: string } = people.supervisor,
  key = `k-${++keys}`,
) =>
  api.staff(`POST /complaints/${id}/commands/${name}`, {
    headers: { ...as(person), ...(key === "" ? {} : { "idempotency-key": key }) },
    body,
  });

describe("POST /complaints, the desk", () => {
  const body = { projectId: "project-1", matter: "来访反映电梯异响", sourceId: "sheet-7" };
  const post = (more: object, person: { readonly id: string } = people.clerk) =>
    api.staff("POST /complaints", { headers: as(person), body: { ...body, ...more } });

  it("registers a visit, or another channel by name, for whoever sits there", async () => {
    const visit = await post({});
    expect(visit.status).toBe(201);
    expect(visit.json.number).toBe("V001");
    expect((await post({})).status).toBe(200);
    expect((await post({ matter: "另一件" })).json.code).toBe("same-id-other-content");
    // Two people may number their sheets alike.
    expect((await post({}, people.supervisor)).json.number).toBe("V002");
    expect((await post({ channel: "letter" })).json.number).toBe("X001");
    expect((await post({ channel: "government" })).json).toMatchObject({ errors: [{ path: "external" }] });
    expect((await post({ channel: "mailbox" })).json).toMatchObject({
      errors: [{ path: "channel", code: "not-one-of" }],
    });
  });

  it("does not tell other projects from none", async () => {
    const other = await post({ projectId: otherProject.id });
    expect(other.json).toMatchObject({ status: 422, code: "unknown-project" });
    const none = await post({ projectId: "nowhere" });
    expect({ ...none.json, traceId: "" }).toEqual({ ...other.json, traceId: "" });
  });
});

describe("lists and views", () => {
  it("masks who complained in lists and details alike", async () => {
    const complainant = { name: "示例业主", phone: "13812345678", email: "owner@home.example" };
    const { registration } = await api.receive({
      complainant,
      matter: "长".repeat(100),
      channelData: { callId: "c-1" },
    });
    const list = await get("/complaints", people.clerk);
    const { items } = complaintPage.parse(list.json);
    expect(items[0]).toMatchObject({
      number: "001",
      matter: `${"长".repeat(80)}…`,
      complainant: { phone: "138****5678", email: "o***@home.example" },
    });
    expect(list.text).not.toMatch(/13812345678|owner@/);
    for (const idOrNumber of [registration.id, registration.number]) {
      const view = complaintView.parse((await get(`/complaints/${idOrNumber}`, people.handler)).json);
      expect(view).toMatchObject({
        complainant: { name: "示***", phone: "138****5678", email: "o***@home.example" },
        matter: "长".repeat(100),
        channelData: { callId: "c-1" },
        version: 1,
        allowed: expect.arrayContaining(["reply", "note"]),
      });
      expect(view.allowed).not.toContain("assign");
      expect(JSON.stringify(view)).not.toContain(trackingSecret(api.ports, registration.id));
    }
  });

  it("finds by number, phone and room, and pages", async () => {
    for (const sourceId of ["1", "2", "3"]) await api.receive({ sourceId, body: sourceId });
    const numbers = async (query: Record<string, string>) =>
      (await get("/complaints", people.clerk, query)).json.items
        .map((item: { number: string }) => item.number)
        .sort();
    expect(await numbers({ q: "002" })).toEqual(["002"]);
    expect(await numbers({ q: "138 0000 0000" })).toEqual(["001", "002", "003"]);
    expect(await numbers({ q: "3/1/" })).toEqual(["001", "002", "003"]);
    expect(await numbers({ month: "2026-02", channel: "web" })).toEqual([]);
    const first = await get("/complaints", people.clerk, { limit: "2" });
    expect(first.json.items).toHaveLength(2);
    const rest = await get("/complaints", people.clerk, { limit: "2", cursor: first.json.cursor });
    expect(rest.json.items).toHaveLength(1);
    expect(rest.json.cursor).toBeUndefined();
  });

  it.each<[string, Record<string, string>, string]>([
    ["an unknown filter", { colour: "red" }, "colour unknown-field"],
    ["month 13", { month: "2026-13" }, "month bad-format"],
    ["limit 0", { limit: "0" }, "limit too-short"],
    ["limit 201", { limit: "201" }, "limit too-big"],
    ["no number", { limit: "many" }, "limit bad-format"],
    ["an unknown state", { status: "open" }, "status not-one-of"],
  ])("refuses %s", async (_, query, fault) => {
    const { status, json } = await get("/complaints", people.clerk, query);
    expect(status).toBe(422);
    expect(json.errors.map((error: { path: string; code: string }) => `${error.path} ${error.code}`)).toEqual(
      [fault],
    );
  });

  it("asks people of several projects which one they mean", async () => {
    expect((await get("/complaints", people.headquarters)).json).toMatchObject({
      errors: [{ path: "projectId" }],
    });
    expect((await get("/complaints", people.headquarters, { projectId: "project-1" })).status).toBe(200);
    expect((await get("/complaints", people.clerk, { projectId: "project-2" })).json.code).toBe(
      "unknown-project",
    );
  });

  it("shows history with texts, names and messages, and the clocks with their rungs", async () => {
    const reminder = { state: "pending", kind: "reminder", posts: ["handler", "department-head"] };
    const { registration } = await api.receive({ complainant: { email: "owner@home.example" } });
    await api.drain();
    await command(registration.id, "note", { version: 1, text: "已电话联系" });
    const history = historyView.parse(
      (await get(`/complaints/${registration.id}/history`, people.clerk)).json,
    );
    expect(history.events[0]).toMatchObject({
      type: "registered",
      texts: { matter: "电梯又停了" },
      notices: [{ template: "acknowledgement", recipient: "customer", state: "handedOver" }],
    });
    expect(history.events[0]?.facts).not.toHaveProperty("contactKey");
    expect(history.events.at(-1)).toMatchObject({
      type: "noted",
      by: { kind: "person", id: people.supervisor.id, name: people.supervisor.name },
      texts: { text: "已电话联系" },
    });
    const clocks = clocksView.parse((await get(`/complaints/${registration.id}/clocks`, people.clerk)).json);
    expect(clocks.open).toBe(true);
    expect(clocks.clocks.map(({ name, outcome }) => [name, outcome])).toEqual([
      ["firstReply", "running"],
      ["result", "running"],
      ["record", "running"],
    ]);
    expect(clocks.clocks[0]?.limits[0]).toMatchObject({ clause: expect.stringContaining("D6") });
    // Half of 24 hours ends at 22:00: then for whoever is on duty, for the others at the start of the quiet hours.
    expect(clocks.clocks[0]?.rungs.slice(0, 2)).toEqual([
      { ...reminder, id: "half@on-duty", audience: "on-duty", at: at("2026-02-13 22:00") },
      { ...reminder, id: "half", audience: "off-duty", at: at("2026-02-13 21:00") },
    ]);
  });

  it("hides complaints from people of other projects as if they were not there", async () => {
    const { registration } = await api.receive();
    for (const path of ["", "/history", "/clocks"]) {
      const hidden = await get(`/complaints/${registration.id}${path}`, people.stranger);
      const absent = await get(`/complaints/none${path}`, people.stranger);
      expect({ ...hidden.json, traceId: "" }).toEqual({ ...absent.json, traceId: "" });
      expect(hidden.status).toBe(404);
    }
    const given = await command(registration.id, "note", { version: 1, text: "x" }, people.stranger);
    expect(given.json.code).toBe("unknown-complaint");
  });

  it("lists the projects within reach with the posts held there", async () => {
    const mine = projectList.parse((await get("/projects", people.clerk)).json);
    expect(mine.items).toMatchObject([{ id: "project-1", posts: ["clerk"] }]);
    expect((await get("/projects", people.headquarters)).json.items).toHaveLength(2);
    expect(
      oneProjectView.parse((await get("/projects/project-1", people.clerk)).json).departments,
    ).toHaveLength(2);
    expect((await get("/projects/project-2", people.clerk)).json).toMatchObject({
      status: 404,
      code: "not-found",
    });
  });

  it("lists the problem points with their places in the lists of D1, D2, D8 and D13", async () => {
    const { items } = classList.parse((await get("/classes", people.clerk)).json);
    expect(items.find(({ code }) => code === "1.5.5")).toMatchObject({
      zh: "物业费收取",
      estate: "客户服务",
      plan: "服务",
      tier: "管理",
      service: "基础服务",
    });
  });

  it("lists quarantined mails for those in charge", async () => {
    await api.ports.quarantine.put({
      id: "m-1",
      at: NOW,
      reason: "no sender",
      rawKey: "raw/m-1",
      projectIds: ["project-1"],
    });
    expect(quarantinePage.parse((await get("/quarantine", people.manager)).json).items).toHaveLength(1);
    expect((await get("/quarantine", people.clerk)).json.code).toBe("forbidden");
    const accept = (body: object) =>
      api.staff("POST /quarantine/m-1/accept", { headers: as(people.manager), body: JSON.stringify(body) });
    expect(quarantinedMail.parse((await accept({ projectId: "project-1" })).json).accepted?.by).toBe(
      people.manager.id,
    );
    expect((await accept({ projectId: "" })).status).toBe(422);
    expect((await accept({ project: "project-1" })).status).toBe(422);
  });
});

describe("POST /complaints/{id}/commands/{command}", () => {
  it("carries every command through, each with its own fields, from reply to close and back", async () => {
    const { registration } = await api.receive();
    const steps: [string, object, { readonly id: string }?][] = [
      ["reply", { via: "phone", text: "明天上门" }],
      ["classify", { classCode: "1.2", level: "C" }],
      ["judge", { validity: "valid", reason: "属实" }],
      ["assign", { departmentId: "engineering", handlerId: people.handler.id }],
      ["accept", {}, people.handler],
      ["investigate", { text: "现场查看", testimonies: 1 }],
      ["consult", { text: "维保单位意见" }],
      ["plan", { text: "更换主板", nodes: [{ text: "到货", dueAt: "2026-02-27T18:00:00+08:00" }] }],
      ["urge", {}],
      ["note", { text: "已派工" }],
      ["customer-message", { text: "请快一点", messageId: "<1@home.example>" }],
      ["resolve", { via: "phone", text: "已修复", occurredAt: "2026-02-13T10:00:00+08:00" }],
      ["sign-off", {}, people.manager],
      ["follow-up", { outcome: "reached", grade: 2, reason: "等太久" }, people.manager],
      ["close", { reason: "已解释" }, people.manager],
      ["reopen", { reason: "又停了" }, people.manager],
      ["withdraw", { reason: "业主撤诉" }],
    ];
    for (const [index, [name, body, person]] of steps.entries()) {
      const answer = await command(registration.id, name, { version: index + 1, ...body }, person);
      expect({ name, refused: answer.json.detail }).toEqual({ name, refused: undefined });
      expect(commandResult.parse(answer.json).version).toBe(index + 2);
    }
    expect((await api.complaint(registration.id)).status).toBe("withdrawn");
  });

  it("gives the same 200 for the same key, and 409 for another content under it", async () => {
    const { registration } = await api.receive();
    const body = { version: 1, text: "一次" };
    const first = await command(registration.id, "note", body, people.clerk, "same");
    await command(registration.id, "note", { version: 2, text: "另一条" });
    const again = await command(registration.id, "note", body, people.clerk, "same");
    expect(again.json).toEqual(first.json);
    expect(again.status).toBe(200);
    const other = await command(registration.id, "note", { version: 1, text: "别的" }, people.clerk, "same");
    expect(other.json).toMatchObject({ status: 409, code: "key-reused" });
    expect((await api.complaint(registration.id)).version).toBe(3);
  });

  it("says what stands instead when the version is stale or the state does not allow it", async () => {
    const { registration } = await api.receive();
    await command(registration.id, "note", { version: 1, text: "先到" });
    const stale = await command(registration.id, "note", { version: 1, text: "后到" });
    expect(stale.json).toMatchObject({
      status: 409,
      code: "stale-version",
      current: { id: registration.id, number: "001", version: 2, status: "registered" },
      detail: "您看到的版本已过时，当前版本为 2。请刷新后再操作。",
    });
    const early = await command(registration.id, "close", { version: 2 });
    expect(early.json).toMatchObject({
      status: 409,
      code: "not-allowed-now",
      allowed: expect.arrayContaining(["assign"]),
    });
    expect(early.json.detail).toContain("已登记");
    expect(early.text).not.toMatch(/13800000000|示例业主/);
    const missing = await command(registration.id, "assign", { version: 2, departmentId: "engineering" });
    expect(missing.status).toBe(200);
    await command(registration.id, "resolve", { version: 3, via: "phone", text: "好了" });
    const incomplete = await command(registration.id, "close", { version: 4 });
    expect(incomplete.json).toMatchObject({
      status: 422,
      code: "incomplete",
      missing: ["judge", "level", "sign-off", "follow-up"],
    });
    const call = { version: 4, outcome: "reached" };
    const grade = await command(registration.id, "follow-up", call, people.manager);
    expect(grade.json).toMatchObject({ code: "grade-required", missing: ["grade"] });
  });

  it("D4: another department's head does not sign", async () => {
    const { registration } = await api.receive();
    await command(registration.id, "assign", { version: 1, departmentId: "engineering" });
    await command(registration.id, "resolve", { version: 2, via: "phone", text: "好了" });
    const other = await command(registration.id, "sign-off", { version: 3 }, people.serviceHead);
    expect(other.json).toMatchObject({ status: 403, code: "not-your-department" });
    const own = await command(registration.id, "sign-off", { version: 3 }, people.engineeringHead);
    expect(own.status).toBe(200);
  });

  it("refuses what the post, the person or the body does not allow", async () => {
    const { registration } = await api.receive();
    const note = { version: 1, text: "x" };
    const code = async (answer: ReturnType<typeof command>) => (await answer).json.code;
    expect(
      await code(
        command(registration.id, "judge", { version: 1, validity: "valid", reason: "x" }, people.clerk),
      ),
    ).toBe("forbidden");
    expect(await code(command(registration.id, "dance", note))).toBe("unknown-command");
    expect(await code(command(registration.id, "register", note))).toBe("unknown-command");
    expect(await code(command(registration.id, "fire-rungs", note))).toBe("unknown-command");
    expect(await code(command(registration.id, "note", note, people.clerk, ""))).toBe(
      "idempotency-key-required",
    );
    expect(await code(command(registration.id, "assign", { version: 1, departmentId: "x" }))).toBe(
      "unknown-department",
    );
    expect(
      await code(
        command(registration.id, "assign", { version: 1, departmentId: "engineering", handlerId: "x" }),
      ),
    ).toBe("unknown-person");
    expect(await code(command(registration.id, "note", { ...note, type: "judge" }))).toBe("invalid-request");
    expect(await code(command(registration.id, "note", { ...note, version: "1" }))).toBe("invalid-request");
    const typed = await command(registration.id, "note", { version: "1" });
    expect(typed.json.errors).toMatchObject([
      { path: "version", code: "wrong-type" },
      { path: "text", code: "required" },
    ]);
    expect(await code(command("none", "note", note))).toBe("unknown-complaint");
    expect((await api.complaint(registration.id)).version).toBe(1);
  });
});
