import { readEnvironment } from "../../config/environment.ts";
import { secretsLater } from "../secrets/later.ts";
import { type SignInKey, storedSignInKey } from "./sign-in-key.ts";

/** What our own issuer needs to know beside its ports. */
export interface SignInSettings
  extends Pick<
    ReturnType<typeof readEnvironment<"sign-in">>,
    "PUBLIC_URL" | "OIDC_AUDIENCE" | "OIDC_CLIENT_ID" | "SIGN_IN"
  > {
  readonly signInKey: () => Promise<SignInKey>;
}

/** The settings of the function `sign-in`. Throws ConfigurationError naming missing ones. */
export function signInFromEnvironment(env: Record<string, string | undefined>): SignInSettings {
  const settings = readEnvironment("sign-in", env);
  return { ...settings, signInKey: storedSignInKey(secretsLater({}, settings.SECRETS), Date.now) };
}
