import { handlingSteps } from "../complaint/events.ts";
import type { Personal } from "../document/personal.ts";
import type { Candidate } from "./candidate.ts";
import type { GroupIdentity, MemberAction, RefusedMember } from "./events.ts";

/** What somebody wants to happen to a group. */
export type GroupCommand =
  | {
      readonly type: "propose";
      readonly identity: GroupIdentity;
      readonly members: readonly Candidate[];
      readonly barred: readonly string[];
    }
  | { readonly type: "add-members"; readonly members: readonly Candidate[]; readonly joined: boolean }
  | { readonly type: "remove-member"; readonly complaintId: string; readonly barred: boolean }
  | { readonly type: "confirm" }
  | { readonly type: "dissolve"; readonly reason: Personal }
  | {
      readonly type: "give";
      readonly action: MemberAction;
      readonly only?: readonly string[];
      readonly text?: Personal;
    }
  | {
      readonly type: "carry-out";
      readonly commandId: string;
      readonly already: readonly string[];
      readonly refused: readonly RefusedMember[];
      /** Members that can be called after the solution. */
      readonly callable: readonly string[];
    }
  | { readonly type: "settle"; readonly joined: readonly string[]; readonly dropped: readonly string[] }
  /** 工作移交: the leaver's groups go to the successor. */
  | { readonly type: "hand-over"; readonly from: string; readonly to: string }
  /** The timer has come: stand by itself, adjust the clocks, decide what is due. */
  | { readonly type: "fire" };

/** Commands that a person gives over HTTP (docs/groups.md), and the steps of D11 and D13 for all members at once. */
export const groupCommandNames = [
  "confirm",
  "dissolve",
  "reply",
  "assign",
  "resolve",
  "follow-up",
  "close",
  "judge",
  ...handlingSteps,
] as const;
export type GroupCommandName = (typeof groupCommandNames)[number];

/** True for a command that people may give. */
export function isGroupCommandName(name: string): name is GroupCommandName {
  return groupCommandNames.some((known) => known === name);
}
