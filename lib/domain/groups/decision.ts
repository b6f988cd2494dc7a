import type { Temporal } from "temporal-polyfill";
import type { OnDuty } from "../clocks/audience.ts";
import type { Rules } from "../clocks/start.ts";
import type { Complaint } from "../complaint/document.ts";
import type { FactDraft } from "../complaint/events.ts";
import type { RefusalCode } from "../complaint/refusal.ts";
import type { Digest } from "../document/chain.ts";
import type { Recipient } from "../escalation/recipients.ts";
import type { Post } from "../organisation/organisation.ts";
import type { GroupPolicy } from "../policy/group-policy.ts";
import { toInstant } from "../time/instant.ts";
import type { GroupFact } from "./events.ts";
import type { Group } from "./group.ts";
import { adjustClocks } from "./group-clocks.ts";
import type { GroupCommandName } from "./names.ts";

/** Who is asked for people: the holder of a member or of the group. */
export type HeldBy = Pick<Group, "departmentId" | "handlerId">;

/** What a decision about a group may know besides its document. */
export interface GroupContext extends Rules {
  readonly now: Temporal.Instant;
  /** The posts that the person who asks holds for the project. */
  readonly posts?: readonly Post[];
  readonly groups: GroupPolicy;
  readonly digest: Digest;
  /** People for posts at this moment. */
  readonly recipients: (posts: readonly Post[], holder: HeldBy) => readonly Recipient[];
  /** Who is on shift: quiet hours do not put off their messages. */
  readonly onDuty: OnDuty;
  /** The members' own documents, where they were read; else the clocks stay as they are until the timer looks. */
  readonly members?: readonly Complaint[];
  /** D4: false for a member that another department than the asking person's solves. */
  readonly answers?: (member: Complaint) => boolean;
}

export type GroupRefusalCode =
  | "group-not-allowed-now"
  | "group-busy"
  | "unknown-member"
  | "members-required"
  | "too-few"
  | Extract<RefusalCode, "incomplete" | "no-plan" | "not-grave" | "accepted-before" | "signed-before">
  | Extract<
      RefusalCode,
      "nothing-to-acknowledge" | "not-allowed-now" | "limit-in-the-past" | "node-in-the-past"
    >;

export interface GroupRefusal {
  readonly refused: GroupRefusalCode;
  readonly allowed?: readonly GroupCommandName[];
  /** Steps of D11 that nobody has recorded, or fields that were not given. */
  readonly missing?: readonly string[];
}

export type GroupDecision = { readonly drafts: readonly FactDraft<GroupFact>[] } | GroupRefusal;

/** Nothing follows: everything is already as asked. */
export const nothing: GroupDecision = { drafts: [] };

/** A single fact that happens now. */
export function one(fact: GroupFact, context: GroupContext): GroupDecision {
  return { drafts: [draft(fact, context)] };
}

/** A fact that happens now, as a draft. */
export function draft(fact: GroupFact, { now }: Pick<GroupContext, "now">): FactDraft<GroupFact> {
  return { fact, occurredAt: toInstant(now) };
}

/** The group's clocks as its members' documents want them; unchanged for those that were not read. */
export function clocks(group: Group, context: GroupContext): FactDraft<GroupFact>[] {
  return context.members === undefined
    ? []
    : adjustClocks(group, context.members, context.policy, toInstant(context.now));
}

/**
 * What follows from the members' documents: the group's clocks, and D11 whether a written plan with one of them counts for
 * all. That is known only where every member was read.
 */
export function followingMembers(group: Group, context: GroupContext): FactDraft<GroupFact>[] {
  const members = context.members ?? [];
  const read = new Map(members.map((member) => [member.registration.id, member]));
  const all = group.members.map(({ complaintId }) => read.get(complaintId));
  const planned = all.some((member) => member?.plan !== undefined);
  if (all.length === 0 || all.includes(undefined) || planned === (group.planned === true))
    return clocks(group, context);
  const { planned: _, ...rest } = group;
  const after: Group = planned ? { ...rest, planned } : rest;
  return [draft({ type: "planShared", planned }, context), ...clocks(after, context)];
}
