import type { Temporal } from "temporal-polyfill";
import type { OnDuty } from "../clocks/audience.ts";
import type { Rules } from "../clocks/start.ts";
import type { Complaint } from "../complaint/document.ts";
import type { Draft } from "../complaint/events.ts";
import type { Digest } from "../document/chain.ts";
import type { Recipient } from "../escalation/recipients.ts";
import type { Post } from "../organisation/organisation.ts";
import type { GroupPolicy } from "../policy/group-policy.ts";
import { toInstant } from "../time/instant.ts";
import type { GroupCommand, GroupCommandName } from "./commands.ts";
import type { GroupFact } from "./events.ts";
import type { Group } from "./group.ts";
import { adjustClocks } from "./group-clocks.ts";

/** What a decision about a group may know besides its document. */
export interface GroupContext extends Rules {
  readonly now: Temporal.Instant;
  readonly groups: GroupPolicy;
  readonly digest: Digest;
  /** People for posts at this moment. */
  readonly recipients: (
    posts: readonly Post[],
    group: Pick<Group, "departmentId" | "handlerId">,
  ) => readonly Recipient[];
  /** Who is on shift: quiet hours do not put off their messages. */
  readonly onDuty: OnDuty;
  /** The members' own documents, where they were read; else the clocks stay as they are until the timer looks. */
  readonly members?: readonly Complaint[];
}

export type GroupRefusalCode =
  | "group-not-allowed-now"
  | "group-busy"
  | "unknown-member"
  | "too-few"
  | "incomplete";

export interface GroupRefusal {
  readonly refused: GroupRefusalCode;
  readonly allowed?: readonly GroupCommandName[];
  /** Steps of D11 that nobody has recorded. */
  readonly missing?: readonly string[];
}

export type GroupDecision = { readonly drafts: readonly Draft<GroupFact>[] } | GroupRefusal;

/** A command by its name. */
export type Of<T extends GroupCommand["type"]> = Extract<GroupCommand, { readonly type: T }>;

/** Nothing follows: everything is already as asked. */
export const nothing: GroupDecision = { drafts: [] };

/** A single fact that happens now. */
export function one(fact: GroupFact, context: GroupContext): GroupDecision {
  return { drafts: [draft(fact, context)] };
}

/** A fact that happens now, as a draft. */
export function draft(fact: GroupFact, { now }: Pick<GroupContext, "now">): Draft<GroupFact> {
  return { fact, occurredAt: toInstant(now) };
}

/** The group's clocks as its members' documents want them; unchanged for those that were not read. */
export function clocks(group: Group, context: GroupContext): Draft<GroupFact>[] {
  return context.members === undefined
    ? []
    : adjustClocks(group, context.members, context.policy, toInstant(context.now));
}
