import type { Personal } from "../../domain/document/personal.ts";
import { redactedHistory } from "../../domain/document/redaction.ts";
import { decideGroup } from "../../domain/groups/decide.ts";
import type { Group } from "../../domain/groups/group.ts";
import { redactedGroupEvent } from "../../domain/groups/redaction.ts";
import { groupSizing } from "../../domain/groups/sizing.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { keysBeside, removeLeftOver } from "../documents/beside.ts";
import { written } from "../documents/change.ts";
import type { Ports } from "../ports/index.ts";
import { contextFor, type GroupPorts } from "./change.ts";
import { sealGroup } from "./seal.ts";

type ErasePorts = GroupPorts & Pick<Ports, "besideDocuments">;

/** Members that are not to be known by household any more, and texts that name somebody. */
export interface GroupErasing {
  readonly complaintIds: readonly string[];
  readonly names: (text: Personal) => boolean;
}

const OPERATOR = { kind: "channel", id: "operator" } as const;

/**
 * Takes for good what a group knows of a person (个人信息保护法 47), in its archived history too: one conditional write, then
 * the objects that held it are removed. True if there was something. Run again, it changes nothing.
 */
export async function eraseOfGroup(
  ports: ErasePorts,
  loaded: Group,
  erasing: GroupErasing,
): Promise<boolean> {
  const result = await written(
    `erasing of group ${loaded.identity.id}`,
    loaded,
    (standing) => erasedFrom(ports, standing, erasing),
    (after, revision) => ports.groups.replace(after, revision),
  );
  if (!result.written) return false;
  const [before, after] = await Promise.all([
    ports.groups.whole(result.before),
    ports.groups.whole(result.document),
  ]);
  await removeLeftOver(ports, groupSizing.place(after), keysBeside(before), keysBeside(after));
  return true;
}

async function erasedFrom(ports: ErasePorts, standing: Group, erasing: GroupErasing): Promise<Group> {
  const read = await ports.groups.whole(standing);
  // A long text that is not there any more still has its beginning in the document.
  const whole = { ...read, personal: { ...standing.personal, ...read.personal } };
  const context = await contextFor(ports, standing.identity, standing.handlerId);
  const decision = decideGroup(whole, { type: "erase", ...erasing }, context);
  const fact = "drafts" in decision ? decision.drafts[0]?.fact : undefined;
  if (fact?.type !== "erased") return standing;
  const { refs, complaintIds } = fact;
  const take = (event: Group["events"][number]) => redactedGroupEvent(event, complaintIds);
  const { redacted } = redactedHistory(whole.events, take, context.digest);
  const now = toInstant(context.now);
  const drafts = [{ fact: { ...fact, ...(redacted.length === 0 ? {} : { redacted }) }, occurredAt: now }];
  const recording = {
    recordedAt: now,
    by: OPERATOR,
    commandId: `erase:${ports.crypto.randomId()}`,
    request: "",
  };
  const left = { ...standing, events: standing.events.map(take) };
  // No system outside asks for what was taken away.
  const after = sealGroup(left, drafts, recording, context.digest, () => false);
  return { ...after, archive: await ports.groups.without(standing, refs, complaintIds) };
}
