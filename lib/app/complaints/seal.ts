import type { Complaint } from "../../domain/complaint/document.ts";
import type { Draft, StoredEvent } from "../../domain/complaint/events.ts";
import { evolve } from "../../domain/complaint/evolve.ts";
import { chainHash, type Digest, digestOf } from "../../domain/document/chain.ts";
import type { Actor } from "../../domain/document/event.ts";
import { beside } from "../../domain/document/personal.ts";
import { concernsGroups } from "../../domain/groups/reactions.ts";
import { hasMessages } from "../../domain/notices/plan.ts";
import type { Instant } from "../../domain/time/instant.ts";

/** Who recorded it, when, under which key. */
export interface Recording {
  readonly recordedAt: Instant;
  readonly by: Actor;
  readonly commandId: string;
  readonly request: string;
}

/**
 * Turns drafts into stored, chained events and the document after them, ready for one conditional write: personal
 * values beside the events, messages still owed in the outbox, revision one higher.
 */
export function seal(
  before: Complaint | undefined,
  drafts: readonly Draft[],
  recording: Recording,
  digest: Digest,
): Complaint {
  let complaint = before;
  const outbox = [...(before?.outbox ?? [])];
  for (const draft of drafts) {
    const event = sealEvent(complaint?.events.at(-1), draft, recording, digest);
    const evolved = evolve(complaint, event);
    complaint = { ...evolved, personal: { ...evolved.personal, ...beside(event.seq, draft.personal) } };
    if (hasMessages(event, complaint) || concernsGroups(event, complaint)) outbox.push(event.seq);
  }
  if (complaint === undefined) throw new TypeError("nothing to seal");
  return { ...complaint, outbox, revision: (before?.revision ?? 0) + 1, writtenAt: recording.recordedAt };
}

/** The next event of a chain: numbered, attributed, with the digests of what stands beside it. */
export function sealEvent<F>(
  last: StoredEvent<F> | undefined,
  draft: Draft<F>,
  recording: Recording,
  digest: Digest,
): StoredEvent<F> {
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
