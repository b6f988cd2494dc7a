import type { Instant } from "../../time/instant.ts";
import type { Command } from "../commands.ts";
import type { Complaint } from "../document.ts";
import { isOpen } from "../document.ts";
import type { Draft, Fact } from "../events.ts";
import { type Refusal, refuse } from "../refusal.ts";
import { allowedCommands } from "../transitions.ts";

type Link = Extract<Command, { type: "join-group" | "leave-group" | "link-repeat" }>;

/** True for a command that ties complaints together. */
export function isLink(command: Command): command is Link {
  return command.type === "join-group" || command.type === "leave-group" || command.type === "link-repeat";
}

/**
 * Ties between complaints: belonging to a group (D11 群体投诉, 群体意见) and repeating an earlier one (重复投诉).
 * What is so already changes nothing, so each may be asked for again.
 */
export function decideLink(
  complaint: Complaint,
  command: Link,
  now: Instant,
): { readonly drafts: readonly Draft[] } | Refusal {
  switch (command.type) {
    case "join-group":
      if (complaint.group?.id === command.groupId) return { drafts: [] };
      if (!isOpen(complaint)) return refuse("not-allowed-now", { allowed: allowedCommands(complaint) });
      if (complaint.group !== undefined) return refuse("in-another-group");
      return one({ type: "joinedGroup", groupId: command.groupId, level: command.level }, now);
    case "leave-group":
      if (complaint.group?.id !== command.groupId) return { drafts: [] };
      return one({ type: "leftGroup", groupId: command.groupId }, now);
    case "link-repeat":
      if (complaint.repeat?.complaintId === command.complaintId && complaint.repeat.nth === command.nth) {
        return { drafts: [] };
      }
      if (complaint.registration.id === command.complaintId) return refuse("repeats-itself");
      return one(
        { type: "repeatLinked", complaintId: command.complaintId, number: command.number, nth: command.nth },
        now,
      );
  }
}

function one(fact: Fact, occurredAt: Instant): { readonly drafts: readonly Draft[] } {
  return { drafts: [{ fact, occurredAt }] };
}
