import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";

export const AUDIENCE = "jiesu";

export interface TokenClaims {
  readonly subject?: string;
  readonly issuer?: string;
  readonly audience?: string;
  /** Epoch seconds. */
  readonly expires?: number;
  readonly notBefore?: number;
  /** When the person was seen by the issuer, and when the token was made; epoch seconds. */
  readonly authTime?: number;
  readonly issued?: number;
  /** As Amazon Cognito writes access tokens: the client in a claim of its own, and no audience. */
  readonly cognito?: { readonly client?: string; readonly use?: "access" | "id"; readonly audience?: string };
}

/** A real OIDC issuer on loopback: discovery document, key set, and tokens signed as asked. */
export async function startIssuer() {
  const { publicKey, privateKey } = await generateKeyPair("ES256");
  const other = await generateKeyPair("ES256");
  const jwk = { ...(await exportJWK(publicKey)), kid: "key-1", alg: "ES256", use: "sig" };
  let healthy = true;
  const server = createServer((request, response) => {
    const answers: Record<string, unknown> = {
      "/.well-known/openid-configuration": { issuer, jwks_uri: `${issuer}/jwks` },
      "/jwks": { keys: [jwk] },
    };
    const answer = healthy ? answers[request.url ?? ""] : undefined;
    response.writeHead(answer === undefined ? 503 : 200, { "content-type": "application/json" });
    response.end(JSON.stringify(answer ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  function signed(claims: TokenClaims, key = privateKey): Promise<string> {
    const { cognito } = claims;
    const token = new SignJWT({
      ...(claims.authTime === undefined ? {} : { auth_time: claims.authTime }),
      ...(cognito?.client === undefined ? {} : { client_id: cognito.client }),
      ...(cognito?.use === undefined ? {} : { token_use: cognito.use }),
    })
      .setProtectedHeader({ alg: "ES256", kid: "key-1" })
      .setIssuer(claims.issuer ?? issuer);
    const audience = cognito === undefined ? (claims.audience ?? AUDIENCE) : cognito.audience;
    if (audience !== undefined) token.setAudience(audience);
    if (claims.subject !== undefined) token.setSubject(claims.subject);
    if (claims.issued !== undefined) token.setIssuedAt(claims.issued);
    if (claims.expires !== undefined) token.setExpirationTime(claims.expires);
    if (claims.notBefore !== undefined) token.setNotBefore(claims.notBefore);
    return token.sign(key);
  }

  return {
    issuer,
    sign: signed,
    /** Same header and claims, but a key the issuer does not know. */
    forge: (claims: TokenClaims) => signed(claims, other.privateKey),
    /** From now on the issuer answers 503, or is well again. */
    setHealthy: (value: boolean) => {
      healthy = value;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export type Issuer = Awaited<ReturnType<typeof startIssuer>>;
