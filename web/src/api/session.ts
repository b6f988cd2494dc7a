import { serverNow } from "./server-time.ts";
import type { SignIn, Tokens } from "./sign-in.ts";

export type SessionState =
  | { readonly kind: "signed-out" }
  | { readonly kind: "signed-in"; readonly personId: string }
  /** The page stays as it is, with everything typed; requests wait until the person has signed in again. */
  | { readonly kind: "expired"; readonly personId: string };

const storageKey = "jiesu.tokens";
/** Tells a page with unsaved text that its person has signed in again in another window. */
const channelName = "jiesu.session";
const renewBeforeMs = 60_000;

/** The session of this tab. Tokens live as long as the tab: front desks share their machines. */
export class Session {
  readonly #signIn: SignIn;
  readonly #listeners = new Set<() => void>();
  readonly #channel = new BroadcastChannel(channelName);
  #tokens: Tokens | undefined = readTokens();
  #state: SessionState;
  #renewing: Promise<Tokens> | undefined;
  #waiting: ((tokens: Tokens) => void)[] = [];

  constructor(signIn: SignIn) {
    this.#signIn = signIn;
    this.#state =
      this.#tokens === undefined
        ? { kind: "signed-out" }
        : { kind: "signed-in", personId: this.#tokens.personId };
    this.#channel.addEventListener("message", ({ data }: MessageEvent<Tokens>) => {
      const isOurs = this.#state.kind === "signed-in" && this.#state.personId === data.personId;
      if (this.#state.kind === "expired" || isOurs) this.#take(data);
    });
  }

  get state(): SessionState {
    return this.#state;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Leaves for the issuer; the person comes back to `returnTo`. */
  async leave(returnTo: string): Promise<void> {
    location.assign(await this.#signIn.address(returnTo, false));
  }

  /** Signs in again in a window of its own, so that this page keeps what was typed. */
  async signInAgain(isToBeSeen = false): Promise<void> {
    const opened = window.open("about:blank", "jiesu-sign-in", "popup,width=480,height=680");
    const here = location.pathname + location.search;
    const address = await this.#signIn.address(here, opened !== null, isToBeSeen);
    // Without a window the page itself goes; drafts are kept in this browser.
    if (opened === null) location.assign(address);
    else opened.location.assign(address);
  }

  /** Takes the issuer's answer: where to go on; nowhere where a window beside another page closes itself. */
  async complete(url: URL): Promise<string | undefined> {
    const { tokens, returnTo, popup } = await this.#signIn.complete(url);
    this.#take(tokens);
    if (!popup) return returnTo;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches its own origin only
    this.#channel.postMessage(tokens);
    window.close();
    return undefined;
  }

  signOut(): void {
    sessionStorage.removeItem(storageKey);
    this.#tokens = undefined;
    this.#set({ kind: "signed-out" });
  }

  /** A token that is good now; waits for the person where the issuer wants one. */
  async token(): Promise<string> {
    const tokens = this.#tokens;
    if (tokens === undefined) return (await this.#untilSignedIn()).accessToken;
    if (tokens.expiresAt - renewBeforeMs > serverNow()) return tokens.accessToken;
    return (await this.renewed(tokens.accessToken)).accessToken;
  }

  /** Tokens after the server refused this one: renewed once for all who ask at the same time. */
  renewed(refused: string): Promise<Tokens> {
    const tokens = this.#tokens;
    if (tokens !== undefined && tokens.accessToken !== refused) return Promise.resolve(tokens);
    this.#renewing ??= this.#renew(tokens).finally(() => {
      this.#renewing = undefined;
    });
    return this.#renewing;
  }

  async #renew(tokens: Tokens | undefined): Promise<Tokens> {
    const fresh = tokens === undefined ? undefined : await this.#signIn.renew(tokens);
    if (fresh === undefined) return this.#untilSignedIn();
    this.#take(fresh);
    return fresh;
  }

  #untilSignedIn(): Promise<Tokens> {
    const state = this.#state;
    if (state.kind === "signed-in") this.#set({ kind: "expired", personId: state.personId });
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #take(tokens: Tokens): void {
    this.#tokens = tokens;
    sessionStorage.setItem(storageKey, JSON.stringify(tokens));
    this.#set({ kind: "signed-in", personId: tokens.personId });
    for (const resolve of this.#waiting.splice(0)) resolve(tokens);
  }

  #set(state: SessionState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

function readTokens(): Tokens | undefined {
  const text = sessionStorage.getItem(storageKey);
  if (text === null) return undefined;
  const value: Tokens = JSON.parse(text);
  return value;
}
