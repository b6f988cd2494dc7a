import type { Recipient } from "../escalation/recipients.ts";
import type { Instant } from "../time/instant.ts";

/** 工单类型: what the citizen wants of the hotline. */
export const ticketKinds = ["complaint", "help", "enquiry", "suggestion", "report", "other"] as const;
export type TicketKind = (typeof ticketKinds)[number];

/** 退单, 异议: why a ticket is not ours to handle. */
export const notOursReasons = [
  "not-our-business",
  "not-our-project",
  "other-unit",
  "legal-way",
  "unclear",
] as const;
export type NotOursReason = (typeof notOursReasons)[number];

/** 剔除: why the platform leaves a ticket out of the rates. */
export const ticketExemptions = ["withdrawn-by-platform", "not-owner-business", "unreasonable"] as const;
export type TicketExemption = (typeof ticketExemptions)[number];

/** What the platform's call-back (回访) found to a question: 是, 否, 未评价. */
export const ticketAnswers = ["yes", "no", "not-rated"] as const;
export type TicketAnswer = (typeof ticketAnswers)[number];

/** Whether the citizen was contacted (响应), the matter solved (解决) and the citizen satisfied (满意). */
export interface TicketRating {
  readonly contacted: TicketAnswer;
  readonly solved: TicketAnswer;
  readonly satisfied: TicketAnswer;
}

/** A ticket of 12345, 街道 or 住建局 as it came in; what it demands stands beside the event as `demand`. */
export interface ExternalTicket {
  /** The platform that passed it on. */
  readonly system: string;
  readonly ticketNo: string;
  readonly unit: string;
  /** 办理时限 as instructed. */
  readonly dueAt: Instant;
  readonly kind?: TicketKind;
  /** 签收/退单时限, where the ticket names one. */
  readonly signBy?: Instant;
}

/** How a ticket stands with its platform; what a returned ticket (退回重办) begins anew is left out again. */
export interface TicketState {
  /** 办理时限 now: as instructed, extended with the platform's leave, or set anew with a returned ticket. */
  readonly dueAt: Instant;
  readonly signedAt?: Instant;
  /** 退单: sent back to the platform. */
  readonly sentBackAt?: Instant;
  readonly objectedAt?: Instant;
  readonly objectionUpheld?: boolean;
  /** 并单: the complaint of the ticket that it goes on with. */
  readonly mergedInto?: { readonly complaintId: string; readonly number: string };
  /** 延期: the instant asked for, until the platform has answered. */
  readonly extensionAsked?: Instant;
  /** When the reply document (回复件) went out. */
  readonly repliedAt?: Instant;
  /** How often the platform has returned it. */
  readonly returns: number;
  /** What the platform reported last, whatever cycle it was for. */
  readonly rating?: TicketRating & { readonly at: Instant };
  readonly exempt?: TicketExemption;
}

interface Informing {
  readonly recipients?: readonly Recipient[];
}

/** What happens between us and the platform. */
export type TicketFact =
  | { readonly type: "ticketSigned" }
  | ({ readonly type: "ticketSentBack"; readonly reason?: NotOursReason } & Informing)
  | { readonly type: "dispatchObjected"; readonly reason: NotOursReason }
  | ({ readonly type: "objectionRuled"; readonly upheld: boolean } & Informing)
  | ({ readonly type: "ticketMerged"; readonly complaintId: string; readonly number: string } & Informing)
  | { readonly type: "ticketExtensionAsked"; readonly dueAt: Instant }
  | ({
      readonly type: "ticketExtensionRuled";
      readonly granted: boolean;
      /** Until when, where it was granted. */
      readonly dueAt?: Instant;
    } & Informing)
  | { readonly type: "replyDocumentSent" }
  | ({ readonly type: "ticketReturned"; readonly dueAt: Instant } & Informing)
  | ({ readonly type: "ticketRated"; readonly exempt?: TicketExemption } & TicketRating & Informing);

/** The part of a document that tickets are decided by. */
interface Ticketed {
  readonly registration: { readonly external?: ExternalTicket };
  readonly ticket?: TicketState;
}

/** The ticket's state; undefined for what is none. One that nothing has happened to stands as it came in. */
export function ticketOf({ registration: { external }, ticket }: Ticketed): TicketState | undefined {
  if (external === undefined) return undefined;
  return ticket ?? { dueAt: external.dueAt, returns: 0 };
}

/** True while the platform waits for our reply document: not once it is sent, or the ticket is no longer ours. */
export function owesReply(complaint: Ticketed): boolean {
  const ticket = ticketOf(complaint);
  return ticket !== undefined && ticket.repliedAt === undefined && !isGivenUp(ticket);
}

/** True for a ticket that was sent back, merged, or taken back by its platform. */
export function isGivenUp({ sentBackAt, mergedInto, exempt }: TicketState): boolean {
  return sentBackAt !== undefined || mergedInto !== undefined || exempt === "withdrawn-by-platform";
}

/** True if one of the three answers is no. */
export function isBadRating({ contacted, solved, satisfied }: TicketRating): boolean {
  return [contacted, solved, satisfied].includes("no");
}
