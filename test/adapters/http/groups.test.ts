import { beforeEach, describe, expect, it } from "vitest";
import { complaintView } from "../../../lib/contracts/complaints/views.ts";
import {
  groupCommandResult,
  groupHistoryView,
  groupPage,
  groupView,
} from "../../../lib/contracts/groups/views.ts";
import { confirmedCrowd, crowd, onlyGroup } from "../../support/groups.ts";
import { people } from "../../support/organisation.ts";
import { type Apis, apis, as } from "./support.ts";

let api: Apis;
beforeEach(() => {
  api = apis();
});

type Someone = { readonly id: string };
const get = (line: string, person: Someone = people.supervisor, query: Record<string, string> = {}) =>
  api.staff(`GET ${line}`, { headers: as(person), query });
let keys = 0;
const command = (name: string, body: object, person: Someone = people.supervisor, more: object = {}) =>
  api.staff(`POST /groups/${onlyGroup(api).identity.id}/commands/${name}`, {
    headers: { ...as(person), "idempotency-key": `group-${++keys}`, ...more },
    body,
  });
const version = () => onlyGroup(api).version;

describe("GET /groups", () => {
  it("lists a project's groups with level and evidence; status filters; others see nothing", async () => {
    await crowd(api);
    const page = groupPage.parse((await get("/groups", people.clerk, { projectId: "project-1" })).json);
    expect(page.items).toMatchObject([
      { status: "proposed", level: "B", members: 5, evidence: { building: "3" } },
    ]);
    expect((await get("/groups", people.clerk)).json.items).toHaveLength(1);
    expect((await get("/groups", people.clerk, { status: "closed" })).json.items).toEqual([]);
    expect((await get("/groups", people.stranger, { projectId: "project-1" })).json).toMatchObject({
      code: "unknown-project",
    });
    expect((await get("/groups", people.headquarters)).json).toMatchObject({
      errors: [{ path: "projectId" }],
    });
    expect((await get("/groups", people.clerk, { status: "half" })).status).toBe(422);
  });

  it("shows one with its members and what may be done, but nobody's household or hashed contact", async () => {
    const [first = ""] = await crowd(api);
    const { id } = onlyGroup(api).identity;
    const answer = await get(`/groups/${id}`);
    const shown = groupView.parse(answer.json);
    expect(shown.allowed).toEqual(["confirm", "dissolve"]);
    expect(shown.members.find(({ complaintId }) => complaintId === first)).toMatchObject({
      status: "registered",
      joined: false,
      building: "3",
    });
    const history = await get(`/groups/${id}/history`);
    expect(groupHistoryView.parse(history.json).events[0]).toMatchObject({
      type: "proposed",
      by: { kind: "timer" },
      sentence: { zh: expect.stringContaining("提出群体投诉：5 件，5 户") },
    });
    for (const { text } of [answer, history]) expect(text).not.toContain("party");
    expect((await get(`/groups/${id}`, people.stranger)).json).toMatchObject({
      status: 404,
      code: "unknown-group",
    });
    expect((await get("/groups/nothing", people.clerk)).json).toMatchObject({
      status: 404,
      code: "unknown-group",
    });
  });
});

describe("POST /groups/{id}/commands/{command}", () => {
  it("confirm, then one text for all: a result per member, in the caller's language", async () => {
    const ids = await crowd(api);
    const confirmed = await command("confirm", { version: version() });
    expect(groupCommandResult.parse(confirmed.json)).toMatchObject({
      status: "confirmed",
      version: 2,
      results: [],
    });
    await api.drain();
    const refused = await command("reply", { version: version(), via: "email", text: "今晚修复" });
    const { results } = groupCommandResult.parse(refused.json);
    expect(results).toHaveLength(5);
    expect(results[0]).toMatchObject({
      outcome: "refused",
      code: "no-address",
      detail: expect.stringMatching(/\p{sc=Han}/u),
    });
    // D6: whoever left a number is called, and stays open until then; a notice would have told them nothing.
    const posted = await command("reply", { version: version(), via: "posted", text: "今晚修复" });
    expect(posted.json.results).toMatchObject(ids.map(() => ({ outcome: "refused", code: "contact-known" })));
    const replied = await command("reply", { version: version(), via: "phone", text: "今晚修复" });
    expect(replied.json.results).toMatchObject(ids.map(() => ({ outcome: "done" })));
    const complaint = complaintView.parse((await get(`/complaints/${ids[0]}`)).json);
    expect(complaint.group).toMatchObject({ id: onlyGroup(api).identity.id, level: "B" });
  });

  it("the same key again gives the same answer, word by word", async () => {
    await confirmedCrowd(api);
    const body = { version: version(), via: "phone", text: "今晚修复" };
    const key = { "idempotency-key": "once" };
    const first = await command("reply", body, people.supervisor, key);
    expect(first.status).toBe(200);
    expect((await command("reply", body, people.supervisor, key)).text).toBe(first.text);
    const other = await command("reply", { ...body, text: "明天修复" }, people.supervisor, key);
    expect(other.json).toMatchObject({ status: 409, code: "key-reused" });
  });

  it.each([
    ["merge", {}, 404, "unknown-command"],
    ["reply", { via: "phone", text: "好" }, 422, "invalid-request"],
    ["reply", { version: 1, via: "phone", text: "好", extra: 1 }, 422, "invalid-request"],
    ["close", { version: 1 }, 409, "group-not-allowed-now"],
    ["confirm", { version: 9 }, 409, "stale-version"],
    ["follow-up", { version: 1, outcome: "reached", complaintIds: [] }, 422, "invalid-request"],
  ])("%s %o is refused with %i %s", async (name, body, status, code) => {
    await crowd(api);
    expect((await command(name, body)).json).toMatchObject({ status, code });
  });

  it("a stale version is told the current one and what is possible", async () => {
    await crowd(api);
    expect((await command("confirm", { version: 9 })).json).toMatchObject({
      currentGroup: { id: onlyGroup(api).identity.id, version: 1, status: "proposed" },
      allowed: ["confirm", "dissolve"],
      detail: expect.stringContaining("当前版本为 1"),
    });
  });

  it("whoever has no right is told so, whoever does not reach the project learns nothing", async () => {
    await crowd(api);
    expect((await command("confirm", { version: 1 }, people.clerk)).json).toMatchObject({ status: 403 });
    expect((await command("confirm", { version: 1 }, people.stranger)).json).toMatchObject({ status: 404 });
    const keyless = await command("confirm", { version: 1 }, people.supervisor, { "idempotency-key": " " });
    expect(keyless.json).toMatchObject({ status: 400, code: "idempotency-key-required" });
    expect(onlyGroup(api).status).toBe("proposed");
  });
});
