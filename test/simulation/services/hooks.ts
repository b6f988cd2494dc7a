/** A message to a system outside as it came in. */
export interface HookMessage {
  readonly at: number;
  readonly path: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Systems outside that have subscribed: they take what comes, or are down with the mail server. */
export class MemoryHooks {
  readonly host = "hooks.example";
  readonly received: HookMessage[] = [];

  answer(
    { pathname: path }: URL,
    body: string,
    headers: Readonly<Record<string, string>>,
    at: number,
    isDown: boolean,
  ): object {
    if (isDown) return { status: 503 };
    this.received.push({ at, path, body, headers });
    return { status: 204 };
  }
}
