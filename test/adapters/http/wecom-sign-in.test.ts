import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { decodeJwt, SignJWT } from "jose";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { signInApi } from "../../../lib/adapters/http/sign-in-api.ts";
import { staffApi } from "../../../lib/adapters/http/staff-api.ts";
import { oidcIdentity } from "../../../lib/adapters/identity/oidc.ts";
import { type SignInKey, signInKeyOf } from "../../../lib/adapters/identity/sign-in-key.ts";
import { wecomMembers } from "../../../lib/adapters/messengers/wecom-members.ts";
import { fromInstant, plusSeconds } from "../../../lib/domain/time/instant.ts";
import { type Answered, known, send } from "../../support/http.ts";
import { people } from "../../support/organisation.ts";
import { wecomServer } from "../../support/wecom-server.ts";
import { apis, NOW } from "./support.ts";

const PHONE = "Mozilla/5.0 (Linux; Android 14) wxwork/4.1.36 MicroMessenger/7.0.1";
const DESK = "Mozilla/5.0 (Windows NT 10.0)";
const ISSUER = "/sign-in/wecom";
const key = (value: string): SignInKey => signInKeyOf(JSON.stringify({ key: value.repeat(64) }));

declare const localStorage: { getItem(name: string): string | null };

/** What the pages themselves sign in with (web/src/api), which is checked against a browser's types elsewhere. */
interface Tokens {
  readonly personId: string;
  readonly accessToken: string;
  readonly refreshToken?: string;
}
interface PageSignIn {
  address(returnTo: string, popup: boolean, again?: boolean): Promise<string>;
  complete(url: URL): Promise<{ readonly tokens: Tokens; readonly returnTo: string }>;
  renew(tokens: Tokens): Promise<Tokens | undefined>;
}
interface OfThePages {
  readonly SignIn: new (config: object) => PageSignIn;
  readonly learnServerTime: (iso: string) => void;
}
const ofPage = async (file: string): Promise<OfThePages> =>
  import(new URL(`../../../web/src/api/${file}.ts`, import.meta.url).href);
const { SignIn } = await ofPage("sign-in");
const { learnServerTime } = await ofPage("server-time");

let wecom: ReturnType<typeof wecomServer>;
let desk: Awaited<ReturnType<typeof startDesk>>;
beforeEach(async () => {
  wecom = wecomServer();
  wecom.member(people.clerk.id);
  desk = await startDesk();
  learnServerTime(NOW);
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
  });
  vi.stubGlobal("location", { origin: desk.url });
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await desk.close();
});

/** The desk's own functions for signing in and for staff, at a real address, with a WeCom that answers by a script. */
async function startDesk() {
  const api = apis();
  let signInKey = key("a");
  const server: Server = createServer((request, response) => {
    const address = new URL(request.url ?? "", url);
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => void answer(request, address, Buffer.concat(parts).toString()).then(told));
    const told = ({ status, headers, text }: Answered) =>
      response.writeHead(status, { ...headers }).end(text);
  });
  const answer = (request: IncomingMessage, address: URL, body: string) =>
    send(handler, `${request.method} ${address.pathname}`, {
      query: Object.fromEntries(address.searchParams),
      headers: Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      ),
      ...(body === "" ? {} : { body }),
    });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const settings = {
    PUBLIC_URL: url,
    OIDC_AUDIENCE: "jiesu",
    OIDC_CLIENT_ID: "jiesu-desk",
    SIGN_IN: "wecom",
    signInKey: async () => signInKey,
  } as const;
  const members = wecomMembers(wecom.settings, {
    fetch: wecom.call,
    now: () => api.clock.now().epochMilliseconds,
  });
  const handler = signInApi(
    async () => ({ ...api.ports, members, crypto: { ...api.ports.crypto, randomId: randomUUID } }),
    settings,
    api.log,
  );
  const identity = oidcIdentity({ issuer: `${url}${ISSUER}`, audience: "jiesu" });
  const staff = staffApi(async () => api.ports, identity, api.log);
  return {
    url,
    api,
    handler,
    changeKey: () => {
      signInKey = key("b");
    },
    staff: async (token: string, line = "GET /projects", body?: object) => {
      const headers = { authorization: `Bearer ${token}`, "idempotency-key": "k" };
      const { status, json } = await send(staff, line, { headers, ...(body === undefined ? {} : { body }) });
      return `${status} ${json.code ?? "ok"}`;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const pages = () =>
  new SignIn({
    stage: "test",
    publicUrl: desk.url,
    now: NOW,
    oidc: { issuer: `${desk.url}${ISSUER}`, clientId: "jiesu-desk", scope: "openid profile", authorize: {} },
  });

/** A browser follows one redirect, with the cookies it has. */
async function visit(address: string, { agent = DESK, cookies = "" } = {}) {
  const response = await fetch(address, {
    redirect: "manual",
    headers: { "user-agent": agent, cookie: cookies },
  });
  const cookie = response.headers.get("set-cookie") ?? "";
  return {
    status: response.status,
    to: URL.parse(response.headers.get("location") ?? ""),
    cookie,
    jar: cookie.split(";")[0] ?? "",
    text: await response.text(),
  };
}

/** From the desk's page to WeCom and back to the desk's page; WeCom recognises `who`. */
async function walk(who: object, { agent = DESK, again = false } = {}) {
  const page = pages();
  const asked = await visit(await page.address("/c/1?do=reply", false, again), { agent });
  const at = known(asked.to);
  wecom.recognises("wecom-code", who);
  const back = `${at.searchParams.get("redirect_uri")}?code=wecom-code&state=${at.searchParams.get("state")}`;
  const returned = await visit(back, { agent, cookies: asked.jar });
  return { page, asked, at, back, returned };
}

const signedIn = async (options = {}) => {
  const { page, returned } = await walk({ userid: people.clerk.id }, options);
  return { page, ...(await page.complete(known(returned.to))) };
};

describe("signing in by 企业微信", () => {
  it("leads a desk to WeCom's code, takes the member back to where one was going, and opens the API", async () => {
    const { asked, at, page, returned } = await walk({ userid: people.clerk.id });
    expect([asked.status, at.origin + at.pathname]).toEqual([
      302,
      "https://login.work.weixin.qq.com/wwlogin/sso/login",
    ]);
    expect(Object.fromEntries(at.searchParams)).toEqual({
      login_type: "CorpApp",
      appid: "corp",
      agentid: "7",
      redirect_uri: `${desk.url}${ISSUER}/back`,
      // WeCom brings back letters and digits only.
      state: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    expect(asked.cookie).toMatch(/; Path=\/sign-in\/wecom; Max-Age=600; HttpOnly; Secure; SameSite=Lax$/);
    const to = known(returned.to);
    expect([returned.status, to.origin + to.pathname]).toEqual([302, `${desk.url}/signed-in`]);
    const { tokens, returnTo } = await page.complete(to);
    expect([returnTo, tokens.personId]).toEqual(["/c/1?do=reply", people.clerk.id]);
    expect(await desk.staff(tokens.accessToken)).toBe("200 ok");
    expect(decodeJwt(tokens.accessToken)).toMatchObject({ aud: "jiesu", sub: people.clerk.id });
  });

  it("asks nothing within WeCom's application; such a sign-in does not count as somebody who is there now", async () => {
    const { asked, at } = await walk({ userid: people.clerk.id }, { agent: PHONE });
    expect(at.origin + at.pathname).toBe("https://open.weixin.qq.com/connect/oauth2/authorize");
    expect([at.searchParams.get("scope"), at.hash]).toEqual(["snsapi_base", "#wechat_redirect"]);
    expect(asked.status).toBe(302);
    wecom.member(people.headquarters.id);
    const policy = async (options: object) => {
      const { page, returned } = await walk({ userid: people.headquarters.id }, options);
      const { tokens } = await page.complete(known(returned.to));
      return desk.staff(tokens.accessToken, "PUT /policies", {});
    };
    expect(await policy({ agent: PHONE })).toBe("403 sign-in-again");
    // Whoever is to be seen anew scans a code, also there.
    expect(await policy({ agent: PHONE, again: true })).toBe("201 ok");
    expect(await policy({ agent: DESK })).toBe("201 ok");
  });

  it("ends only where it began: another browser's answer, a forged state and a second use lead nowhere", async () => {
    const mine = await walk({ userid: people.clerk.id });
    for (const cookies of ["", mine.asked.jar.replace(/=.*/, "=x"), mine.asked.jar.slice(0, -3)]) {
      wecom.recognises("other-code", { userid: "somebody-else" });
      const theirs = mine.back.replace("code=wecom-code", "code=other-code");
      expect((await visit(theirs, { cookies })).status).toBe(400);
    }
    for (const state of ["", "x", "0".repeat(32), "__proto__", "a;b"]) {
      const { status, text } = await visit(
        `${desk.url}${ISSUER}/back?code=c&state=${encodeURIComponent(state)}`,
        {
          cookies: mine.asked.jar,
        },
      );
      expect([status, text.includes("无法登录")]).toEqual([400, true]);
    }
    // What one sign-in began with ends no other: a cookie counts under its own name only.
    const other = await walk({ userid: people.clerk.id });
    const swapped = other.asked.jar.replace(/^wecom_[0-9a-f]+/, `wecom_${mine.at.searchParams.get("state")}`);
    wecom.recognises("other-code", { userid: "somebody-else" });
    const led = mine.back.replace("code=wecom-code", "code=other-code");
    expect((await visit(led, { cookies: swapped })).status).toBe(400);
    // WeCom's code opens once; the cookie is taken back with the first answer.
    expect(mine.returned.cookie).toContain("Max-Age=0");
    const again = await visit(mine.back, { cookies: mine.asked.jar });
    expect([again.status, again.text.includes("没有认出您")]).toEqual([400, true]);
  });

  it("nobody but the desk's own page is sent a code", async () => {
    const good = new URL(await pages().address("/", false));
    const wrong: readonly (readonly [string, string])[] = [
      ["redirect_uri", "https://evil.example/signed-in"],
      ["redirect_uri", `${desk.url}/signed-in/../x`],
      ["redirect_uri", `${desk.url}.evil.example/signed-in`],
      ["client_id", "other"],
      ["response_type", "token"],
      ["code_challenge_method", "plain"],
      ["code_challenge", ""],
      ["state", "a\r\nset-cookie: x=y"],
      ["nonce", "<script>"],
    ];
    for (const [name, value] of wrong) {
      const address = new URL(good);
      address.searchParams.set(name, value);
      const { status, to, cookie } = await visit(address.href);
      expect([name, status, to, cookie]).toEqual([name, 400, null, ""]);
    }
  });

  it("an outside contact, a spent code and a refusal at WeCom are no sign-in; an outage says so and is on record", async () => {
    for (const who of [{ openid: "o-1", external_userid: "wm-1" }, { openid: "o-2" }, { errcode: 40029 }]) {
      const { returned } = await walk(who);
      expect([returned.status, returned.to]).toEqual([400, null]);
    }
    const { asked, at } = await walk({ userid: people.clerk.id });
    const refused = await visit(`${desk.url}${ISSUER}/back?state=${at.searchParams.get("state")}`, {
      cookies: asked.jar,
    });
    expect(refused.status).toBe(400);
    wecom.isAway(true);
    const { returned } = await walk({ userid: people.clerk.id });
    expect([returned.status, returned.text.includes("暂时连不上企业微信")]).toEqual([503, true]);
    expect(desk.api.here.telemetry.errors).toHaveLength(1);
    wecom.isAway(false);
    wecom.tokenEnds();
    expect((await walk({ userid: people.clerk.id })).returned.status).toBe(302);
  });

  it("somebody of whom the desk knows nothing may sign in and do nothing", async () => {
    const { page, returned } = await walk({ userid: "nobody-here" });
    const { tokens } = await page.complete(known(returned.to));
    expect(await desk.staff(tokens.accessToken)).toBe("403 unknown-user");
  });
});

describe("tokens of our own issuer", () => {
  const token = (form: Readonly<Record<string, string>>) =>
    send(desk.handler, `POST ${ISSUER}/token`, {
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ client_id: "jiesu-desk", ...form }).toString(),
    });
  const errorOf = async (form: Readonly<Record<string, string>>) => {
    const { status, json } = await token(form);
    return `${status} ${json.error}`;
  };

  it("a code opens once, for two minutes, for whoever has the verifier", async () => {
    const { page, returned } = await walk({ userid: people.clerk.id });
    const code = known(returned.to).searchParams.get("code") ?? "";
    const asked = { grant_type: "authorization_code", code, redirect_uri: `${desk.url}/signed-in` };
    expect(await errorOf({ ...asked, code_verifier: "stolen" })).toBe("400 invalid_grant");
    expect(await errorOf({ ...asked, client_id: "other" })).toBe("400 invalid_client");
    expect(await errorOf({ grant_type: "password", username: people.clerk.id })).toBe(
      "400 unsupported_grant_type",
    );
    // Nobody's attempt uses it up.
    const state = known(returned.to).searchParams.get("state") ?? "";
    const { verifier } = JSON.parse(localStorage.getItem(`jiesu.sign-in.${state}`) ?? "{}");
    expect((await page.complete(known(returned.to))).tokens.personId).toBe(people.clerk.id);
    expect(await errorOf({ ...asked, code_verifier: verifier })).toBe("400 invalid_grant");
    const late = await walk({ userid: people.clerk.id });
    desk.api.clock.set(plusSeconds(NOW, 121));
    await expect(late.page.complete(known(late.returned.to))).rejects.toThrow(/response/i);
  });

  it("are each good for one purpose: neither code, cookie, refresh nor id token opens the API, nor an access token a renewal", async () => {
    const { asked, returned } = await walk({ userid: people.clerk.id });
    const code = known(returned.to).searchParams.get("code") ?? "";
    const { tokens } = await signedIn();
    const pending = asked.jar.replace(/^[^=]+=/, "");
    for (const wrong of [code, pending, known(tokens.refreshToken)])
      expect(await desk.staff(wrong)).toBe("401 unauthenticated");
    for (const wrong of [tokens.accessToken, code, pending, "a.b.c", ""])
      expect(await errorOf({ grant_type: "refresh_token", refresh_token: wrong })).toBe("400 invalid_grant");
    const forged = await new SignJWT({ auth_time: 1 })
      .setProtectedHeader({ alg: "EdDSA", kid: key("a").kid })
      .setIssuer(`${desk.url}${ISSUER}`)
      .setAudience("jiesu")
      .setSubject(people.headquarters.id)
      .setExpirationTime(fromInstant(NOW).epochMilliseconds / 1000 + 60)
      .sign(key("b").privateKey);
    expect(await desk.staff(forged)).toBe("401 unauthenticated");
  });

  it("are renewed while the member is one, and never count as a new sign-in", async () => {
    const { page, tokens } = await signedIn();
    // While WeCom cannot be asked nobody goes on, and nobody is signed out: the same token serves afterwards.
    wecom.isAway(true);
    await expect(page.renew(tokens)).rejects.toMatchObject({ cause: { status: 503 } });
    wecom.isAway(false);
    const renewed = known(await page.renew(tokens));
    const at = decodeJwt(tokens.accessToken)["auth_time"];
    expect(decodeJwt(renewed.accessToken)).toMatchObject({ auth_time: at, sub: people.clerk.id });
    expect(await desk.staff(renewed.accessToken)).toBe("200 ok");
    for (const leaves of [() => wecom.member(people.clerk.id, 2), () => wecom.gone(people.clerk.id)]) {
      leaves();
      expect(await page.renew(renewed)).toBeUndefined();
    }
    wecom.member(people.clerk.id);
    desk.api.clock.set(plusSeconds(NOW, 12 * 3600 + 1));
    expect(await page.renew(renewed)).toBeUndefined();
  });

  it("a new key ends them all, and its name tells it from the one before", async () => {
    const { page, tokens } = await signedIn();
    const before = await send(desk.handler, `GET ${ISSUER}/jwks`);
    desk.changeKey();
    expect(await page.renew(tokens)).toBeUndefined();
    const after = await send(desk.handler, `GET ${ISSUER}/jwks`);
    expect(after.json.keys[0].kid).not.toBe(before.json.keys[0].kid);
    expect(JSON.stringify([before.json, after.json])).not.toContain('"d"');
  });

  it("nothing personal and no token is logged", async () => {
    const { tokens } = await signedIn();
    const log = JSON.stringify([
      desk.api.logged,
      desk.api.here.telemetry.lines,
      desk.api.here.telemetry.errors,
    ]);
    for (const secret of [tokens.accessToken, known(tokens.refreshToken), people.clerk.id, "wecom-code"])
      expect(log).not.toContain(secret);
  });
});

it("where people sign in elsewhere there is no such issuer", async () => {
  const api = apis();
  const off = signInApi(async () => api.ports, {
    PUBLIC_URL: "https://desk.example",
    OIDC_AUDIENCE: "jiesu",
    OIDC_CLIENT_ID: "jiesu-desk",
    SIGN_IN: "oidc",
    signInKey: async () => key("a"),
  });
  for (const line of [
    "GET /authorize",
    "GET /back",
    "GET /jwks",
    "POST /token",
    "GET /.well-known/openid-configuration",
  ]) {
    const [method = "", path = ""] = line.split(" ");
    const { status, json } = await send(off, `${method} ${ISSUER}${path}`);
    expect([status, json.code]).toEqual([404, "unknown-route"]);
  }
});
