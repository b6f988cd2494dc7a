import { omit } from "../present.ts";
import { canonicalJson, type Digest } from "./chain.ts";
import type { EventOf } from "./event.ts";

/** An event from which something was taken for good, and the digest of what it says since. */
export interface Redacted {
  readonly seq: number;
  readonly digest: string;
}

/** What the chain vouches for once an event no longer says what it was sealed with: its own hash stays, and all after it. */
export function digestOfRedacted(event: EventOf<unknown>, digest: Digest): string {
  return digest(canonicalJson(omit(event, "hash")));
}

/** A history with some of its events redacted: who they are, and the events in their new form. */
export interface RedactedHistory<E> {
  readonly events: readonly E[];
  readonly redacted: readonly Redacted[];
}

/** Takes out of each event what `take` takes; events that it gives back as they are stay the same objects. */
export function redactedHistory<E extends EventOf<unknown>>(
  events: readonly E[],
  take: (event: E) => E,
  digest: Digest,
): RedactedHistory<E> {
  const redacted: Redacted[] = [];
  const after = events.map((event) => {
    const taken = take(event);
    if (taken !== event) redacted.push({ seq: event.seq, digest: digestOfRedacted(taken, digest) });
    return taken;
  });
  return { events: after, redacted };
}

/** What every redacted event of a history has to say since; the last redaction counts. */
export function redactedEvents(
  events: readonly {
    readonly fact: { readonly type: string; readonly redacted?: readonly Redacted[] };
  }[],
): ReadonlyMap<number, string> {
  return new Map(
    events.flatMap(({ fact }) =>
      fact.type === "erased" ? (fact.redacted ?? []).map(({ seq, digest }) => [seq, digest] as const) : [],
    ),
  );
}
