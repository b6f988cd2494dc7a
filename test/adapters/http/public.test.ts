import { beforeEach, describe, expect, it } from "vitest";
import document from "../../../docs/openapi.json" with { type: "json" };
import { publicApi } from "../../../lib/adapters/http/public-api.ts";
import { trackingUrl } from "../../../lib/app/complaints/tracking.ts";
import { healthView } from "../../../lib/contracts/health/views.ts";
import { trackingView } from "../../../lib/contracts/public/views.ts";
import { send } from "../../support/http.ts";
import { type Apis, apis } from "./support.ts";

const browser = { accept: "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8" };

let api: Apis;
beforeEach(() => {
  api = apis();
});

async function complaint() {
  const { registration } = await api.receive({ matter: "<b>私事</b>" });
  const note = { type: "note", text: "内部备注" } as const;
  await api.give(registration.id, note);
  await api.give(registration.id, {
    type: "reply",
    via: "phone",
    text: `明天<script>alert("x")</script>上门 & 'ok'`,
  });
  const link = new URL(trackingUrl(api.ports, await api.complaint(registration.id)));
  return { path: link.pathname, query: Object.fromEntries(link.searchParams) };
}

describe("GET /public/complaints/{number}", () => {
  it("shows progress, promised times and replies to the holder of the link, and nothing internal", async () => {
    const { path, query } = await complaint();
    const answer = await api.open(`GET ${path}`, { query });
    expect(trackingView.parse(answer.json)).toMatchObject({
      number: "001",
      project: "示例一期",
      status: "registered",
      receivedAt: "2026-02-13T02:00:00.000Z",
      replies: [{ kind: "reply", at: "2026-02-13T02:00:00.000Z" }],
    });
    expect(answer.text).not.toMatch(/内部备注|13800000000|私事|supervisor/);
  });

  it("is a page without script for browsers, in the project's time zone, Chinese first", async () => {
    const { path, query } = await complaint();
    const page = await api.open(`GET ${path}`, { query, headers: browser });
    expect(page.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(page.text).toContain('lang="zh-CN"');
    expect(page.text).toContain("2026年2月13日（周五）10:00");
    expect(page.text).toContain("2026年2月25日（周三）18:00");
    expect(page.text).toContain(
      "明天&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;上门 &amp; &#39;ok&#39;",
    );
    expect(page.text).not.toMatch(/<script|内部备注|13800000000|undefined|\[object/);
    expect(page.headers["content-security-policy"]).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/]+=*'/,
    );
    const english = await api.open(`GET ${path}`, {
      query,
      headers: { ...browser, "accept-language": "en" },
    });
    expect(english.text).toContain("2026-02-25 (Wed) 18:00");
    expect(english.text).toContain("Progress of your complaint");
  });

  it("answers a wrong secret, no secret and an unknown number alike", async () => {
    const { path, query } = await complaint();
    const wrong = [
      { line: `GET ${path}`, query: { secret: `${query["secret"]?.slice(0, -1)}!` } },
      { line: `GET ${path}`, query: { secret: "" } },
      { line: `GET ${path}`, query: {} },
      { line: "GET /public/complaints/999", query },
    ] as const;
    const answers = await Promise.all(wrong.map(({ line, query: sent }) => api.open(line, { query: sent })));
    const pages = await Promise.all(
      wrong.map(({ line, query: sent }) => api.open(line, { query: sent, headers: browser })),
    );
    for (const answer of answers) {
      expect(answer.status).toBe(404);
      expect({ ...answer.json, traceId: "" }).toEqual({ ...answers[0]?.json, traceId: "" });
    }
    for (const page of pages) {
      expect([page.status, page.text]).toEqual([404, pages[0]?.text]);
      expect(page.headers["content-type"]).toContain("text/html");
    }
  });
});

describe("what anyone may ask", () => {
  it("is up and knows its version", async () => {
    const { json } = await api.open("GET /health");
    expect(healthView.parse(json)).toEqual({ status: "up", version: document.info.version, schema: 1 });
  });

  it("answers even when the ports cannot be built", async () => {
    const broken = publicApi(() => Promise.reject(new Error("no table")), api.log);
    expect((await send(broken, "GET /health")).status).toBe(200);
    expect((await send(broken, "GET /nowhere")).json.code).toBe("unknown-route");
    expect((await send(broken, "GET /public/complaints/1")).json.code).toBe("internal");
  });

  it("serves the committed OpenAPI document", async () => {
    expect((await api.open("GET /openapi.json")).json).toEqual(document);
  });
});
