import type { Instant } from "../time/instant.ts";
import { chainHash, type Digest, digestOf } from "./chain.ts";
import type { Actor, DeviceTime, DraftOf, EventOf } from "./event.ts";
import { beside, type Personal, type PersonalRef } from "./personal.ts";
import type { Reacting } from "./timer.ts";

/** A document that carries its own history. */
export interface Chronicle<F> extends Reacting {
  readonly events: readonly EventOf<F>[];
  readonly personal: Readonly<Record<PersonalRef, Personal>>;
}

/** How a kind of document follows from its events. */
export interface Folding<D, F> {
  readonly evolve: (document: D | undefined, event: EventOf<F>) => D;
  /** True if something outside the document follows from the event: it goes into the outbox. */
  readonly owes: (event: EventOf<F>, document: D) => boolean;
}

/** Who recorded it, when, under which key. */
export interface Recording {
  readonly recordedAt: Instant;
  readonly by: Actor;
  readonly commandId: string;
  readonly request: string;
  readonly device?: DeviceTime;
}

/**
 * Turns drafts into stored, chained events and the document after them, ready for one conditional write: personal
 * values beside the events, what is still owed in the outbox, revision one higher.
 */
export function sealed<F, D extends Chronicle<F>>(
  { evolve, owes }: Folding<D, F>,
  before: D | undefined,
  drafts: readonly DraftOf<F>[],
  recording: Recording,
  digest: Digest,
): D {
  let document = before;
  const outbox = [...(before?.outbox ?? [])];
  for (const draft of drafts) {
    const event = sealedEvent(document?.events.at(-1), draft, recording, digest);
    const evolved = evolve(document, event);
    document = { ...evolved, personal: { ...evolved.personal, ...beside(event.seq, draft.personal) } };
    if (owes(event, document)) outbox.push(event.seq);
  }
  if (document === undefined) throw new TypeError("nothing to seal");
  return { ...document, outbox, revision: (before?.revision ?? 0) + 1, writtenAt: recording.recordedAt };
}

/** The next event of a chain: numbered, attributed, with the digests of what stands beside it. */
function sealedEvent<F>(
  last: EventOf<F> | undefined,
  draft: DraftOf<F>,
  recording: Recording,
  digest: Digest,
): EventOf<F> {
  const digests = Object.entries(draft.personal ?? {}).map(([field, value]) => [
    field,
    digestOf(value, digest),
  ]);
  const event = {
    seq: (last?.seq ?? 0) + 1,
    occurredAt: draft.occurredAt,
    ...recording,
    fact: draft.fact,
    ...(digests.length === 0 ? {} : { digests: Object.fromEntries(digests) }),
  };
  return { ...event, hash: chainHash(last?.hash ?? "", event, digest) };
}
