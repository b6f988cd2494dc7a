import { beforeEach, describe, expect, it } from "vitest";
import { eventPage, eventResult, eventView } from "../../../lib/contracts/events/views.ts";
import { at } from "../../support/builders.ts";
import { leak } from "../../support/emergencies.ts";
import { people } from "../../support/organisation.ts";
import { type Apis, apis, as, NOW } from "./support.ts";

let api: Apis;
beforeEach(() => {
  api = apis();
});

type Someone = { readonly id: string };
let keys = 0;
const post = (path: string, body: unknown, person: Someone = people.clerk, key = `event-${++keys}`) =>
  api.staff(`POST ${path}`, { headers: { ...as(person), "idempotency-key": key }, body });
const get = (path: string, person: Someone = people.supervisor, query: Record<string, string> = {}) =>
  api.staff(`GET ${path}`, { headers: as(person), query });
/** Registers an event and gives its id. */
const registered = async (more: object = {}): Promise<string> =>
  eventResult.parse((await post("/events", { ...leak, ...more })).json).id;
const report = (id: string, stage: string, version: number, more: object = {}) =>
  post(`/events/${id}/reports`, { stage, version, text: `${stage}：已到场`, ...more });

describe("POST /events", () => {
  it("any staff of the project registers; the answer names the limits and nobody", async () => {
    const answer = await post("/events", { ...leak, injury: { dead: 0, injured: 2 } });
    expect(answer.status).toBe(201);
    expect(eventResult.parse(answer.json)).toEqual({
      id: expect.any(String),
      version: 1,
      status: "open",
      allowed: ["first"],
      awaited: [
        { stage: "first", dueAt: at("2026-02-13 10:30"), provisional: false },
        { stage: "written", dueAt: at("2026-02-13 12:00"), provisional: false },
        { stage: "final", dueAt: at("2026-02-27 18:00"), provisional: false },
      ],
    });
  });

  it("the same key again gives the same event, another content under it is refused", async () => {
    const first = await post("/events", leak, people.clerk, "once");
    const again = await post("/events", leak, people.clerk, "once");
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.text).toBe(first.text);
    const other = await post("/events", { ...leak, press: true }, people.clerk, "once");
    expect(other.json).toMatchObject({ status: 409, code: "key-reused" });
    expect(api.emergencies.items.size).toBe(1);
    // Another person's key is another key.
    expect((await post("/events", leak, people.handler, "once")).status).toBe(201);
  });

  it.each([
    [{ category: "safety.ufo" }, 422, "invalid-request", "category"],
    [{ extra: 1 }, 422, "invalid-request", "extra"],
    [{ description: " " }, 422, "invalid-request", "description"],
    [{ injury: { dead: -1, injured: 0 } }, 422, "invalid-request", "injury.dead"],
    [{ loss: "much" }, 422, "invalid-request", "loss"],
    [{ reporter: { name: "示例" } }, 422, "invalid-request", "reporter.phone"],
    [{ projectId: "project-2" }, 422, "unknown-project", "projectId"],
    [{ departmentId: "kitchen" }, 422, "unknown-department", "departmentId"],
    [{ discoveredAt: "2026-02-13T02:06:00Z" }, 422, "event-time-out-of-range", "discoveredAt"],
    [{ discoveredAt: "2025-11-01T00:00:00Z" }, 422, "event-time-out-of-range", "discoveredAt"],
    [{ occurredAt: "2026-02-13T03:00:00Z" }, 422, "event-time-out-of-range", "occurredAt"],
  ])("%o is refused with %i %s", async (more, status, code, path) => {
    const answer = await post("/events", { ...leak, ...more });
    expect(answer.json).toMatchObject({ status, code, errors: [{ path }] });
    expect(answer.json.detail).toMatch(/\p{sc=Han}/u);
    expect(api.emergencies.items.size).toBe(0);
  });

  it("a body that is no JSON, no key, no token", async () => {
    expect((await post("/events", "{")).status).toBe(400);
    const keyless = await api.staff("POST /events", { headers: as(people.clerk), body: leak });
    expect(keyless.json).toMatchObject({ status: 400, code: "idempotency-key-required" });
    expect((await api.staff("POST /events", { body: leak })).status).toBe(401);
  });
});

describe("POST /events/{id}/reports", () => {
  it("first, written, follow-ups and final in order; late ones are marked; the end is the end", async () => {
    const id = await registered();
    api.clock.set(at("2026-02-13 10:31"));
    expect((await report(id, "first", 1)).json).toMatchObject({ version: 2, allowed: ["written"] });
    const skipped = await report(id, "final", 2);
    expect(skipped.json).toMatchObject({
      status: 409,
      code: "report-out-of-order",
      allowed: ["written"],
      currentEvent: { id, version: 2, status: "open" },
    });
    await report(id, "written", 2, { loss: 12_000.5 });
    await report(id, "follow-up", 3, { injury: { dead: 0, injured: 1 } });
    const final = await report(id, "final", 4);
    expect(eventResult.parse(final.json)).toMatchObject({ status: "closed", allowed: [], awaited: [] });
    expect((await report(id, "follow-up", 5)).json).toMatchObject({ status: 409, code: "event-closed" });
    const shown = eventView.parse((await get(`/events/${id}`)).json);
    expect(shown.reports.map(({ stage, late }) => [stage, late])).toEqual([
      ["first", true],
      ["written", false],
      ["follow-up", false],
      ["final", false],
    ]);
    expect(shown).toMatchObject({ loss: 12_000.5, injury: { injured: 1 }, version: 5 });
  });

  it("a stale version is told the current one; the same key again gives the first answer, word by word", async () => {
    const id = await registered();
    const body = { stage: "first", version: 1, text: "已到场" };
    const first = await post(`/events/${id}/reports`, body, people.clerk, "report-once");
    await report(id, "written", 2);
    expect((await post(`/events/${id}/reports`, body, people.clerk, "report-once")).text).toBe(first.text);
    const changed = { ...body, text: "未到场" };
    expect((await post(`/events/${id}/reports`, changed, people.clerk, "report-once")).json).toMatchObject({
      code: "key-reused",
    });
    expect((await report(id, "follow-up", 2)).json).toMatchObject({
      code: "stale-version",
      currentEvent: { version: 3 },
      detail: expect.stringContaining("当前版本为 3"),
    });
  });

  it("of ten reports sent at once exactly one stands, the others see what changed", async () => {
    const id = await registered();
    const answers = await Promise.all(Array.from({ length: 10 }, () => report(id, "first", 1)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const others = answers.filter(({ status }) => status !== 200);
    expect(others.map(({ json }) => json.code)).toEqual(Array(9).fill("stale-version"));
  });

  it.each([
    ["nothing", { stage: "first", version: 1, text: "好" }, 404, "unknown-event"],
    [undefined, { stage: "last", version: 1, text: "好" }, 422, "invalid-request"],
    [undefined, { stage: "first", text: "好" }, 422, "invalid-request"],
  ])("for %s, %o: %i %s", async (other, body, status, code) => {
    const id = await registered();
    expect((await post(`/events/${other ?? id}/reports`, body)).json).toMatchObject({ status, code });
  });
});

describe("GET /events", () => {
  it("leads see a project's month; personal values stand only in the event itself", async () => {
    const id = await registered({ outcome: "prevented", category: "safety.fire" });
    await registered({ discoveredAt: "2026-01-31T16:30:00Z" });
    await registered({ discoveredAt: "2026-01-31T15:30:00Z" });
    const list = await get("/events", people.supervisor, { projectId: "project-1", month: "2026-02" });
    const page = eventPage.parse(list.json);
    expect(page.items.map(({ occurredAt }) => occurredAt)).toEqual(["2026-01-31T16:30:00.000Z", NOW]);
    expect(page.items[1]).toMatchObject({ id, outcome: "prevented", next: { stage: "first" } });
    expect(list.text).not.toContain("示例填写人");
    const shown = eventView.parse((await get(`/events/${id}`, people.region)).json);
    expect(shown).toMatchObject({ description: "三楼水管爆裂", reporter: { phone: "13800000001" } });
    expect(shown.announcements[0]?.recipients.map(({ personId }) => personId)).toEqual([
      "supervisor-1",
      "project-manager-1",
    ]);
  });

  it("others do not", async () => {
    const id = await registered();
    const query = { projectId: "project-1", month: "2026-02" };
    expect((await get("/events", people.clerk, query)).status).toBe(403);
    expect((await get(`/events/${id}`, people.clerk)).status).toBe(403);
    expect((await get("/events", people.stranger, query)).json).toMatchObject({ code: "unknown-project" });
    expect((await get(`/events/${id}`, people.stranger)).json).toMatchObject({ code: "unknown-event" });
    expect((await report(id, "first", 1)).status).toBe(200);
    const theirs = { stage: "written", version: 2, text: "好" };
    expect((await post(`/events/${id}/reports`, theirs, people.stranger)).status).toBe(404);
    expect((await get("/events", people.supervisor, { month: "2026-2" })).status).toBe(422);
    expect((await get("/events", people.headquarters, { month: "2026-02" })).json).toMatchObject({
      errors: [{ path: "projectId" }],
    });
  });

  it("no personal value and no free text is logged", async () => {
    const id = await registered();
    await report(id, "first", 1);
    await get(`/events/${id}`);
    const logs = JSON.stringify(api.logged);
    for (const word of ["示例填写人", "13800000001", "三楼水管爆裂", "已到场"])
      expect(logs).not.toContain(word);
  });
});
