import { readEnvironment } from "../../config/environment.ts";
import { type Identity, oidcIdentity } from "./oidc.ts";

/** The issuer a function is configured for. Throws ConfigurationError naming missing settings. */
export function oidcFromEnvironment(
  name: "staff-api" | "reports-api",
  env: Record<string, string | undefined>,
): Identity {
  const settings = readEnvironment(name, env);
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_AUDIENCE_CLAIM: claim } = settings;
  return oidcIdentity({ issuer, audience, audienceClaim: claim === "client_id" ? claim : "aud" });
}
