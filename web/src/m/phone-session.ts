import type { WebConfig } from "../api/config.ts";
import { serverNow } from "../api/server-time.ts";
import { SignIn, type Tokens } from "../api/sign-in.ts";

const storageKey = "jiesu.m.tokens";
const renewBeforeMs = 60_000;

/** The issuer wants to see the person before anything more is sent. */
export class SignInNeeded extends Error {
  override readonly name = "SignInNeeded";
}

/**
 * Who works with this phone. It is one person's own: the sign-in outlives the page, so that the work of a day without
 * signal is sent when there is one. What is kept belongs to the person and shows to nobody else who signs in.
 */
export class PhoneSession {
  #config: WebConfig | undefined;
  #signIn: SignIn | undefined;
  #tokens: Tokens | undefined = readTokens();
  #renewing: Promise<Tokens> | undefined;

  get personId(): string | undefined {
    return this.#tokens?.personId;
  }

  /** The server's settings, as soon as they are known. */
  configure(config: WebConfig): void {
    if (JSON.stringify(config.oidc) === JSON.stringify(this.#config?.oidc)) return;
    this.#config = config;
    this.#signIn = new SignIn(config);
  }

  /** A token that is good now. Throws SignInNeeded, or what a lost network throws. */
  async token(): Promise<string> {
    const tokens = this.#tokens;
    if (tokens === undefined) throw new SignInNeeded("nobody is signed in");
    if (tokens.expiresAt - renewBeforeMs > serverNow()) return tokens.accessToken;
    return (await this.renewed(tokens.accessToken)).accessToken;
  }

  /** Tokens after the server refused this one, or before it would. Throws SignInNeeded, or what a lost network throws. */
  renewed(refused: string): Promise<Tokens> {
    const tokens = this.#tokens;
    if (tokens !== undefined && tokens.accessToken !== refused) return Promise.resolve(tokens);
    this.#renewing ??= this.#renew(tokens).finally(() => {
      this.#renewing = undefined;
    });
    return this.#renewing;
  }

  async #renew(tokens: Tokens | undefined): Promise<Tokens> {
    const fresh = tokens === undefined ? undefined : await this.#issuer().renew(tokens);
    if (fresh === undefined) throw new SignInNeeded("the issuer wants to see the person");
    this.#keep(fresh);
    return fresh;
  }

  /** Leaves for the issuer; everything done so far is kept. */
  async leave(returnTo: string): Promise<void> {
    location.assign(await this.#issuer().address(returnTo, false));
  }

  /** Takes the issuer's answer in the page's address, and says where the person was. */
  async complete(url: URL): Promise<string> {
    const { tokens, returnTo } = await this.#issuer().complete(url);
    this.#keep(tokens);
    return returnTo;
  }

  /** The phone forgets who it was; what waits in the outbox stays for that person. */
  signOut(): void {
    localStorage.removeItem(storageKey);
    this.#tokens = undefined;
  }

  #issuer(): SignIn {
    if (this.#signIn === undefined) throw new TypeError("the settings are not known yet");
    return this.#signIn;
  }

  #keep(tokens: Tokens): void {
    this.#tokens = tokens;
    localStorage.setItem(storageKey, JSON.stringify(tokens));
  }
}

function readTokens(): Tokens | undefined {
  const text = localStorage.getItem(storageKey);
  if (text === null) return undefined;
  const value: Tokens = JSON.parse(text);
  return value;
}
