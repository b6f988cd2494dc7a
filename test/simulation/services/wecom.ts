/** A message as the account's owner sees it. */
export interface WecomMessage {
  readonly id: string;
  readonly at: number;
  readonly to: string;
}

/** Two hours, as Tencent gives it; in bad times a token is gone long before the instant that was promised. */
const LIFE = 7200_000;
const SHORT_LIFE = 20_000;

/** 企业微信 in memory: tokens that end, and messages to accounts. */
export class MemoryWecom {
  readonly sent: WecomMessage[] = [];
  #token = { value: "", until: 0 };
  #tokens = 0;

  /** The answer to one call; `isBad`: tokens end early. */
  answer(url: URL, body: string | undefined, now: number, isBad: boolean): object {
    if (url.pathname.endsWith("/gettoken")) return this.#newToken(now, isBad);
    const given = url.searchParams.get("access_token");
    if (given !== this.#token.value || now >= this.#token.until) return { errcode: 42001 };
    const { touser } = JSON.parse(body ?? "{}") as { touser: string };
    const id = `wecom-${this.sent.length + 1}`;
    this.sent.push({ id, at: now, to: touser });
    return { errcode: 0, msgid: id };
  }

  #newToken(now: number, isBad: boolean): object {
    // Whoever asks again while one is valid is given the same: functions that ask at once do not take it from each other.
    if (now < this.#token.until && !isBad)
      return {
        errcode: 0,
        access_token: this.#token.value,
        expires_in: Math.ceil((this.#token.until - now) / 1000),
      };
    this.#tokens += 1;
    this.#token = { value: `token-${this.#tokens}`, until: now + (isBad ? SHORT_LIFE : LIFE) };
    return { errcode: 0, access_token: this.#token.value, expires_in: LIFE / 1000 };
  }
}
