import { clockId } from "../clocks/clock.ts";
import type { Complaint } from "../complaint/document.ts";
import type { StoredEvent } from "../complaint/events.ts";
import type { Recipient } from "../escalation/recipients.ts";
import { decidedRule } from "../policy/built-in.ts";
import { type Adapter, adapters } from "../policy/notice-policy.ts";
import { defined } from "../present.ts";
import { customerAddressAt } from "./fallback.ts";
import { COMPLAINED_OF, type NoticePlan, type NoticeRecipient, type NoticeTemplate } from "./notice.ts";

type ToCustomer = "acknowledgement" | "reply" | "result" | "satisfaction-request" | "tracking-link";
type RungDecided = Extract<StoredEvent["fact"], { readonly type: "rungDecided" }>;

/**
 * The messages that one event of a complaint asks for, each by mail as long as nothing else is said (lib/app/notices/ways.ts).
 * Pure: the same event always gives the same keys.
 */
export function noticesFor(event: StoredEvent, complaint: Complaint): NoticePlan[] {
  const subject = { kind: "complaint", id: complaint.registration.id, seq: event.seq } as const;
  const toCustomer = (template: ToCustomer, adapter: Adapter = "email"): NoticePlan => ({
    key: `${template}#${event.seq}#customer#${adapter}`,
    subject,
    template,
    recipient: { kind: "customer" },
    adapter,
  });
  const { fact } = event;
  switch (fact.type) {
    case "registered":
      return [
        ...(isAcknowledged(complaint) ? [toCustomer("acknowledgement")] : []),
        ...askedToState(fact, subject),
      ];
    case "replied":
    case "invalidExplained":
      return isSentFromHere(fact)
        ? [toCustomer("reply", wayOf(fact))]
        : toFollower(complaint, toCustomer("reply", "wechat"));
    case "resolved":
      // The result's own mail asks for the opinion too.
      if (isSentFromHere(fact)) return [toCustomer("result", wayOf(fact))];
      return [
        ...toFollower(complaint, toCustomer("result", "wechat")),
        ...(isAskedForOpinion(complaint) ? [toCustomer("satisfaction-request")] : []),
      ];
    case "linkSent":
      return [toCustomer("tracking-link", fact.via)];
    case "hinted":
      return fact.recipients.map((recipient) => ({
        key: `possible-danger#${event.seq}#${recipient.personId}#email`,
        subject,
        template: "possible-danger",
        recipient: toPerson(recipient),
        adapter: "email",
      }));
    case "assigned":
    case "transferred":
    case "registrationCompleted":
    case "corrected":
    case "stepRecorded":
    case "planWritten":
    case "dailyReported":
    case "followUpAttempted":
    case "reopened":
    case "messageReceived":
    case "urged":
    case "opinionRecorded":
    case "classified":
    case "reviewed":
    case "recurrenceFound":
    case "actionVerified":
    case "ticketSentBack":
    case "objectionRuled":
    case "ticketMerged":
    case "ticketExtensionRuled":
    case "ticketReturned":
    case "ticketRated":
    case "statementGiven":
      return [...handling(event.seq, fact, subject), ...askedToState(fact, subject)];
    case "rungDecided":
      return fact.recipients.map((recipient) => ({
        key: `${clockId(fact)}#${fact.rung}#${recipient.personId}#email`,
        subject,
        template: rungTemplate(fact),
        recipient: toPerson(recipient),
        adapter: "email",
      }));
    default:
      return silent(fact, []);
  }
}

type Subject = NoticePlan["subject"];

/** Whoever of ours must know what was done. */
function handling(
  seq: number,
  { recipients = [] }: { readonly recipients?: readonly Recipient[] },
  subject: Subject,
): NoticePlan[] {
  return recipients.map((recipient) => ({
    key: `handling#${seq}#${recipient.personId}#email`,
    subject,
    template: "handling",
    recipient: toPerson(recipient),
    adapter: "email",
  }));
}

/** D4: whoever is complained of is asked for a statement, once for each complaint however often it is said again. */
function askedToState(fact: StoredEvent["fact"], subject: Subject): NoticePlan[] {
  const id = complainedOfIn(fact);
  return id === undefined
    ? []
    : [
        {
          key: `statement-request#${id}#email`,
          subject,
          template: "statement-request",
          recipient: { kind: "person", id, post: COMPLAINED_OF },
          adapter: "email",
        },
      ];
}

/** Whom an event names as complained of; what was over before the desk began asks nobody. */
function complainedOfIn(fact: StoredEvent["fact"]): string | undefined {
  switch (fact.type) {
    case "registered":
      return fact.historical === undefined ? fact.againstPersonId : undefined;
    case "registrationCompleted":
    case "corrected":
      return fact.changes.againstPersonId;
    default:
      return undefined;
  }
}

/** True if the event asks for messages and therefore stands in the outbox until they are handed over. */
export function hasMessages(event: StoredEvent, complaint: Complaint): boolean {
  const { fact } = event;
  switch (fact.type) {
    case "registered":
      return isAcknowledged(complaint) || complainedOfIn(fact) !== undefined;
    case "registrationCompleted":
    case "corrected":
      return fact.recipients !== undefined || complainedOfIn(fact) !== undefined;
    case "replied":
    case "invalidExplained":
      return isSentFromHere(fact) || isFollower(complaint);
    case "resolved":
      return isSentFromHere(fact) || isFollower(complaint) || isAskedForOpinion(complaint);
    case "linkSent":
      return true;
    case "assigned":
    case "transferred":
    case "stepRecorded":
    case "planWritten":
    case "dailyReported":
    case "followUpAttempted":
    case "reopened":
    case "messageReceived":
    case "urged":
    case "opinionRecorded":
    case "classified":
    case "reviewed":
    case "recurrenceFound":
    case "actionVerified":
    case "ticketSentBack":
    case "objectionRuled":
    case "ticketMerged":
    case "ticketExtensionRuled":
    case "ticketReturned":
    case "ticketRated":
    case "statementGiven":
      return fact.recipients !== undefined;
    case "hinted":
    case "rungDecided":
      return fact.recipients.length > 0;
    default:
      return silent(fact, false);
  }
}

/** Events that tell nobody by themselves. A new kind of event stands here or among the cases, or it does not compile. */
type Silent =
  | "clockStarted"
  | "clockStopped"
  | "clockPaused"
  | "clockResumed"
  | "clockExtended"
  | "clockRetimed"
  | "rungAcknowledged"
  | "converted"
  | "handedOver"
  | "accepted"
  | "judged"
  | "planApproved"
  | "planAgreed"
  | "progressed"
  | "signedOff"
  | "effectChecked"
  | "reviewed"
  | "recurrenceFound"
  | "actionEvidenced"
  | "actionVerified"
  | "referred"
  | "erased"
  | "closed"
  | "withdrawn"
  | "noted"
  | "joinedGroup"
  | "leftGroup"
  | "repeatLinked"
  | "attachmentsStored"
  | "ticketSigned"
  | "dispatchObjected"
  | "ticketExtensionAsked"
  | "replyDocumentSent";

function silent<T>(_: Extract<StoredEvent["fact"], { readonly type: Silent }>, nothing: T): T {
  return nothing;
}

type RepliedFact = Pick<Extract<StoredEvent["fact"], { readonly type: "replied" }>, "via" | "sent">;

/** A mail always goes out from here, a text message only where it is said. */
function isSentFromHere({ via, sent }: RepliedFact): boolean {
  return via === "email" || sent === true;
}

function wayOf({ via }: RepliedFact): Adapter {
  return via === "email" || via === "wechat" ? via : "sms";
}

/** A follower hears in the account that there is an answer, however it was given (`default`). */
function toFollower(complaint: Complaint, plan: NoticePlan): NoticePlan[] {
  return isFollower(complaint) ? [plan] : [];
}

function isFollower(complaint: Complaint): boolean {
  return customerAddressAt(complaint, "wechat") !== undefined;
}

function toPerson({ personId, post, insteadOf }: Recipient): NoticeRecipient {
  return { kind: "person", id: personId, post, ...defined({ insteadOf }) };
}

/** D11: before its limit the daily report is asked for, with what it must hold. */
function rungTemplate(fact: RungDecided): NoticeTemplate {
  const { kind } = decidedRule(fact);
  switch (kind) {
    case "news":
      return "new-complaint";
    case "reminder":
      return fact.name === "dailyReport" ? "daily-report-request" : kind;
    case "escalation":
      return kind;
  }
}

/** D4, D13: the complainant's opinion of the handling is asked for in writing; a group's members are followed up by sample. */
function isAskedForOpinion(complaint: Complaint): boolean {
  return complaint.group === undefined && customerAddressAt(complaint, "email") !== undefined;
}

/** D2: whoever left an address for mails or texts hears the number; the desk knows which of the two are set up. */
function isAcknowledged(complaint: Complaint): boolean {
  const { quiet, historical } = complaint.registration;
  if (quiet === true || historical !== undefined) return false;
  return adapters.some((adapter) => customerAddressAt(complaint, adapter) !== undefined);
}
