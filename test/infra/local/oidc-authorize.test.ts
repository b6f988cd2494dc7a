import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decodeJwt } from "jose";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { OidcIssuer } from "../../../infra/local/oidc.ts";

const issuer = "http://127.0.0.1:8787/_local/oidc";
const redirect = "http://127.0.0.1:8787/signed-in";
const verifier = "a-verifier-of-at-least-forty-three-characters-long";
const challenge = createHash("sha256").update(verifier).digest("base64url");
const hour = 3_600_000;

let directory: string;
let now = Date.UTC(2026, 2, 1);
const open = () =>
  OidcIssuer.open({
    issuer,
    audience: "jiesu",
    directory,
    now: () => now,
    users: () => [{ id: "p-1", name: "王芳<b>", post: "前台" }],
  });
beforeEach(async () => {
  now = Date.UTC(2026, 2, 1);
  directory = await mkdtemp(join(tmpdir(), "jiesu-oidc-"));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const asked = (more: Record<string, string> = {}) =>
  new URLSearchParams({
    response_type: "code",
    client_id: "jiesu-desk",
    redirect_uri: redirect,
    code_challenge: challenge,
    code_challenge_method: "S256",
    state: "state-1",
    nonce: "nonce-1",
    ...more,
  });
const form = "application/x-www-form-urlencoded";

/** The code in the address that the person is sent back to. */
async function codeOf(oidc: OidcIssuer, more: Record<string, string> = {}): Promise<string> {
  const answer = await oidc.answer("POST", "/authorize", asked({ sub: "p-1", ...more }).toString(), form);
  if (answer === undefined || !("location" in answer)) throw new Error("not sent back");
  const target = new URL(answer.location);
  expect(target.origin + target.pathname).toBe(redirect);
  expect(target.searchParams.get("state")).toBe("state-1");
  return target.searchParams.get("code") ?? "";
}

const redeem = (oidc: OidcIssuer, code: string, more: Record<string, string> = {}) =>
  oidc.answer(
    "POST",
    "/token",
    new URLSearchParams({
      grant_type: "authorization_code",
      code,
      code_verifier: verifier,
      client_id: "jiesu-desk",
      redirect_uri: redirect,
      ...more,
    }).toString(),
    form,
  );

describe("signing in at the development issuer", () => {
  test("one picks a person, comes back with a code, and the code opens once, with the verifier only", async () => {
    const oidc = await open();
    const page = await oidc.answer("GET", "/authorize", "", "", asked());
    expect(page).toMatchObject({ status: 200, html: expect.stringContaining("前台") });
    expect(JSON.stringify(page)).not.toContain("王芳<b>");

    const code = await codeOf(oidc);
    for (const wrong of [
      { code_verifier: "x" },
      { client_id: "other" },
      { redirect_uri: "http://127.0.0.1:8787/" },
    ]) {
      expect(await redeem(oidc, code, wrong)).toMatchObject({
        status: 400,
        body: { error: "invalid_grant" },
      });
    }
    const tokens = (await redeem(oidc, code)) as { body: Record<string, string> };
    expect(decodeJwt(tokens.body["access_token"] ?? "")).toMatchObject({ sub: "p-1", aud: "jiesu" });
    expect(decodeJwt(tokens.body["id_token"] ?? "")).toMatchObject({ aud: "jiesu-desk", nonce: "nonce-1" });
    expect(await redeem(oidc, code)).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
  });

  test("a code is good for ten minutes; a refresh token for a week, after a restart too, and for its client", async () => {
    const oidc = await open();
    const late = await codeOf(oidc);
    now += hour;
    expect(await redeem(oidc, late)).toMatchObject({ status: 400 });
    const { body } = (await redeem(oidc, await codeOf(oidc))) as { body: Record<string, string> };
    const refresh = async (client: string) =>
      (await open()).answer(
        "POST",
        "/token",
        new URLSearchParams({
          grant_type: "refresh_token",
          refresh_token: body["refresh_token"] ?? "",
          client_id: client,
        }).toString(),
        form,
      );
    now += 6 * 24 * hour;
    expect(await refresh("jiesu-desk")).toMatchObject({ status: 200 });
    expect(await refresh("other")).toMatchObject({ status: 400 });
    now += 2 * 24 * hour;
    expect(await refresh("jiesu-desk")).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
  });

  test("an access token is no refresh token, and no code", async () => {
    const oidc = await open();
    const token = await oidc.sign("p-1");
    const body = new URLSearchParams({
      grant_type: "refresh_token",
      refresh_token: token,
      client_id: "jiesu-desk",
    });
    expect(await oidc.answer("POST", "/token", body.toString(), form)).toMatchObject({ status: 400 });
    expect(await redeem(oidc, token)).toMatchObject({ status: 400 });
  });

  test.each([
    [{ redirect_uri: "https://elsewhere.example/" }],
    [{ code_challenge_method: "plain" }],
    [{ response_type: "token" }],
    [{ client_id: "" }],
  ])("%o is refused on the page, and nobody is sent anywhere", async (wrong) => {
    const oidc = await open();
    expect(await oidc.answer("GET", "/authorize", "", "", asked(wrong))).toMatchObject({ status: 400 });
    const posted = asked({ sub: "p-1", ...wrong }).toString();
    expect(await oidc.answer("POST", "/authorize", posted, form)).toMatchObject({
      status: 400,
      html: expect.any(String),
    });
  });
});
