import { createHash } from "node:crypto";
import * as z from "zod";
import { sameSecret } from "../../../app/documents/same-secret.ts";
import type { JsonGiven } from "../../../contracts/core/route.ts";
import type { tokenRefusalView, tokensView } from "../../../contracts/sign-in/views.ts";
import { defined } from "../../../domain/present.ts";
import { toInstant } from "../../../domain/time/instant.ts";
import { opened, ownAudience, signed } from "../../identity/own-tokens.ts";
import type { SignInSettings } from "../../identity/sign-in-settings.ts";
import { FRESH_SECONDS } from "../core/auth.ts";
import { RefusedRequest } from "../core/refusal.ts";
import { json } from "../core/reply.ts";
import type { ApiRequest } from "../core/request.ts";
import { signing } from "./authorize.ts";
import { issuerOf, pageOf, type SignInPorts } from "./settings.ts";

/** `default`: a token for an hour; within a working day whoever was away comes back without signing in. */
const LIFETIME_SECONDS = 3600;
const REFRESH_SECONDS = 12 * 3600;

const codeClaims = z.object({
  sub: z.string(),
  jti: z.string(),
  challenge: z.string(),
  nonce: z.string().optional(),
  scanned: z.boolean(),
});
const refreshClaims = z.object({ sub: z.string(), auth_time: z.int() });

type Refusal = z.output<typeof tokenRefusalView>;
type Answer = JsonGiven<200, z.output<typeof tokensView>> | JsonGiven<400, Refusal>;

/** Tokens for a code, once, to whoever began; or for a refresh token, as long as WeCom knows the member. */
export async function tokens(
  ports: SignInPorts,
  settings: SignInSettings,
  http: ApiRequest,
): Promise<Answer> {
  const form = http.form();
  if (form === undefined) return refused("invalid_request", "须为表单 · a form is required");
  if (form["client_id"] !== settings.OIDC_CLIENT_ID)
    return refused("invalid_client", "client_id 不对 · wrong client_id");
  switch (form["grant_type"]) {
    case "authorization_code":
      return byCode(ports, settings, form);
    case "refresh_token":
      return byRefreshToken(ports, settings, form["refresh_token"]);
    default:
      return refused("unsupported_grant_type", "不支持的 grant_type · unknown grant_type");
  }
}

async function byCode(
  ports: SignInPorts,
  settings: SignInSettings,
  form: Readonly<Record<string, string>>,
): Promise<Answer> {
  const own = await signing(ports, settings);
  const claims = await opened(own, form["code"], "code", codeClaims);
  const proof = createHash("sha256")
    .update(form["code_verifier"] ?? "")
    .digest("base64url");
  const isProven =
    claims !== undefined && form["redirect_uri"] === pageOf(settings) && sameSecret(claims.challenge, proof);
  if (!isProven) return wrongCode();
  // Counted, not looked up: of two who bring the same code at the same moment one is the first.
  const uses = await ports.counters.hit(`sign-in#${claims.jti}`, toInstant(own.now.add({ hours: 1 })));
  if (uses > 1) return wrongCode();
  const now = Math.floor(own.now.epochMilliseconds / 1000);
  // Within the application nobody was asked anything: such a sign-in is none of somebody who is there now.
  const seen = claims.scanned ? now : now - FRESH_SECONDS - 1;
  return issued(ports, settings, { subject: claims.sub, seen, ...defined({ nonce: claims.nonce }) });
}

async function byRefreshToken(
  ports: SignInPorts,
  settings: SignInSettings,
  token: string | undefined,
): Promise<Answer> {
  const claims = await opened(await signing(ports, settings), token, "refresh", refreshClaims);
  if (claims === undefined || !(await isMember(ports, claims.sub)))
    return refused("invalid_grant", "请重新登录 · sign in again");
  return issued(ports, settings, { subject: claims.sub, seen: claims.auth_time });
}

/** Whether WeCom knows them still; while it cannot be asked nobody is signed out, and nobody goes on. */
async function isMember({ members }: Pick<SignInPorts, "members">, account: string): Promise<boolean> {
  try {
    return await members.isMember(account);
  } catch (cause) {
    throw new RefusedRequest("identity-unavailable", {}, cause);
  }
}

interface SignedInMember {
  readonly subject: string;
  /** Epoch seconds. */
  readonly seen: number;
  readonly nonce?: string;
}

/** The API's token, one that tells the page who signed in, and one to go on with; each for its own audience. */
async function issued(
  ports: SignInPorts,
  settings: SignInSettings,
  { subject, seen, nonce }: SignedInMember,
): Promise<Answer> {
  const own = await signing(ports, settings);
  const claims = { auth_time: seen };
  const about = { subject, seconds: LIFETIME_SECONDS };
  const refresh = { audience: ownAudience(issuerOf(settings), "refresh"), subject, seconds: REFRESH_SECONDS };
  return json(200, {
    access_token: await signed(own, claims, { ...about, audience: settings.OIDC_AUDIENCE }),
    id_token: await signed(
      own,
      { ...claims, ...defined({ nonce }) },
      { ...about, audience: settings.OIDC_CLIENT_ID },
    ),
    refresh_token: await signed(own, claims, refresh),
    token_type: "Bearer",
    expires_in: LIFETIME_SECONDS,
  });
}

function wrongCode(): Answer {
  return refused("invalid_grant", "授权码无效、过期或已用过 · the code is wrong, late or used");
}

function refused(error: Refusal["error"], description: string): Answer {
  return json(400, { error, error_description: description });
}
