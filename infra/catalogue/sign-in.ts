import type { VariableName } from "../../lib/config/environment.ts";
import { WECOM_ISSUER } from "../../lib/contracts/sign-in/routes.ts";
import type { StageSettings } from "../stages/stage.ts";

/** A user pool of ours, as the functions and pages know it. */
export interface Pool {
  readonly issuer: string;
  readonly clientId: string;
  /** Origins that the pages speak to. */
  readonly origins: readonly string[];
}

type SignInSettings = Readonly<Record<Extract<VariableName, `OIDC_${string}`> | "SIGN_IN", string>>;

/** Whose tokens count and how people get them. Throws where a stage that wants a pool has none, or names no issuer. */
export function signInSettings(
  stage: StageSettings,
  publicUrl: string,
  pool: Pool | undefined,
): SignInSettings {
  const common = {
    OIDC_AUDIENCE: stage.oidcAudience,
    OIDC_AUDIENCE_CLAIM: stage.oidcAudienceClaim,
    OIDC_CLIENT_ID: stage.oidcClientId,
    OIDC_SCOPE: stage.oidcScope,
    OIDC_AUTHORIZE: stage.oidcAuthorize ?? "none",
  };
  switch (stage.signIn) {
    case "oidc": {
      if (stage.oidcIssuer === undefined) throw new TypeError("no issuer");
      const origins = [new URL(stage.oidcIssuer).origin, ...stage.oidcOrigins].join(" ");
      return { ...common, OIDC_ISSUER: stage.oidcIssuer, OIDC_ORIGINS: origins, SIGN_IN: "oidc" };
    }
    case "wecom":
      return {
        ...common,
        OIDC_AUDIENCE_CLAIM: "aud",
        OIDC_AUTHORIZE: "none",
        OIDC_ISSUER: `${publicUrl}${WECOM_ISSUER}`,
        OIDC_ORIGINS: publicUrl,
        SIGN_IN: "wecom",
      };
    case "cognito":
      if (pool === undefined) throw new TypeError("no user pool");
      return {
        ...common,
        // Cognito's access tokens have no `aud`; its refresh tokens need no scope, and it knows no offline_access.
        OIDC_AUDIENCE: pool.clientId,
        OIDC_AUDIENCE_CLAIM: "client_id",
        OIDC_CLIENT_ID: pool.clientId,
        OIDC_SCOPE: "openid profile",
        OIDC_ISSUER: pool.issuer,
        OIDC_ORIGINS: pool.origins.join(" "),
        SIGN_IN: "oidc",
      };
  }
}
