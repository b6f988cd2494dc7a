import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from "jose";
import type { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { defined } from "../../domain/present.ts";

/** Tells whose token it is. */
export interface Identity {
  /** Who holds a valid token and since when. Throws TokenRefused, or IdentityUnavailable when nobody can tell. */
  sessionOf(token: string, now: Temporal.Instant): Promise<SignedIn>;
}

/** Somebody who has signed in. */
export interface SignedIn {
  readonly subject: string;
  /**
   * When the person was last seen by the issuer, epoch seconds: `auth_time`, or where the token does not say (it need not)
   * when it was issued; absent where it says neither.
   */
  readonly since?: number;
}

/** The token is malformed, expired, of another issuer or audience, or not signed by the issuer. */
export class TokenRefused extends Error {
  override readonly name = "TokenRefused";
}

/** The issuer's keys could not be read; the token may be good. */
export class IdentityUnavailable extends Error {
  override readonly name = "IdentityUnavailable";
}

export interface OidcSettings {
  /** Issuer address as it stands in tokens; no trailing slash needed. */
  readonly issuer: string;
  readonly audience: string;
  /** Where tokens say whom they are for; `client_id`: access tokens of Amazon Cognito, which have no `aud`. */
  readonly audienceClaim?: "aud" | "client_id";
}

/** Public-key signatures only: `none` and shared secrets are never accepted. */
const algorithms = ["ES256", "ES384", "PS256", "RS256", "RS384", "RS512", "EdDSA"];
/** Clocks of issuers differ a little, in seconds. */
const toleranceSeconds = 5;
const timeoutMs = 5000;
const discovery = z.looseObject({ issuer: z.string(), jwks_uri: z.url() });

/** Any OIDC issuer, found by its discovery document; keys are read on first use and kept for the process. */
export function oidcIdentity({ issuer, audience, audienceClaim = "aud" }: OidcSettings): Identity {
  let keys: Promise<JWTVerifyGetKey> | undefined;
  const keysOnce = () => {
    keys ??= discover(issuer).catch((error: unknown) => {
      // Not kept: the next request asks again.
      keys = undefined;
      throw error;
    });
    return keys;
  };
  return {
    async sessionOf(token, now) {
      const currentDate = new Date(now.epochMilliseconds);
      try {
        const { payload } = await jwtVerify(token, await keysOnce(), {
          issuer,
          ...(audienceClaim === "aud" ? { audience } : {}),
          algorithms,
          currentDate,
          clockTolerance: toleranceSeconds,
          requiredClaims: ["sub", "exp"],
        });
        if (audienceClaim === "client_id" && !isAccessTokenOf(payload, audience))
          throw new TokenRefused("a token of another client, or no access token");
        if (payload.sub === undefined) throw new TokenRefused("token without a subject");
        const { auth_time: seen } = payload;
        const since = typeof seen === "number" ? seen : payload.iat;
        return { subject: payload.sub, ...defined({ since }) };
      } catch (error) {
        throw judged(error);
      }
    },
  };
}

/** Cognito: an ID token of the same client is no access token; it names its client as `aud` and has no `client_id`. */
function isAccessTokenOf({ client_id: client, token_use: use }: JWTPayload, audience: string): boolean {
  return client === audience && use === "access";
}

async function discover(issuer: string): Promise<JWTVerifyGetKey> {
  const address = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const response = await fetch(address, { signal: AbortSignal.timeout(timeoutMs) });
  if (!response.ok) throw new IdentityUnavailable(`the issuer answered ${response.status}`);
  const document = discovery.parse(await response.json());
  if (document.issuer !== issuer)
    throw new IdentityUnavailable("the discovery document names another issuer");
  return createRemoteJWKSet(new URL(document.jwks_uri), { timeoutDuration: timeoutMs });
}

/** jose's own errors are about the token, except those about fetching keys. */
function judged(error: unknown): Error {
  if (error instanceof TokenRefused || error instanceof IdentityUnavailable) return error;
  const aboutToken =
    error instanceof errors.JOSEError &&
    !(error instanceof errors.JWKSTimeout) &&
    !(error instanceof errors.JWKSInvalid) &&
    error.code !== errors.JOSEError.code;
  return aboutToken
    ? new TokenRefused(error.code, { cause: error })
    : new IdentityUnavailable("the issuer's keys cannot be read", { cause: error });
}
