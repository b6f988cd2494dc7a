import { signInRoutes } from "../../../contracts/sign-in/routes.ts";
import { ALGORITHM } from "../../identity/own-tokens.ts";
import type { SignInSettings } from "../../identity/sign-in-settings.ts";
import { json } from "../core/reply.ts";
import { forEverybody, type ServingsOf } from "../core/serve.ts";
import { authorize, back } from "./authorize.ts";
import { issuerOf, mustBeOn, type SignInPorts } from "./settings.ts";
import { tokens } from "./tokens.ts";

type Load = () => Promise<SignInPorts>;

/** An issuer in front of WeCom, so that pages and API know one way to sign in: OpenID Connect. */
export function signInHandlers(settings: SignInSettings) {
  return {
    wecomDiscovery: forEverybody(signInRoutes.wecomDiscovery, async (_: Load, http) => {
      mustBeOn(settings, http);
      return json(200, discovery(issuerOf(settings)));
    }),
    wecomKeys: forEverybody(signInRoutes.wecomKeys, async (_: Load, http) => {
      mustBeOn(settings, http);
      const { kid, x } = await settings.signInKey();
      return json(200, { keys: [{ kty: "OKP", crv: "Ed25519", x, kid, alg: ALGORITHM, use: "sig" }] });
    }),
    wecomAuthorize: forEverybody(signInRoutes.wecomAuthorize, async (load: Load, http) => {
      mustBeOn(settings, http);
      return authorize(await load(), settings, http);
    }),
    wecomBack: forEverybody(signInRoutes.wecomBack, async (load: Load, http) => {
      mustBeOn(settings, http);
      return back(await load(), settings, http);
    }),
    wecomToken: forEverybody(signInRoutes.wecomToken, async (load: Load, http) => {
      mustBeOn(settings, http);
      return tokens(await load(), settings, http);
    }),
  } satisfies ServingsOf<typeof signInRoutes, SignInPorts>;
}

function discovery(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ["code"],
    grant_types_supported: ["authorization_code", "refresh_token"],
    subject_types_supported: ["public"],
    scopes_supported: ["openid", "profile", "offline_access"],
    code_challenge_methods_supported: ["S256"],
    token_endpoint_auth_methods_supported: ["none"],
    id_token_signing_alg_values_supported: [ALGORITHM],
    authorization_response_iss_parameter_supported: true,
  };
}
