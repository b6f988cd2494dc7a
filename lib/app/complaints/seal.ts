import type { Complaint } from "../../domain/complaint/document.ts";
import type { Fact, FactDraft } from "../../domain/complaint/events.ts";
import { evolve } from "../../domain/complaint/evolve.ts";
import type { Digest } from "../../domain/document/chain.ts";
import { type Folding, type Recording, sealed } from "../../domain/document/seal.ts";
import { concernsGroups } from "../../domain/groups/reactions.ts";
import { hasMessages } from "../../domain/notices/plan.ts";
import { changesWords } from "../../domain/search/changes.ts";
import { webhookKindOf } from "../../domain/webhooks/event.ts";

/**
 * A complaint follows from its events; messages, what groups and systems outside must know and what it is found by go into
 * its outbox.
 */
const fold: Folding<Complaint, Fact> = {
  evolve,
  owes: (event, complaint) =>
    hasMessages(event, complaint) ||
    concernsGroups(event, complaint) ||
    changesWords(event) ||
    webhookKindOf(event) !== undefined,
};

/** The complaint after these drafts, ready for one conditional write. */
export function seal(
  before: Complaint | undefined,
  drafts: readonly FactDraft[],
  recording: Recording,
  digest: Digest,
): Complaint {
  return sealed(fold, before, drafts, recording, digest);
}
