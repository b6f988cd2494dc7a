import { beforeEach, describe, expect, it } from "vitest";
import { ratingUrl } from "../../../lib/app/complaints/tracking.ts";
import { people } from "../../support/organisation.ts";
import { type Apis, apis } from "./support.ts";

let api: Apis;
let id: string;
let path: string;
let query: { secret: string };

beforeEach(async () => {
  api = apis();
  ({ id } = (await api.receive({ complainant: { email: "owner@home.example" } })).registration);
  const link = new URL(ratingUrl(api.ports, await api.complaint(id)));
  path = link.pathname;
  query = { secret: link.searchParams.get("secret") ?? "" };
});

async function resolve() {
  await api.give(id, { type: "assign", departmentId: "engineering", handlerId: people.handler.id });
  await api.give(id, { type: "resolve", via: "email", text: "已修复" });
}

const form = (fields: Record<string, string>) => ({
  query,
  headers: { "content-type": "application/x-www-form-urlencoded" },
  body: new URLSearchParams(fields).toString(),
});
const opinions = async () =>
  (await api.complaint(id)).events.filter(({ fact }) => fact.type === "opinionRecorded");

describe("POST /public/complaints/{number}/rating (D4, D13: the complainant's opinion)", () => {
  it("the mail's link shows the form with the tapped grade and changes nothing, however often it is opened", async () => {
    await resolve();
    for (let opened = 0; opened < 3; opened += 1) {
      const shown = await api.channels(`GET ${path}`, { query: { ...query, grade: "4" } });
      expect(shown.status).toBe(200);
      expect(shown.text).toContain('value="4" checked');
      expect(shown.text.match(/ checked/g)).toHaveLength(1);
      expect(shown.headers["content-security-policy"]).toContain("form-action 'self'");
    }
    expect(await opinions()).toEqual([]);
  });

  it("the form records the grade once, as the customer's; the page then thanks", async () => {
    await resolve();
    const answer = await api.channels(`POST ${path}`, form({ grade: "5", text: "" }));
    expect([answer.status, answer.text.includes("已收到您的评价")]).toEqual([200, true]);
    expect((await api.channels(`POST ${path}`, form({ grade: "5" }))).status).toBe(200);
    expect(await opinions()).toMatchObject([{ by: { kind: "customer" }, fact: { grade: 5 } }]);
    expect((await api.channels(`GET ${path}`, { query })).text).not.toContain("<form");
  });

  it("below the satisfied grades a reason is compulsory; it stands beside the event, not in it", async () => {
    await resolve();
    const refused = await api.channels(`POST ${path}`, form({ grade: "2" }));
    expect(refused.status).toBe(422);
    expect(refused.text).toContain("请写下不满意的原因");
    expect(refused.text).toContain('value="2" checked');
    expect((await api.channels(`POST ${path}`, form({ grade: "2", text: "又坏了" }))).status).toBe(200);
    const [event] = await opinions();
    expect(JSON.stringify(event)).not.toContain("又坏了");
    expect((await api.complaint(id)).personal[`${event?.seq}.text`]?.value).toBe("又坏了");
  });

  it("speaks JSON to programs; another grade afterwards is refused", async () => {
    await resolve();
    const sent = { query, body: { grade: 4 } };
    expect((await api.channels(`POST ${path}`, sent)).json).toEqual({ number: "001", grade: 4 });
    expect((await api.channels(`POST ${path}`, sent)).status).toBe(200);
    const other = await api.channels(`POST ${path}`, { query, body: { grade: 1, text: "改主意" } });
    expect([other.status, other.json.code]).toEqual([409, "rated-before"]);
    expect(await opinions()).toHaveLength(1);
  });

  it("a reopened complaint is graded anew once it is resolved again", async () => {
    await resolve();
    await api.channels(`POST ${path}`, form({ grade: "2", text: "又坏了" }));
    await api.give(id, { type: "reopen", reason: "客户不满意" }, { person: people.manager });
    expect((await api.channels(`POST ${path}`, form({ grade: "5" }))).status).toBe(409);
    await api.give(id, { type: "resolve", via: "email", text: "已更换" });
    expect((await api.channels(`POST ${path}`, form({ grade: "5" }))).status).toBe(200);
    expect((await opinions()).map(({ fact }) => fact)).toMatchObject([{ grade: 2 }, { grade: 5 }]);
  });

  it("before the result there is nothing to grade; a wrong secret is answered like an unknown number", async () => {
    const early = await api.channels(`GET ${path}`, { query });
    expect([early.status, early.text.includes("<form")]).toEqual([200, false]);
    const posted = await api.channels(`POST ${path}`, { query, body: { grade: 5 } });
    expect([posted.status, posted.json.code]).toEqual([409, "not-allowed-now"]);
    await resolve();
    for (const wrong of [{ secret: "x" }, {}]) {
      expect((await api.channels(`GET ${path}`, { query: wrong })).status).toBe(404);
      const answer = await api.channels(`POST ${path}`, { query: wrong, body: { grade: 5 } });
      expect([answer.status, answer.json.code]).toEqual([404, "unknown-complaint"]);
      expect((await api.channels(`POST ${path}`, { ...form({ grade: "5" }), query: wrong })).status).toBe(
        404,
      );
    }
    expect(await opinions()).toEqual([]);
  });

  it("a form without a proper grade is shown again, JSON of another shape is refused", async () => {
    await resolve();
    for (const fields of [{}, { grade: "6" }, { grade: "5", more: "x" }, { grade: "5", text: " " }]) {
      const answer = await api.channels(`POST ${path}`, form(fields));
      expect([answer.status, answer.text.includes("<form")]).toEqual([422, true]);
    }
    for (const body of [{}, { grade: "5" }, { grade: 5, more: 1 }, []]) {
      const answer = await api.channels(`POST ${path}`, { query, body });
      expect([answer.status, answer.json.code]).toEqual([422, "invalid-request"]);
    }
    expect(
      (
        await api.channels(`POST ${path}`, {
          query,
          body: "grade=5",
          headers: { "content-type": "text/plain" },
        })
      ).status,
    ).toBe(415);
    expect(await opinions()).toEqual([]);
  });
});
