import type { Draft } from "../../domain/complaint/events.ts";
import type { Digest } from "../../domain/document/chain.ts";
import { beside } from "../../domain/document/personal.ts";
import type { GroupFact } from "../../domain/groups/events.ts";
import { evolveGroup } from "../../domain/groups/evolve.ts";
import type { Group } from "../../domain/groups/group.ts";
import { asksForReaction } from "../../domain/groups/reactions.ts";
import { type Recording, sealEvent } from "../complaints/seal.ts";

/** Turns drafts into stored, chained events and the group after them, ready for one conditional write. */
export function sealGroup(
  before: Group | undefined,
  drafts: readonly Draft<GroupFact>[],
  recording: Recording,
  digest: Digest,
): Group {
  let group = before;
  const outbox = [...(before?.outbox ?? [])];
  for (const draft of drafts) {
    const event = sealEvent(group?.events.at(-1), draft, recording, digest);
    const evolved = evolveGroup(group, event);
    group = { ...evolved, personal: { ...evolved.personal, ...beside(event.seq, draft.personal) } };
    if (asksForReaction(event.fact)) outbox.push(event.seq);
  }
  if (group === undefined) throw new TypeError("nothing to seal");
  return { ...group, outbox, revision: (before?.revision ?? 0) + 1, writtenAt: recording.recordedAt };
}
