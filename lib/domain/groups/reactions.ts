import { type ClockKey, clockId } from "../clocks/clock.ts";
import type { Complaint } from "../complaint/document.ts";
import type { StoredEvent } from "../complaint/events.ts";
import type { Recipient } from "../escalation/recipients.ts";
import type { NoticePlan, NoticeTemplate } from "../notices/notice.ts";
import { decidedRule } from "../policy/built-in.ts";
import type { RungKind } from "../policy/policy.ts";
import { defined } from "../present.ts";
import type { GroupFact } from "./events.ts";
import type { Group } from "./group.ts";

/** True if something outside the group's document follows: messages, or members' documents to be told. */
export function asksForReaction(fact: GroupFact): boolean {
  switch (fact.type) {
    case "proposed":
    case "confirmed":
    case "membersAdded":
    case "memberLeft":
    case "dissolved":
    case "planShared":
      return true;
    case "commandCarriedOut":
      return fact.recipients !== undefined;
    case "evidenced":
    case "rungDecided":
      return fact.recipients.length > 0;
    case "membersSettled":
    case "commandGiven":
    case "handedOver":
    case "erased":
    case "resolved":
    case "closed":
    case "clockStarted":
    case "clockStopped":
    case "rungAcknowledged":
      return false;
  }
}

/** Commands that a group gives to its members carry this before their id. */
export const GROUP_COMMAND = "group:";

/** True if an event of a complaint may make, change or end a group, or repeats an earlier complaint. */
export function concernsGroups(
  { fact, commandId }: StoredEvent,
  { group }: Pick<Complaint, "group">,
): boolean {
  switch (fact.type) {
    case "registered":
      return (
        fact.historical === undefined && (fact.recordKind === "complaint" || fact.recordKind === "opinion")
      );
    case "registrationCompleted":
    case "corrected":
    case "converted":
    case "classified":
    case "joinedGroup":
    case "leftGroup":
      return true;
    case "closed":
    case "withdrawn":
    case "referred":
    case "reopened":
    // The group's clocks follow its members': what begins or moves there must move here.
    case "clockStarted":
    case "clockRetimed":
    case "clockResumed":
    case "clockExtended":
    // A plan written for one counts for all.
    case "planWritten":
      return group !== undefined && !commandId.startsWith(GROUP_COMMAND);
    default:
      return false;
  }
}

/** The messages that one event of a group asks for. Pure: the same event always gives the same keys. */
export function groupNotices(event: StoredEvent<GroupFact>, group: Group): NoticePlan[] {
  const { fact, seq } = event;
  const to = (template: NoticeTemplate, key: string, recipients: readonly Recipient[]): NoticePlan[] =>
    recipients.map(({ personId, post, insteadOf }) => ({
      key: `${key}#${personId}#email`,
      subject: { kind: "group", id: group.identity.id, seq },
      template,
      recipient: { kind: "person", id: personId, post, ...defined({ insteadOf }) },
      adapter: "email",
    }));
  switch (fact.type) {
    case "proposed":
      return to("group-proposed", `proposed#${seq}`, fact.recipients);
    case "evidenced":
    case "confirmed":
      return to("group-confirmed", `confirmed#${seq}`, fact.recipients);
    case "commandCarriedOut":
      return to("group-handling", `handling#${seq}`, fact.recipients ?? []);
    case "rungDecided": {
      const { kind } = decidedRule(fact);
      return to(rungTemplate(fact.name, kind), `${clockId(fact)}#${fact.rung}`, fact.recipients);
    }
    default:
      return [];
  }
}

/** D11: before its limit the daily report is asked for, with what it must hold. */
function rungTemplate(clock: ClockKey["name"], kind: RungKind): NoticeTemplate {
  if (kind === "escalation") return "group-escalation";
  return clock === "dailyReport" ? "group-daily-report-request" : "group-reminder";
}
