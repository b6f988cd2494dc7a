import type { SignInSettings } from "../identity/sign-in-settings.ts";
import { api, type Log } from "./core/router.ts";
import { signInHandlers } from "./sign-in/handlers.ts";
import type { SignInPorts } from "./sign-in/settings.ts";

/** Sign-in for companies whose people are known to WeCom and to no OpenID Connect issuer. */
export function signInApi(ports: () => Promise<SignInPorts>, settings: SignInSettings, log?: Log) {
  return api<SignInPorts>({ name: "sign-in", ports, servings: [signInHandlers(settings)], log });
}
