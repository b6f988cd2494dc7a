import type { FactDraft } from "../../domain/complaint/events.ts";
import type { Digest } from "../../domain/document/chain.ts";
import { type Folding, type Recording, sealed } from "../../domain/document/seal.ts";
import type { GroupFact } from "../../domain/groups/events.ts";
import { evolveGroup } from "../../domain/groups/evolve.ts";
import type { Group } from "../../domain/groups/group.ts";
import { asksForReaction } from "../../domain/groups/reactions.ts";
import { groupWebhookKindOf } from "../../domain/webhooks/group-event.ts";
import type { Wanted } from "../webhooks/wanted.ts";

/** A group follows from its events; messages, and members and systems outside to be told, go into its outbox. */
function foldFor(wanted: Wanted): Folding<Group, GroupFact> {
  return {
    evolve: evolveGroup,
    owes: (event, { identity }) => {
      const kind = groupWebhookKindOf(event);
      return asksForReaction(event.fact) || (kind !== undefined && wanted(kind, identity.projectId));
    },
  };
}

/**
 * The group after these drafts, ready for one conditional write. `wanted`: what systems outside want to be told of, so that
 * nothing waits in the outbox for nobody.
 */
export function sealGroup(
  before: Group | undefined,
  drafts: readonly FactDraft<GroupFact>[],
  recording: Recording,
  digest: Digest,
  wanted: Wanted,
): Group {
  return sealed(foldFor(wanted), before, drafts, recording, digest);
}
