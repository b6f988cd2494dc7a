import { handlingSteps } from "../complaint/events.ts";
import type { MemberAction } from "./events.ts";

/** Commands that go to the members, each by that member's own rules. */
export const memberCommandNames = [
  "reply",
  "assign",
  "accept",
  "resolve",
  "explain-invalid",
  "follow-up",
  "close",
  "judge",
  ...handlingSteps,
  "plan",
  "progress",
  "daily-report",
  "sign-off",
  "check-effect",
  "review",
] as const satisfies readonly MemberAction["type"][];

/** Commands that a person gives to a group over HTTP (docs/groups.md). */
export const groupCommandNames = ["confirm", "dissolve", "acknowledge", ...memberCommandNames] as const;
export type GroupCommandName = (typeof groupCommandNames)[number];

/** True for a command that people may give. */
export function isGroupCommandName(name: string): name is GroupCommandName {
  return groupCommandNames.some((known) => known === name);
}
