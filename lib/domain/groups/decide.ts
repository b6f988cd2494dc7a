import type { Temporal } from "temporal-polyfill";
import { clockId, pendingRungs } from "../clocks/clock.ts";
import type { Rules } from "../clocks/start.ts";
import { canonicalJson, type Digest } from "../complaint/chain.ts";
import { type Complaint, isOpen } from "../complaint/document.ts";
import { missingInGroup } from "../complaint/duties.ts";
import type { Draft, GroupLevel } from "../complaint/events.ts";
import { dueRungs } from "../complaint/rungs.ts";
import type { Recipient } from "../escalation/recipients.ts";
import type { Post } from "../organisation/organisation.ts";
import { earlier, toInstant } from "../time/instant.ts";
import { type Candidate, candidateOf, groupingCode } from "./candidate.ts";
import type { GroupCommand, GroupCommandName } from "./commands.ts";
import { confirmationAt } from "./confirmation.ts";
import type { GroupFact } from "./events.ts";
import { findGroup } from "./evidence.ts";
import { type Group, isOpenGroup, standsFirm } from "./group.ts";
import { adjustClocks } from "./group-clocks.ts";
import type { GroupPolicy } from "./group-policy.ts";
import { drawSample } from "./sample.ts";
import { allowedGroupCommands, groupTransitions } from "./transitions.ts";
import { waitingOf } from "./waiting.ts";

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

/** Decides a command on a group: the events that follow, or why not. Pure. */
export function decideGroup(
  group: Group | undefined,
  command: GroupCommand,
  context: GroupContext,
): GroupDecision {
  if (command.type === "propose") return group === undefined ? propose(command, context) : nothing;
  if (group === undefined) throw new TypeError(`${command.type} needs a group`);
  switch (command.type) {
    case "add-members":
      return isOpenGroup(group) ? addMembers(group, command, context) : nothing;
    case "remove-member":
      return removeMember(group, command, context);
    case "settle":
      return settle(group, command, context);
    case "carry-out":
      return carryOut(group, command, context);
    case "fire":
      return fire(group, context);
    case "confirm":
      return allowed(group, "confirm") ?? { drafts: confirmed(group, context) };
    case "dissolve":
      return (
        allowed(group, "dissolve") ??
        busy(group) ?? {
          drafts: [
            {
              ...draft({ type: "dissolved", because: "person" }, context),
              personal: { reason: command.reason },
            },
          ],
        }
      );
    case "give":
      return allowed(group, command.action.type) ?? busy(group) ?? give(group, command, context);
  }
}

type Of<T extends GroupCommand["type"]> = Extract<GroupCommand, { readonly type: T }>;

const nothing: GroupDecision = { drafts: [] };

/** D11: proposed with its members and evidence; supervisor and manager hear of it. */
function propose({ identity, members, barred }: Of<"propose">, context: GroupContext): GroupDecision {
  const finding = findGroup(members, context.groups);
  if (finding === undefined) return { refused: "too-few" };
  const confirmAt = confirmationAt(toInstant(context.now), finding.evidence, context.groups, context);
  const recipients = context.recipients(["supervisor", "manager"], {});
  return one({ type: "proposed", ...identity, ...finding, members, barred, confirmAt, recipients }, context);
}

/** Each late-comer joins the open group; a solved one is open again with it. */
function addMembers(group: Group, command: Of<"add-members">, context: GroupContext): GroupDecision {
  // Whoever was taken out keeps out, unless a person puts it in again.
  const barred = command.joined ? [] : group.barred;
  const known = new Set([...group.members.map(({ complaintId }) => complaintId), ...barred]);
  const members = command.members
    .filter(({ complaintId }) => !known.has(complaintId))
    .slice(0, Math.max(0, context.groups.maxMembers - group.members.length));
  if (members.length === 0) return nothing;
  return {
    drafts: [
      draft({ type: "membersAdded", members, joined: command.joined }, context),
      ...evidenced(group, [...group.members, ...members], context),
      ...(standsFirm(group) ? clocks(group, context) : []),
    ],
  };
}

function removeMember(group: Group, command: Of<"remove-member">, context: GroupContext): GroupDecision {
  const { complaintId, barred } = command;
  if (!group.members.some((member) => member.complaintId === complaintId)) return nothing;
  const left = draft({ type: "memberLeft", complaintId, barred }, context);
  const rest = group.members.filter((member) => member.complaintId !== complaintId);
  return { drafts: [left, ...remaining(group, rest, context)] };
}

/** What is left of a group: a proposal needs its five customers, a group that stands only somebody. */
function remaining(group: Group, rest: Group["members"], context: GroupContext): Draft<GroupFact>[] {
  if (!isOpenGroup(group)) return [];
  const lapses =
    group.status === "proposed" ? findGroup(rest, context.groups) === undefined : rest.length === 0;
  if (lapses) return [draft({ type: "dissolved", because: "too-few" }, context)];
  return [...evidenced(group, rest, context), ...(standsFirm(group) ? clocks(group, context) : [])];
}

/** The evidence of a proposal follows its members; of a group that stands only the level may still rise. */
function evidenced(group: Group, members: readonly Candidate[], context: GroupContext): Draft<GroupFact>[] {
  const finding = findGroup(members, context.groups);
  if (finding === undefined) return [];
  const { evidence } = finding;
  if (group.status !== "proposed") {
    if (group.level === "B" || finding.level === "D") return [];
    const recipients = context.recipients(told("B"), group);
    return [draft({ type: "evidenced", evidence, level: "B", recipients }, context)];
  }
  const sooner = confirmationAt(toInstant(context.now), evidence, context.groups, context);
  const confirmAt = group.confirmAt === undefined ? sooner : earlier(group.confirmAt, sooner);
  const same =
    finding.level === group.level &&
    confirmAt === group.confirmAt &&
    canonicalJson(evidence) === canonicalJson(group.evidence);
  if (same) return [];
  return [draft({ type: "evidenced", evidence, level: finding.level, confirmAt, recipients: [] }, context)];
}

/** D11: a group of level B is reported to the manager and the project manager at once. */
function told(level: GroupLevel): readonly Post[] {
  return level === "B" ? ["manager", "project-manager"] : ["supervisor", "manager"];
}

function confirmed(group: Group, context: GroupContext): Draft<GroupFact>[] {
  const recipients = context.recipients(told(group.level), group);
  return [draft({ type: "confirmed", recipients }, context), ...clocks(group, context)];
}

function give(group: Group, command: Of<"give">, context: GroupContext): GroupDecision {
  const ids = new Set(group.members.map(({ complaintId }) => complaintId));
  if (command.only?.some((id) => !ids.has(id)) === true) return { refused: "unknown-member" };
  const missing = command.action.type === "close" ? missingInGroup(group.level, context.members ?? []) : [];
  if (missing.length > 0) return { refused: "incomplete", missing };
  return {
    drafts: [
      {
        ...draft(
          {
            type: "commandGiven",
            action: command.action,
            ...(command.only === undefined ? {} : { only: command.only }),
          },
          context,
        ),
        ...(command.text === undefined ? {} : { personal: { text: command.text } }),
      },
    ],
  };
}

/** Every member has had the command. Solved or closed is the group only when no member was refused. */
function carryOut(group: Group, command: Of<"carry-out">, context: GroupContext): GroupDecision {
  const { running } = group;
  if (running?.commandId !== command.commandId) return nothing;
  const { already, refused } = command;
  const action = running.action.type;
  const done = draft({ type: "commandCarriedOut", action, already, refused }, context);
  const through = refused.length === 0;
  if (action === "close" && through) return { drafts: [done, draft({ type: "closed" }, context)] };
  if (action !== "resolve" || !through) return { drafts: [done, ...clocks(group, context)] };
  const sample = drawSample(
    { id: group.identity.id, level: group.level },
    command.callable,
    context.groups,
    context.digest,
  );
  return {
    drafts: [done, draft({ type: "resolved", sample }, context), ...clocks({ ...group, sample }, context)],
  };
}

/** The members' documents have been told; who could not join any more is a member no longer. */
function settle(group: Group, { joined, dropped }: Of<"settle">, context: GroupContext): GroupDecision {
  if (joined.length + dropped.length + group.leaving.length === 0) return nothing;
  const settled = draft({ type: "membersSettled", joined, dropped }, context);
  if (dropped.length === 0) return { drafts: [settled] };
  const rest = group.members.filter(({ complaintId }) => !dropped.includes(complaintId));
  return { drafts: [settled, ...remaining(group, rest, context)] };
}

/** The timer has come, or a member is over: stand by itself, follow the members' clocks, decide the rungs due. */
function fire(group: Group, context: GroupContext): GroupDecision {
  const now = toInstant(context.now);
  if (group.status === "proposed") {
    const due = group.confirmAt !== undefined && group.confirmAt <= now;
    return due ? { drafts: standByItself(group, context) } : nothing;
  }
  if (!standsFirm(group)) return nothing;
  const over = group.running === undefined && context.members?.every((member) => !isOpen(member)) === true;
  if (over) return one({ type: "closed" }, context);
  const adjusted = clocks(group, context);
  const stopped = adjusted.flatMap(({ fact }) => (fact.type === "clockStopped" ? [clockId(fact)] : []));
  const running = group.clocks.filter((clock) => !stopped.includes(clockId(clock)));
  const recipients = (posts: readonly Post[]) => context.recipients(posts, group);
  const rungs = running.flatMap((clock) => dueRungs(pendingRungs(clock), clock, { ...context, recipients }));
  return { drafts: [...adjusted, ...rungs] };
}

/** Nobody decided in time. Who closed or reclassified a member meanwhile has decided something: it counts no more. */
function standByItself(group: Group, context: GroupContext): Draft<GroupFact>[] {
  const fits = new Set(
    (context.members ?? [])
      .filter((member) => candidateOf(member) !== undefined && groupingCode(member) === group.identity.code)
      .map(({ registration }) => registration.id),
  );
  const [members, gone] = [
    group.members.filter((member) => member.joined || fits.has(member.complaintId)),
    group.members.filter((member) => !member.joined && !fits.has(member.complaintId)),
  ];
  if (gone.length === 0) return confirmed(group, context);
  const dropped = gone.map(({ complaintId }) => complaintId);
  const settled = draft({ type: "membersSettled", joined: [], dropped }, context);
  const rest = remaining(group, members, context);
  const lapsed = rest.some(({ fact }) => fact.type === "dissolved");
  return lapsed ? [settled, ...rest] : [settled, ...rest, ...confirmed({ ...group, members }, context)];
}

function clocks(group: Group, context: GroupContext): Draft<GroupFact>[] {
  if (context.members === undefined) return [];
  return adjustClocks(group, waitingOf(context.members, group.sample), context, toInstant(context.now));
}

function allowed(group: Group, name: GroupCommandName): GroupRefusal | undefined {
  return groupTransitions[name].from.includes(group.status)
    ? undefined
    : { refused: "group-not-allowed-now", allowed: allowedGroupCommands(group.status) };
}

/** One command at a time goes through the members. */
function busy({ running }: Group): GroupRefusal | undefined {
  return running === undefined ? undefined : { refused: "group-busy" };
}

function one(fact: GroupFact, context: GroupContext): GroupDecision {
  return { drafts: [draft(fact, context)] };
}

function draft(fact: GroupFact, { now }: Pick<GroupContext, "now">): Draft<GroupFact> {
  return { fact, occurredAt: toInstant(now) };
}
