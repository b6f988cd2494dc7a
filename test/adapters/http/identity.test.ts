import { UnsecuredJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { staffApi } from "../../../lib/adapters/http/staff-api.ts";
import { oidcIdentity } from "../../../lib/adapters/identity/oidc.ts";
import { routes } from "../../../lib/contracts/routes.ts";
import { fromInstant, plusSeconds } from "../../../lib/domain/time/instant.ts";
import { send } from "../../support/http.ts";
import { AUDIENCE, type Issuer, startIssuer } from "../../support/issuer.ts";
import { people } from "../../support/organisation.ts";
import { apis, as, NOW } from "./support.ts";

let issuer: Issuer;
beforeAll(async () => {
  issuer = await startIssuer();
});
afterAll(() => issuer.close());

/** Epoch seconds of the virtual clock; the machine's own clock is elsewhere. */
const now = fromInstant(NOW).epochMilliseconds / 1000;
const good = { subject: people.clerk.id, expires: now + 60 };

function staff() {
  const api = apis();
  const identity = oidcIdentity({ issuer: issuer.issuer, audience: AUDIENCE });
  const handler = staffApi(async () => api.ports, identity, api.log);
  const ask = async (token: string) => {
    const { status, json } = await send(handler, "GET /projects", {
      headers: { authorization: `Bearer ${token}` },
    });
    return `${status} ${json.code ?? "ok"}`;
  };
  return { api, ask };
}

describe("a person's token", () => {
  it("is taken from the configured issuer, by the subject", async () => {
    expect(await staff().ask(await issuer.sign(good))).toBe("200 ok");
    expect(await staff().ask(await issuer.sign({ ...good, subject: "nobody" }))).toBe("403 unknown-user");
  });

  it("expires by the business clock", async () => {
    const { api, ask } = staff();
    const token = await issuer.sign(good);
    api.clock.set(plusSeconds(NOW, 60));
    expect(await ask(token)).toBe("200 ok"); // Clocks of issuers differ by up to five seconds.
    api.clock.set(plusSeconds(NOW, 66));
    expect(await ask(token)).toBe("401 unauthenticated");
  });

  it("lasts for thirty days from the sign-in, however often the issuer renews it", async () => {
    const { ask } = staff();
    const day = 86_400;
    const renewed = { ...good, issued: now };
    expect(await ask(await issuer.sign({ ...renewed, authTime: now - 30 * day }))).toBe("200 ok");
    expect(await ask(await issuer.sign({ ...renewed, authTime: now - 30 * day - 1 }))).toBe(
      "401 session-ended",
    );
    expect(await ask(await issuer.sign({ ...good, issued: now - 31 * day }))).toBe("401 session-ended");
  });

  it("stops working at once when the person's sessions are ended, and a new sign-in works", async () => {
    const { api, ask } = staff();
    const signedIn = await issuer.sign({ ...good, authTime: now - 60, issued: now });
    const renewable = await issuer.sign(good);
    expect(await ask(signedIn)).toBe("200 ok");
    const end = (by: string, whom: string) =>
      api.staff(`POST /people/${whom}/sign-out`, { headers: { authorization: `Bearer token-${by}` } });
    expect((await end(people.manager.id, people.clerk.id)).status).toBe(403);
    expect((await end(people.projectManager.id, people.clerk.id)).status).toBe(200);
    expect(await ask(signedIn)).toBe("401 session-ended");
    expect(await ask(renewable)).toBe("401 session-ended");
    expect(await ask(await issuer.sign({ ...good, authTime: now }))).toBe("200 ok");
    // A form that was open meanwhile does not bring them back, and nobody is told the instant.
    const { json } = await api.staff("GET /people/clerk-1", { headers: as(people.projectManager) });
    expect(json.person).not.toHaveProperty("sessionsEndedAt");
    const body = { ...json.person, version: json.version, name: "新名字" };
    expect((await api.staff("PUT /people", { headers: as(people.projectManager), body })).status).toBe(200);
    expect(await ask(signedIn)).toBe("401 session-ended");
    expect((await end(people.clerk.id, people.clerk.id)).status).toBe(200);
    expect((await end(people.projectManager.id, "nobody")).status).toBe(404);
    expect((await end(people.projectManager.id, people.stranger.id)).status).toBe(404);
  });

  it("is refused from the next request on for whoever has left", async () => {
    const { api, ask } = staff();
    const token = await issuer.sign(good);
    const clerk = api.organisation.people.findIndex(({ id }) => id === people.clerk.id);
    api.organisation.people[clerk] = { ...people.clerk, leavesOn: "2026-02-12" };
    expect(await ask(token)).toBe("403 unknown-user");
  });

  it("rules and erasing want a sign-in of the last quarter of an hour", async () => {
    const { api } = staff();
    const fresh = routes.filter((route) => "fresh" in route && route.fresh);
    expect(fresh.map(({ id }) => id)).toEqual(expect.arrayContaining(["putPolicy", "decidePersonData"]));
    const since = (seconds: number) => `Bearer token-${people.headquarters.id}@${now - seconds}`;
    for (const { method, path, function: of } of fresh) {
      const ask = async (seconds: number) =>
        (
          await api.call(of)(`${method} ${path.replace(/\{\w+\}/g, "x")}`, {
            headers: { authorization: since(seconds), "idempotency-key": "k" },
            body: {},
          })
        ).json.code;
      expect([path, await ask(901)]).toEqual([path, "sign-in-again"]);
      expect([path, await ask(899)]).not.toEqual([path, "sign-in-again"]);
    }
  });

  it("rules and erasing are closed to a token that does not say when somebody was seen", async () => {
    const api = apis();
    const identity = oidcIdentity({ issuer: issuer.issuer, audience: AUDIENCE });
    const handler = staffApi(async () => api.ports, identity, api.log);
    const { json } = await send(handler, "PUT /policies", {
      headers: { authorization: `Bearer ${await issuer.sign({ ...good, subject: people.headquarters.id })}` },
      body: {},
    });
    expect(json.code).toBe("sign-in-again");
  });

  it.each<[string, () => Promise<string>]>([
    ["another issuer", () => issuer.sign({ ...good, issuer: "https://elsewhere.example" })],
    ["another audience", () => issuer.sign({ ...good, audience: "other" })],
    ["another key", () => issuer.forge(good)],
    ["no subject", () => issuer.sign({ expires: now + 60 })],
    ["no expiry", () => issuer.sign({ subject: people.clerk.id })],
    ["not valid yet", () => issuer.sign({ ...good, notBefore: now + 60 })],
    [
      "a changed payload",
      async () => swapPayload(await issuer.sign(good), await issuer.sign({ ...good, expires: now + 9e9 })),
    ],
    ["no signature", async () => unsigned()],
    ["no token at all", async () => "a.b.c"],
  ])("is refused: %s", async (_, token) => {
    expect(await staff().ask(await token())).toBe("401 unauthenticated");
  });

  it("is not judged while the issuer cannot be reached, and is again afterwards", async () => {
    const { api, ask } = staff();
    const token = await issuer.sign(good);
    issuer.setHealthy(false);
    expect(await ask(token)).toBe("503 identity-unavailable");
    expect(api.logged).toContainEqual(
      expect.objectContaining({ message: "failed", cause: expect.any(Error) }),
    );
    issuer.setHealthy(true);
    expect(await ask(token)).toBe("200 ok");
  });
});

describe("an access token of a Cognito user pool, which names its client and has no audience", () => {
  const CLIENT = "3n4b5urk1ft4fl3mg5e62d9ado";
  function pool(settings: { readonly audienceClaim?: "aud" | "client_id" }) {
    const api = apis();
    const identity = oidcIdentity({ issuer: issuer.issuer, audience: CLIENT, ...settings });
    const handler = staffApi(async () => api.ports, identity, api.log);
    return async (cognito: NonNullable<Parameters<Issuer["sign"]>[0]["cognito"]>, more: object = {}) => {
      const token = await issuer.sign({ ...good, ...more, cognito });
      const { status, json } = await send(handler, "GET /projects", {
        headers: { authorization: `Bearer ${token}` },
      });
      return `${status} ${json.code ?? "ok"}`;
    };
  }

  it("is taken where the stage says that the client counts, and only the pages' own client's", async () => {
    const ask = pool({ audienceClaim: "client_id" });
    expect(await ask({ client: CLIENT, use: "access" })).toBe("200 ok");
    for (const wrong of [
      { client: "another-client", use: "access" },
      { client: `${CLIENT}x`, use: "access" },
      { use: "access" },
      // An ID token is for the page that asked, never for the API, whatever audience stands in it.
      { audience: CLIENT, use: "id" },
      { client: CLIENT, use: "id" },
      { audience: CLIENT },
      { audience: CLIENT, client: "another-client", use: "access" },
    ] as const)
      expect([wrong, await ask(wrong)]).toEqual([wrong, "401 unauthenticated"]);
    expect(await ask({ client: CLIENT, use: "access" }, { expires: now - 60 })).toBe("401 unauthenticated");
    expect(await ask({ client: CLIENT, use: "access" }, { issuer: "https://cognito.example/other" })).toBe(
      "401 unauthenticated",
    );
  });

  it("is not taken where the audience counts", async () => {
    expect(await pool({})({ client: CLIENT, use: "access" })).toBe("401 unauthenticated");
    expect(await pool({ audienceClaim: "aud" })({ client: CLIENT, audience: CLIENT })).toBe("200 ok");
  });
});

function swapPayload(token: string, other: string): string {
  const [header, , signature] = token.split(".");
  return [header, other.split(".")[1], signature].join(".");
}

function unsigned(): string {
  return new UnsecuredJWT({})
    .setIssuer(issuer.issuer)
    .setAudience(AUDIENCE)
    .setSubject(people.clerk.id)
    .setExpirationTime(now + 60)
    .encode();
}
