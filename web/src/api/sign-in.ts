import * as oauth from "oauth4webapi";
import { defined } from "../../../lib/domain/present.ts";
import type { WebConfig } from "./config.ts";
import { serverNow, serverSkewSeconds } from "./server-time.ts";
import { SignInFailed } from "./sign-in-failed.ts";

/** Who is signed in, and the tokens of the issuer. Instants are epoch milliseconds by the server's clock. */
export interface Tokens {
  readonly personId: string;
  readonly accessToken: string;
  readonly refreshToken?: string;
  readonly expiresAt: number;
}

/** What must be remembered between leaving for the issuer and coming back. */
interface Pending {
  readonly verifier: string;
  readonly nonce: string;
  readonly returnTo: string;
  /** Opened beside a page with unsaved text: hands the tokens over and closes. */
  readonly popup: boolean;
}

export interface SignedIn {
  readonly tokens: Tokens;
  readonly returnTo: string;
  readonly popup: boolean;
}

const pendingKey = (state: string) => `jiesu.sign-in.${state}`;
const redirectUri = () => `${location.origin}/signed-in`;
/** Tokens with this much left are renewed before they are used. */
const defaultLifetimeSeconds = 3600;

/** Authorization code with PKCE at any OpenID Connect issuer. */
export class SignIn {
  readonly #oidc: WebConfig["oidc"];
  #server: Promise<oauth.AuthorizationServer> | undefined;

  constructor({ oidc }: WebConfig) {
    this.#oidc = oidc;
  }

  /** The issuer's address to send the person to; `again`: to be seen anew, though signed in there. */
  async address(returnTo: string, popup: boolean, again = false): Promise<string> {
    const server = await this.#discovered();
    if (server.authorization_endpoint === undefined)
      throw new SignInFailed("issuer", "the issuer has no authorization endpoint");
    const state = oauth.generateRandomState();
    const verifier = oauth.generateRandomCodeVerifier();
    const nonce = oauth.generateRandomNonce();
    const pending: Pending = { verifier, nonce, returnTo, popup };
    localStorage.setItem(pendingKey(state), JSON.stringify(pending));
    const url = new URL(server.authorization_endpoint);
    const parameters = {
      ...this.#oidc.authorize,
      client_id: this.#oidc.clientId,
      redirect_uri: redirectUri(),
      response_type: "code",
      scope: this.#oidc.scope,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
      state,
      nonce,
      // Whoever is signed in at the issuer is asked all the same.
      ...(again ? { prompt: "login", max_age: "0" } : {}),
    };
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    return url.href;
  }

  /** Takes the issuer's answer in the page's address. Throws when it is refused, forged or used before. */
  async complete(url: URL): Promise<SignedIn> {
    const state = url.searchParams.get("state") ?? "";
    const pending = readPending(state);
    if (pending === undefined) throw new SignInFailed("not-begun", "no sign-in was begun here");
    const server = await this.#discovered();
    const client = this.#client();
    const parameters = oauth.validateAuthResponse(server, client, url, state);
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      oauth.None(),
      parameters,
      redirectUri(),
      pending.verifier,
      this.#insecure(),
    );
    const result = await oauth.processAuthorizationCodeResponse(server, client, response, {
      expectedNonce: pending.nonce,
      requireIdToken: true,
    });
    localStorage.removeItem(pendingKey(state));
    const claims = oauth.getValidatedIdTokenClaims(result);
    if (claims === undefined) throw new SignInFailed("issuer", "the issuer sent no id token");
    return { tokens: tokensOf(claims.sub, result), returnTo: pending.returnTo, popup: pending.popup };
  }

  /** New tokens without asking the person; undefined when the issuer wants to see the person again. */
  async renew({ personId, refreshToken }: Tokens): Promise<Tokens | undefined> {
    if (refreshToken === undefined) return undefined;
    const server = await this.#discovered();
    const client = this.#client();
    const response = await oauth.refreshTokenGrantRequest(
      server,
      client,
      oauth.None(),
      refreshToken,
      this.#insecure(),
    );
    try {
      const result = await oauth.processRefreshTokenResponse(server, client, response);
      return tokensOf(personId, result, refreshToken);
    } catch (error) {
      if (error instanceof oauth.ResponseBodyError) return undefined;
      throw error;
    }
  }

  #client(): oauth.Client {
    return {
      client_id: this.#oidc.clientId,
      [oauth.clockSkew]: serverSkewSeconds(),
      [oauth.clockTolerance]: 60,
    };
  }

  /** Plain HTTP is for an issuer on this machine only. */
  #insecure() {
    return { [oauth.allowInsecureRequests]: this.#oidc.issuer.startsWith("http://") };
  }

  #discovered(): Promise<oauth.AuthorizationServer> {
    this.#server ??= this.#discover().catch((error: unknown) => {
      // Not kept: the next attempt asks again.
      this.#server = undefined;
      throw error;
    });
    return this.#server;
  }

  async #discover(): Promise<oauth.AuthorizationServer> {
    const issuer = new URL(this.#oidc.issuer);
    const response = await oauth.discoveryRequest(issuer, { algorithm: "oidc", ...this.#insecure() });
    return oauth.processDiscoveryResponse(issuer, response);
  }
}

/** Where the person whom the issuer sends back to this address was going; undefined: nobody began to sign in here. */
export function returnOf(url: URL): string | undefined {
  return readPending(url.searchParams.get("state") ?? "")?.returnTo;
}

function tokensOf(personId: string, result: oauth.TokenEndpointResponse, before?: string): Tokens {
  const refreshToken = result.refresh_token ?? before;
  return {
    personId,
    accessToken: result.access_token,
    ...defined({ refreshToken }),
    expiresAt: serverNow() + (result.expires_in ?? defaultLifetimeSeconds) * 1000,
  };
}

function readPending(state: string): Pending | undefined {
  const text = localStorage.getItem(pendingKey(state));
  if (text === null) return undefined;
  const value: Pending = JSON.parse(text);
  return value;
}
