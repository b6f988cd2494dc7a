import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Admin } from "../../../../infra/local/host/http/admin.ts";
import { type PublicServer, startPublicServer } from "../../../../infra/local/host/http/public-server.ts";
import { OidcIssuer } from "../../../../infra/local/oidc.ts";
import { type Fixture, fixtureCloud, startAt } from "./support/fixture.ts";

let fixture: Fixture;
let server: PublicServer;
let directory: string;
const mail = {
  id: "m 1",
  at: startAt,
  from: "desk@jiesu.example",
  to: ["manager@jiesu.example"],
  subject: "月报",
  messageId: "<m@jiesu.example>",
  raw: "Subject: =?utf-8?B?5pyI5oql?=\r\nContent-Type: text/csv\r\nContent-Disposition: attachment; filename=a.csv\r\n\r\n1,2",
};
const people = [{ id: "p-1", name: "<b>王芳</b>", post: "客服" }];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "jiesu-admin-"));
  fixture = await fixtureCloud();
  server = await startPublicServer(0, (error) => expect.unreachable(String(error)));
  const { engine, iam, pools, api } = fixture.cloud;
  const issuer = `${server.baseUrl}/_local/oidc`;
  const now = () => engine.now();
  const oidc = await OidcIssuer.open({ issuer, audience: "jiesu", directory, now, users: () => people });
  const mails = { ...fixture.services.mails, find: (id: string) => (id === mail.id ? mail : undefined) };
  const services = { ...fixture.services, mails };
  const admin = new Admin({
    services,
    engine,
    iam,
    pools,
    oidc,
    buckets: ["b"],
    speed: undefined,
    env: { TABLE_NAME: "it's a table" },
    people: () => people,
  });
  server.open({ api: (req, url) => api.handle(req, url), admin: (req, url) => admin.handle(req, url) });
});
afterAll(async () => {
  await server.close();
  await fixture.close();
  await rm(directory, { recursive: true });
});

const ask = async (path: string, init?: RequestInit) => {
  const response = await fetch(`${server.baseUrl}/_local${path}`, init);
  return { status: response.status, headers: response.headers, text: await response.text() };
};
const moveClock = (body: string, headers = {}) => ask("/clock", { method: "POST", body, headers });

test("a shell learns what the operator's tools read, quoted, and what time it is here", async () => {
  const { text } = await ask("/env");
  const now = new Date(fixture.cloud.engine.now()).toISOString();
  expect(text).toBe(`export TABLE_NAME='it'\\''s a table'\nexport JIESU_NOW='${now}'\n`);
});

test("the clock is moved by a duration or to an instant, everything due on the way included", async () => {
  fixture.services.queues.send(fixture.work, "x", { delaySeconds: 3600 });
  const moved = await moveClock('{"by":"P1DT1H"}');
  expect(JSON.parse(moved.text)).toMatchObject({ now: "2026-03-02T02:00:00.000Z", jumps: 1, invocations: 1 });
  const again = await moveClock('{"to":"2026-03-03T08:00:00+08:00"}');
  expect(JSON.parse(again.text)).toMatchObject({ now: "2026-03-03T00:00:00.000Z", jumps: 0 });
});

test("a wish that cannot be understood, leads backwards or comes from another site moves nothing", async () => {
  const before = fixture.cloud.engine.now();
  for (const body of [
    "",
    "{}",
    '{"by":"soon"}',
    '{"to":1}',
    '{"to":"2026-03-09"}',
    '{"by":"PT1H","to":"x"}',
  ]) {
    expect((await moveClock(body)).status).toBe(400);
  }
  expect((await moveClock(JSON.stringify({ to: new Date(startAt).toISOString() }))).status).toBe(409);
  expect((await moveClock('{"by":"PT1H"}', { origin: "http://elsewhere.example" })).status).toBe(403);
  expect(fixture.cloud.engine.now()).toBe(before);
});

test("status, IAM report and page tell what is going on, with names escaped", async () => {
  const status = JSON.parse((await ask("/status")).text);
  expect(status.functions).toContainEqual({
    name: "fix-WorkFunction",
    running: 0,
    invocations: 1,
    failures: 0,
  });
  expect(JSON.parse((await ask("/iam")).text)).toMatchObject({ denied: [] });
  const page = await ask("/");
  expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(page.text).toContain("&lt;b&gt;王芳&lt;/b&gt;");
  expect(page.text).not.toContain("<b>王芳");
});

test("objects are downloaded by their key, and only from the template's buckets", async () => {
  fixture.services.objects.put("b", "月报/2026 年.xlsx", Buffer.from("x"), "application/x");
  fixture.services.objects.put("other", "secret", Buffer.from("y"));
  const file = await ask(`/files/b/${encodeURIComponent("月报")}/${encodeURIComponent("2026 年.xlsx")}`);
  expect([file.status, file.text, file.headers.get("content-type")]).toEqual([200, "x", "application/x"]);
  expect(file.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''2026%20%E5%B9%B4.xlsx");
  expect((await ask("/files/other/secret")).status).toBe(404);
  expect((await ask("/files/b/%zz")).status).toBe(404);
});

test("the issuer is reached below the address it names", async () => {
  const discovery = JSON.parse((await ask("/oidc/.well-known/openid-configuration")).text);
  expect(discovery.issuer).toBe(`${server.baseUrl}/_local/oidc`);
  expect((await fetch(discovery.jwks_uri)).status).toBe(200);
  const token = await ask("/oidc/token", { method: "POST", body: new URLSearchParams({ username: "p-1" }) });
  expect(JSON.parse(token.text).access_token).toMatch(/^ey/);
  expect((await ask("/nothing")).status).toBe(404);
});

test("a sent mail can be read, fetched as it was sent, and its files taken; nothing of it runs in the desk's origin", async () => {
  expect(await ask("/mailbox?q=x")).toMatchObject({ status: 200, text: expect.stringContaining("已发邮件") });
  expect(await ask("/mailbox/m%201")).toMatchObject({ status: 200, text: expect.stringContaining("a.csv") });
  const source = await ask("/mailbox/m%201/raw");
  expect(source.text).toBe(mail.raw);
  expect(source.headers.get("content-security-policy")).toBe("sandbox");
  const file = await ask("/mailbox/m%201/files/0");
  expect(file.text.trim()).toBe("1,2");
  expect(file.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''a.csv");
  for (const path of [
    "/mailbox/m2",
    "/mailbox/m%201/files/1",
    "/mailbox/m%201/files/x",
    "/mailbox/m%201/raw/1",
  ])
    expect((await ask(path)).status).toBe(404);
});
