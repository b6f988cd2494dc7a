import type { Ruling } from "../../complaint/commands/definition.ts";
import type { Command } from "../../complaint/commands/index.ts";
import type { Complaint } from "../../complaint/document.ts";
import type { StoredEvent } from "../../complaint/events.ts";
import type { RefusalCode } from "../../complaint/refusal.ts";
import type { Personal } from "../../document/personal.ts";
import type { Post } from "../../organisation/organisation.ts";
import type { Adapter } from "../../policy/notice-policy.ts";
import type { GroupContext, GroupDecision, GroupRefusal } from "../decision.ts";
import type { GroupFact, MemberAction } from "../events.ts";
import type { Group, GroupStatus } from "../group.ts";

export type GroupFactType = GroupFact["type"];
export type GroupFactOf<T extends GroupFactType> = Extract<GroupFact, { readonly type: T }>;

/** The group after one more fact. Pure and total. */
export type GroupFold<T extends GroupFactType> = (
  group: Group,
  fact: GroupFactOf<T>,
  event: StoredEvent<GroupFact>,
) => Group;
export type GroupFolds<T extends GroupFactType = GroupFactType> = { readonly [K in T]: GroupFold<K> };

/** What happens to a group itself: how it is decided, and how the events that it alone makes change the document. */
export interface GroupDefinition<C extends { readonly type: string }, F extends GroupFactType = never> {
  readonly name: C["type"];
  readonly rule: Ruling;
  readonly decide: (group: Group, command: C, context: GroupContext) => GroupDecision;
  readonly folds: GroupFolds<F>;
}

/** From which states, by whom and where to. */
export interface GroupTransition {
  readonly from: readonly GroupStatus[];
  /** Where it leads, once every member is through; absent: the status stays. */
  readonly to?: GroupStatus;
  readonly posts: readonly Post[];
}

/** A command about the group itself that people give. */
export interface OwnCommand<C extends { readonly type: string }, F extends GroupFactType = never>
  extends GroupDefinition<C, F>,
    GroupTransition {}

export type ActionOf<N extends MemberAction["type"]> = Extract<MemberAction, { readonly type: N }>;

/** What goes with a command on its way to one member. */
export interface Means {
  /** A text of the command under a salt of its own; empty if it was erased meanwhile. */
  readonly text: (field?: string) => Personal;
  /** The same where it need not have been given. */
  readonly textIfAny: (field: string) => Personal | undefined;
  /** The ways by which this installation writes to customers, in the order of the policy. */
  readonly ways: readonly Adapter[];
  /** Outside the sample nobody is called after the solution. */
  readonly spared: boolean;
}

/** The member's own command, or why there is none for it. */
export type ForMember = Command | { readonly refused: RefusalCode };

/** A command that goes to the members (D11): each member's own rules decide on it, as if it had been given to that one alone. */
export interface MemberCommand<N extends MemberAction["type"]> extends GroupTransition {
  readonly name: N;
  readonly rule: Ruling;
  /** True if it goes only to those members for whom it means something; else to all, and each answers for itself. */
  readonly selective?: true;
  /** Of those it would go to, the ones it does: what is held once is held with one of them. */
  readonly among?: (members: readonly Complaint[], action: ActionOf<N>) => readonly Complaint[];
  /** What it is refused with where it would go to nobody. */
  readonly toNobody?: GroupRefusal["refused"];
  /** True if somebody has to say which members it is for. */
  readonly named?: true;
  /** Why the group as a whole cannot have it. */
  readonly unfit?: (group: Group, action: ActionOf<N>, context: GroupContext) => GroupRefusal | undefined;
  readonly forMember: (action: ActionOf<N>, member: Complaint, means: Means) => ForMember;
  /** Posts that hear of it at once, by one message for the whole group. */
  readonly tells?: (action: ActionOf<N>, group: Group, context: GroupContext) => readonly Post[];
  /** Somebody hears of each member by itself, as if it had been given to that one alone. */
  readonly tellsEach?: true;
  /** What of the command the group keeps. */
  readonly kept?: (group: Group, action: ActionOf<N>) => Group;
}
