import { type Personal, type PersonalRef, without } from "../../document/personal.ts";
import { nothing, one } from "../decision.ts";
import { membersWithout, redactedGroupEvent } from "../redaction.ts";
import type { GroupDefinition } from "./definition.ts";

export interface EraseOfGroup {
  readonly type: "erase";
  /** Members whose household is not to be known any more. */
  readonly complaintIds: readonly string[];
  /** Texts that name somebody. */
  readonly names: (text: Personal) => boolean;
}

/** What a group knows of a person is removed for good: where a member lives, and texts that name the person. */
export const erase: GroupDefinition<EraseOfGroup, "erased"> = {
  name: "erase",
  rule: {
    clause: "default",
    zh: "成员的个人信息依申请删除，群体仍可核对",
    en: "What a group knows of a member is erased on request; its history stays verifiable",
  },
  decide: (group, { complaintIds, names }, context) => {
    const refs = refsNaming(group.personal, names);
    const ids = complaintIds.filter(
      (id) =>
        membersWithout(group.members, [id]) !== group.members ||
        group.events.some((event) => redactedGroupEvent(event, [id]) !== event),
    );
    return refs.length === 0 && ids.length === 0
      ? nothing
      : one({ type: "erased", refs, complaintIds: ids }, context);
  },
  folds: {
    erased: (group, { refs, complaintIds }) => ({
      ...group,
      members: membersWithout(group.members, complaintIds),
      personal: without(group.personal, refs),
    }),
  },
};

function refsNaming(
  personal: Readonly<Record<PersonalRef, Personal>>,
  names: (text: Personal) => boolean,
): PersonalRef[] {
  return Object.entries(personal)
    .filter(([, text]) => names(text))
    .map(([ref]) => ref)
    .sort();
}
