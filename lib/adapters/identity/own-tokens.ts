import { randomUUID } from "node:crypto";
import { errors, jwtVerify, SignJWT } from "jose";
import type { Temporal } from "temporal-polyfill";
import type * as z from "zod";
import type { SignInKey } from "./sign-in-key.ts";

/** The one algorithm of our own issuer. */
export const ALGORITHM = "EdDSA";

/** What is signed for nobody but this issuer itself; each can be taken for its own purpose only. */
export type OwnUse = "pending" | "code" | "refresh";

export interface OwnSigning {
  readonly key: SignInKey;
  readonly issuer: string;
  readonly now: Temporal.Instant;
}

/** A token for whoever `audience` names. `seconds`: how long it lives. */
export function signed(
  { key, issuer, now }: OwnSigning,
  claims: Readonly<Record<string, string | number | boolean>>,
  about: { readonly audience: string; readonly subject?: string; readonly seconds: number },
): Promise<string> {
  const issuedAt = Math.floor(now.epochMilliseconds / 1000);
  const token = new SignJWT(claims)
    .setProtectedHeader({ alg: ALGORITHM, kid: key.kid, typ: "JWT" })
    .setIssuer(issuer)
    .setAudience(about.audience)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + about.seconds)
    .setJti(randomUUID());
  return (about.subject === undefined ? token : token.setSubject(about.subject)).sign(key.privateKey);
}

/** Who such a token is for: never what any API accepts. */
export function ownAudience(issuer: string, use: OwnUse): string {
  return `${issuer}#${use}`;
}

/** The claims of one of our own; undefined for what is forged, late, of another purpose, or lacks something. */
export async function opened<T extends z.ZodType>(
  { key, issuer, now }: OwnSigning,
  token: string | undefined,
  use: OwnUse,
  claims: T,
): Promise<z.output<T> | undefined> {
  if (token === undefined) return undefined;
  try {
    const { payload } = await jwtVerify(token, key.publicKey, {
      issuer,
      audience: ownAudience(issuer, use),
      algorithms: [ALGORITHM],
      currentDate: new Date(now.epochMilliseconds),
      requiredClaims: ["exp", "jti"],
    });
    return claims.safeParse(payload).data;
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}
