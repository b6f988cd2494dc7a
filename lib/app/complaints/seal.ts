import type { Complaint } from "../../domain/complaint/document.ts";
import type { Fact, FactDraft } from "../../domain/complaint/events.ts";
import { evolve } from "../../domain/complaint/evolve.ts";
import type { Digest } from "../../domain/document/chain.ts";
import { type Folding, type Recording, sealed } from "../../domain/document/seal.ts";
import { concernsGroups } from "../../domain/groups/reactions.ts";
import { hasMessages } from "../../domain/notices/plan.ts";
import { changesWords } from "../../domain/search/changes.ts";
import { webhookKindOf } from "../../domain/webhooks/event.ts";
import type { Wanted } from "../webhooks/wanted.ts";

/**
 * A complaint follows from its events; messages, what groups and systems outside must know and what it is found by go into
 * its outbox.
 */
function foldFor(wanted: Wanted): Folding<Complaint, Fact> {
  return {
    evolve,
    owes: (event, complaint) => {
      const kind = webhookKindOf(event);
      return (
        hasMessages(event, complaint) ||
        concernsGroups(event, complaint) ||
        changesWords(event) ||
        (kind !== undefined && wanted(kind, complaint.registration.projectId))
      );
    },
  };
}

/**
 * The complaint after these drafts, ready for one conditional write. `wanted`: what systems outside want to be told of, so
 * that nothing waits in the outbox for nobody.
 */
export function seal(
  before: Complaint | undefined,
  drafts: readonly FactDraft[],
  recording: Recording,
  digest: Digest,
  wanted: Wanted = () => true,
): Complaint {
  return sealed(foldFor(wanted), before, drafts, recording, digest);
}
