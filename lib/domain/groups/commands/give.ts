import type { Complaint } from "../../complaint/document.ts";
import { isOpen } from "../../complaint/document.ts";
import { fittingCommands, transitions } from "../../complaint/transitions.ts";
import type { Personal } from "../../document/personal.ts";
import { defined } from "../../present.ts";
import { draft, type GroupContext, type GroupRefusal } from "../decision.ts";
import type { MemberAction } from "../events.ts";
import type { Group } from "../group.ts";
import type { GroupDefinition } from "./definition.ts";
import { definitionOf } from "./members.ts";

export interface Give {
  readonly type: "give";
  readonly action: MemberAction;
  /** The members it is for; absent: all for whom it means something. */
  readonly only?: readonly string[];
  /** What is said to all members: `text`, and what else the command has to say (`node.1`). */
  readonly texts?: Readonly<Record<string, Personal>>;
}

/**
 * D11: one command for all members begins its way through them. Here is only what concerns the group as one: each member's
 * own rules decide when it gets there.
 */
export const give: GroupDefinition<Give, "commandGiven"> = {
  name: "give",
  rule: {
    clause: "D11",
    zh: "一条命令发给全体成员，由各成员件自身的规则逐件决定",
    en: "One command goes to all members, and each one's own rules decide",
  },
  decide: (group, command, context) => {
    if (group.running !== undefined) return { refused: "group-busy" };
    const { action, texts } = command;
    const refused = unfit(group, command, context);
    if (refused !== undefined) return refused;
    const only = command.only ?? meant(group, action, context);
    if (only?.length === 0) return { refused: definitionOf(action).toNobody ?? "not-allowed-now" };
    return {
      drafts: [
        {
          ...draft({ type: "commandGiven", action, ...defined({ only }) }, context),
          ...(texts === undefined || Object.keys(texts).length === 0 ? {} : { personal: texts }),
        },
      ],
    };
  },
  folds: {
    commandGiven: (group, { action, only }, { commandId, by, seq, occurredAt }) => {
      const all = group.members.map(({ complaintId }) => complaintId);
      // Before those who were called had to be named, a call was for the whole sample.
      const complaintIds = only ?? (action.type === "follow-up" ? (group.sample ?? all) : all);
      return {
        ...(definitionOf(action).kept?.(group, action) ?? group),
        running: { commandId, action, by, since: occurredAt, seq, complaintIds },
      };
    },
  },
};

function unfit(group: Group, { action, only }: Give, context: GroupContext): GroupRefusal | undefined {
  const ids = new Set(group.members.map(({ complaintId }) => complaintId));
  if (only?.some((id) => !ids.has(id)) === true) return { refused: "unknown-member" };
  const { named, unfit: refuses } = definitionOf(action);
  if (named === true && only === undefined) return { refused: "members-required", missing: ["complaintIds"] };
  return refuses?.(group, action, context);
}

/** The members that a selective command is for, the earliest first; undefined: all of them. */
function meant(
  { members }: Group,
  action: MemberAction,
  context: GroupContext,
): readonly string[] | undefined {
  const { name, selective, among } = definitionOf(action);
  if (selective !== true) return undefined;
  const bound = transitions[name].ofDepartment === true || name === "sign-off";
  const fitting = (context.members ?? [])
    .filter((member) => isOpen(member) && fittingCommands(member).includes(name))
    .filter((member) => !bound || context.answers?.(member) !== false)
    .toSorted(byReceipt);
  const chosen = among?.(fitting, action) ?? fitting;
  const ids = new Set(chosen.map(({ registration }) => registration.id));
  return members.map(({ complaintId }) => complaintId).filter((id) => ids.has(id));
}

function byReceipt(a: Complaint, b: Complaint): number {
  return key(a) < key(b) ? -1 : 1;
}

function key({ registration: { receivedAt, id } }: Complaint): string {
  return `${receivedAt} ${id}`;
}
