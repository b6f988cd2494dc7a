import { toInstant } from "../../time/instant.ts";
import type { Candidate } from "../candidate.ts";
import { confirmationAt } from "../confirmation.ts";
import { type GroupContext, type GroupDecision, one } from "../decision.ts";
import type { GroupIdentity } from "../events.ts";
import { findGroup } from "../evidence.ts";

export interface Propose {
  readonly type: "propose";
  readonly identity: GroupIdentity;
  readonly members: readonly Candidate[];
  readonly barred: readonly string[];
}

/** D11: five customers with one problem point are proposed with members and evidence; supervisor and manager hear of it. */
export function proposed({ identity, members, barred }: Propose, context: GroupContext): GroupDecision {
  const finding = findGroup(members, context.groups);
  if (finding === undefined) return { refused: "too-few" };
  const confirmAt = confirmationAt(toInstant(context.now), finding.evidence, context.groups, context);
  const recipients = context.recipients(["supervisor", "manager"], {});
  return one({ type: "proposed", ...identity, ...finding, members, barred, confirmAt, recipients }, context);
}
