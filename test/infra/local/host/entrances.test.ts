import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLocalJWKSet, jwtVerify } from "jose";
import { createTransport } from "nodemailer";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readStartOptions } from "../../../../infra/local/host/start-options.ts";
import { OidcIssuer } from "../../../../infra/local/oidc.ts";
import { startSmtp } from "../../../../infra/local/smtp.ts";
import { UsageError } from "../../../../infra/usage-error.ts";

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "jiesu-host-"));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

describe("the development issuer", () => {
  const issuer = "http://127.0.0.1:1/_local/oidc";
  const now = Date.UTC(2026, 2, 1);
  const open = () =>
    OidcIssuer.open({
      issuer,
      audience: "jiesu",
      directory,
      now: () => now,
      users: () => [{ id: "p-1", name: "王芳", post: "前台" }],
    });

  test("its tokens verify against its published keys, by the virtual clock, also after a restart", async () => {
    const token = await (await open()).answer(
      "POST",
      "/token",
      "username=p-1",
      "application/x-www-form-urlencoded",
    );
    expect(token).toMatchObject({ status: 200, body: { token_type: "Bearer" } });
    const { access_token: jwt } = (token as { body: unknown }).body as { access_token: string };
    const again = await open();
    const keys = await again.answer("GET", "/jwks", "", "");
    const { payload } = await jwtVerify(jwt, createLocalJWKSet((keys as { body: unknown }).body as never), {
      issuer,
      audience: "jiesu",
      currentDate: new Date(now + 1000),
    });
    expect(payload).toMatchObject({ sub: "p-1", name: "王芳", iat: now / 1000, exp: now / 1000 + 12 * 3600 });
    expect(JSON.stringify((keys as { body: unknown }).body)).not.toContain('"d"');
    const discovery = await again.answer("GET", "/.well-known/openid-configuration", "", "");
    expect((discovery as { body: unknown }).body).toMatchObject({ issuer, jwks_uri: `${issuer}/jwks` });
  });

  test("it signs for known people only and takes JSON too", async () => {
    const oidc = await open();
    expect(await oidc.answer("POST", "/token", '{"sub":"p-1"}', "application/json")).toMatchObject({
      status: 200,
    });
    expect(await oidc.answer("POST", "/token", "username=p-2", "")).toMatchObject({
      status: 400,
      body: { error: "invalid_grant" },
    });
    expect(await oidc.answer("POST", "/token", "{", "application/json")).toMatchObject({ status: 400 });
    expect(await oidc.answer("GET", "/token", "", "")).toBeUndefined();
  });
});

describe("the SMTP port", () => {
  test("a mail is stored byte for byte behind SES's headers before the client hears 250", async () => {
    const stored: { id: string; raw: string }[] = [];
    const smtp = await startSmtp({
      port: 0,
      now: () => Date.UTC(2026, 2, 1),
      store: (id, raw) => {
        stored.push({ id, raw: raw.toString("latin1") });
        return Promise.resolve();
      },
      onError: (error) => expect.unreachable(String(error)),
    });
    const transport = createTransport({ host: "127.0.0.1", port: smtp.port, secure: false, ignoreTLS: true });
    const raw = "From: a@b.example\r\nSubject: x\r\n\r\n..dots and \xc4\xe3\r\n";
    const info = await transport.sendMail({
      envelope: { from: "a@b.example", to: ["desk@jiesu.example"] },
      raw: Buffer.from(raw, "latin1"),
    });
    transport.close();
    await smtp.close();
    expect(stored).toHaveLength(1);
    expect(stored[0]?.raw.endsWith(raw)).toBe(true);
    expect(stored[0]?.raw).toContain("for desk@jiesu.example;");
    expect(stored[0]?.id).toMatch(/^[a-z0-9]{40}$/);
    expect(info.response).toContain(stored[0]?.id);
  });

  test("a mail that cannot be stored is refused for now, and the port says why", async () => {
    const errors: unknown[] = [];
    const smtp = await startSmtp({
      port: 0,
      now: () => 0,
      store: () => Promise.reject(new Error("disk full")),
      onError: (error) => errors.push(error),
    });
    const transport = createTransport({ host: "127.0.0.1", port: smtp.port, secure: false, ignoreTLS: true });
    const sending = transport.sendMail({ from: "a@b.example", to: "c@d.example", text: "x" });
    await expect(sending).rejects.toMatchObject({ responseCode: 451 });
    transport.close();
    await smtp.close();
    expect(errors).toEqual([new Error("disk full")]);
  });
});

describe("the command line of npm start", () => {
  test("defaults and every option", () => {
    expect(readStartOptions([], "/r")).toEqual({
      speed: 1,
      at: undefined,
      fresh: false,
      port: 8787,
      smtpPort: 2525,
      engine: undefined,
      directory: join("/r", ".jiesu", "data"),
    });
    const args = [
      "--speed",
      "600",
      "--at",
      "2026-03-01T09:00+08:00",
      "--fresh",
      "--engine",
      "dynamodb-local",
      "--port",
      "0",
      "--data",
      "/d",
      "--concurrency",
      "3",
    ];
    expect(readStartOptions(args, "/r")).toMatchObject({
      speed: 600,
      at: Date.UTC(2026, 2, 1, 1),
      fresh: true,
      engine: "dynamodb-local",
      port: 0,
      directory: "/d",
      concurrency: 3,
    });
  });

  test.each([
    ["--colour"],
    ["--speed", "0"],
    ["--at", "yesterday"],
    ["--port", "x"],
    ["--port", "70000"],
    ["--engine", "oracle"],
    ["--concurrency", "0"],
    ["stray"],
  ])("%s %s is refused with a sentence in both languages", (...args) => {
    expect(() => readStartOptions(args, "/r")).toThrow(UsageError);
    expect(() => readStartOptions(args, "/r")).toThrow(/[一-鿿].* · /);
  });
});

test("the key file of the issuer is for its owner only", async () => {
  await OidcIssuer.open({ issuer: "http://x", audience: "a", directory, now: () => 0, users: () => [] });
  expect((await stat(join(directory, "oidc-key.json"))).mode & 0o777).toBe(0o600);
});
