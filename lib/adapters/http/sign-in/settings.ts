import type { Ports } from "../../../app/ports/index.ts";
import { WECOM_ISSUER } from "../../../contracts/sign-in/routes.ts";
import type { SignInSettings } from "../../identity/sign-in-settings.ts";
import { RefusedRequest } from "../core/refusal.ts";
import type { ApiRequest } from "../core/request.ts";

export type SignInPorts = Pick<Ports, "clock" | "crypto" | "counters" | "members" | "telemetry">;

/** What clients know the issuer by; in every token. */
export function issuerOf({ PUBLIC_URL }: Pick<SignInSettings, "PUBLIC_URL">): string {
  return `${PUBLIC_URL}${WECOM_ISSUER}`;
}

/** The one address that people are sent to with a code: the desk's own page. */
export function pageOf({ PUBLIC_URL }: Pick<SignInSettings, "PUBLIC_URL">): string {
  return `${PUBLIC_URL}/signed-in`;
}

/** Throws unknown-route where people sign in elsewhere: then there is no such issuer. */
export function mustBeOn({ SIGN_IN }: Pick<SignInSettings, "SIGN_IN">, http: ApiRequest): void {
  if (SIGN_IN === "wecom") return;
  throw new RefusedRequest("unknown-route", {
    values: { method: http.method, path: http.path.slice(0, 200) },
  });
}
