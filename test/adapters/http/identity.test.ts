import { UnsecuredJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { staffApi } from "../../../lib/adapters/http/staff-api.ts";
import { oidcIdentity } from "../../../lib/adapters/identity/oidc.ts";
import { fromInstant, plusSeconds } from "../../../lib/domain/time/instant.ts";
import { send } from "../../support/http.ts";
import { AUDIENCE, type Issuer, startIssuer } from "../../support/issuer.ts";
import { people } from "../../support/organisation.ts";
import { apis, NOW } from "./support.ts";

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
