import { type ClockStart, clockId, pendingRungs } from "../clocks/clock.ts";
import { type Complaint, isOpen } from "../complaint/document.ts";
import { missingInGroup } from "../complaint/rules/duties.ts";
import { dueRungs, isTaken } from "../complaint/rules/rungs.ts";
import type { Post } from "../organisation/organisation.ts";
import type { Unless } from "../policy/policy.ts";
import { defined } from "../present.ts";
import { toInstant } from "../time/instant.ts";
import type { GroupCommand, GroupCommandName } from "./commands.ts";
import {
  clocks,
  draft,
  type GroupContext,
  type GroupDecision,
  type GroupRefusal,
  nothing,
  type Of,
  one,
} from "./decision.ts";
import { type Group, isOpenGroup, standsFirm } from "./group.ts";
import { addMembers, confirmed, propose, removeMember, settle, standByItself } from "./membership.ts";
import { drawSample } from "./sample.ts";
import { allowedGroupCommands, groupTransitions } from "./transitions.ts";
import { followedMember } from "./waiting.ts";

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
    case "hand-over": {
      const { from, to } = command;
      const held = isOpenGroup(group) && group.handlerId === from;
      return held ? one({ type: "handedOver", fromPersonId: from, toPersonId: to }, context) : nothing;
    }
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
            ...defined({ only: command.only }),
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
  const begun = adjusted.flatMap(({ fact }) => (fact.type === "clockStarted" ? [fact] : []));
  const running = [...group.clocks.filter((clock) => !stopped.includes(clockId(clock))), ...begun];
  const rungs = running.flatMap((clock) => {
    const member = memberOf(clock, context.members ?? []);
    const recipients = (posts: readonly Post[]) => context.recipients(posts, holderOf(member, group));
    const isDone = (unless: Unless) => member !== undefined && isTaken(member, unless);
    return dueRungs(pendingRungs(clock), clock, { ...context, recipients, isDone });
  });
  return { drafts: [...adjusted, ...rungs] };
}

/** The member that the clock follows, where it was read. */
function memberOf(clock: ClockStart, members: readonly Complaint[]): Complaint | undefined {
  const id = followedMember(clock);
  return members.find(({ registration }) => registration.id === id);
}

/** Who holds it; the group's own department until it has one. */
function holderOf(member: Complaint | undefined, group: Group): Pick<Group, "departmentId" | "handlerId"> {
  return member?.departmentId === undefined ? group : member;
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
