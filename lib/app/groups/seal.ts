import type { FactDraft } from "../../domain/complaint/events.ts";
import type { Digest } from "../../domain/document/chain.ts";
import { type Folding, type Recording, sealed } from "../../domain/document/seal.ts";
import type { GroupFact } from "../../domain/groups/events.ts";
import { evolveGroup } from "../../domain/groups/evolve.ts";
import type { Group } from "../../domain/groups/group.ts";
import { asksForReaction } from "../../domain/groups/reactions.ts";

/** A group follows from its events; messages and members to be told go into its outbox. */
const fold: Folding<Group, GroupFact> = { evolve: evolveGroup, owes: ({ fact }) => asksForReaction(fact) };

/** The group after these drafts, ready for one conditional write. */
export function sealGroup(
  before: Group | undefined,
  drafts: readonly FactDraft<GroupFact>[],
  recording: Recording,
  digest: Digest,
): Group {
  return sealed(fold, before, drafts, recording, digest);
}
