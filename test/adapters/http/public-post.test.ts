import { beforeEach, describe, expect, it } from "vitest";
import { registered } from "../../../lib/contracts/complaints/registered.ts";
import { plainBrowser } from "../../support/plain-browser.ts";
import { type Apis, apis } from "./support.ts";

let api: Apis;
beforeEach(() => {
  api = apis();
});
const complaints = () => [...api.here.complaints.items.values()];
const post = (body: object, headers: Record<string, string> = {}) =>
  api.open("POST /public/complaints", { body, headers });
const told = { projectId: "project-1", matter: "南门岗亭夜间无人值守。" };

describe("POST /public/complaints", () => {
  it("registers JSON once by its own id, by Idempotency-Key, or by the same words of a day", async () => {
    const ways = [
      () => post({ ...told, sourceId: "form-1" }),
      () => post(told, { "idempotency-key": "once-1" }),
      () => post({ ...told, place: "南门" }),
    ];
    for (const [index, way] of ways.entries()) {
      const answers = await Promise.all(Array.from({ length: 5 }, way));
      const numbers = answers.map(({ json }) => registered.parse(json).number);
      expect(new Set(numbers).size).toBe(1);
      expect((await way()).status).toBe(200);
      expect(complaints()).toHaveLength(index + 1);
    }
    expect((await post({ ...told, sourceId: "form-1", matter: "别的事" })).json.code).toBe(
      "same-id-other-content",
    );
  });

  it("takes the plain form of a company's own site and leads to the progress", async () => {
    const phone = plainBrowser(api.open);
    const form = {
      url: "/",
      status: 200,
      headers: {},
      text: '<form method="post" action="/public/complaints">',
    };
    const fields = {
      ...told,
      name: "租户示例",
      phone: "13800000002",
      building: "8",
      room: "601",
      consent: "site-3",
    };
    const page = await phone.send(form, { ...fields, homepage: "" });
    expect(page.text).toContain("✓ 已登记");
    expect(complaints()[0]?.registration).toMatchObject({
      location: { building: "8", room: "601" },
      consent: { notice: "site-3" },
    });
    await phone.send(form, fields);
    expect(complaints()).toHaveLength(1);
    const trapped = await phone.send(form, { ...fields, homepage: "x" });
    expect([trapped.status, trapped.text.includes("这一栏要留空")]).toEqual([422, true]);
    const empty = await phone.send(form, { projectId: "project-1" });
    expect([empty.status, empty.headers["content-type"]]).toEqual([422, "text/html; charset=utf-8"]);
  });

  it("holds a flood from one source back; what was sent before may be sent again", async () => {
    for (let n = 0; n < 30; n += 1) expect((await post({ ...told, sourceId: `n-${n}` })).status).toBe(201);
    const held = await post({ ...told, sourceId: "n-30" });
    expect([held.status, held.json.code]).toEqual([429, "too-often"]);
    expect((await post({ ...told, sourceId: "n-7" })).status).toBe(200);
  });

  it("takes later words with the secret, once; without it there is no such complaint", async () => {
    const { json } = await post({ ...told, sourceId: "m-1" });
    const link = new URL(json.trackingUrl);
    const add = (query: Record<string, string>) =>
      api.open(`POST ${link.pathname}/messages`, { query, body: { text: "今晚还是没人" } });
    const secret = Object.fromEntries(link.searchParams);
    for (let n = 0; n < 3; n += 1) expect((await add(secret)).status).toBe(200);
    const types = complaints()[0]?.events.map(({ fact }) => fact.type);
    expect(types?.filter((type) => type === "messageReceived")).toHaveLength(1);
    expect((await add({ secret: "wrong" })).json.code).toBe("unknown-complaint");
  });
});
