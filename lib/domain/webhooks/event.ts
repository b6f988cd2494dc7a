import type { Complaint } from "../complaint/document.ts";
import type { StoredEvent } from "../complaint/events.ts";
import { defined } from "../present.ts";
import type { Instant } from "../time/instant.ts";

/** What other systems may ask to be told of. */
export const webhookKinds = [
  "complaint.registered",
  "complaint.assigned",
  "complaint.accepted",
  "complaint.classified",
  "complaint.urged",
  "complaint.replied",
  "complaint.escalated",
  "complaint.resolved",
  "complaint.followed-up",
  "complaint.closed",
  "complaint.reopened",
  "complaint.left",
] as const;
export type WebhookKind = (typeof webhookKinds)[number];

/** What a system is told: ids, numbers and classes; no personal value and no free text, which it asks for with rights of its own. */
export interface WebhookPayload {
  readonly type: WebhookKind | "ping";
  readonly timestamp: Instant;
  readonly data: WebhookData | { readonly by: string };
}

export interface WebhookData {
  readonly complaintId: string;
  readonly number: string;
  /** Rises with every event of the complaint: what comes late is told apart from what is new. */
  readonly seq: number;
  readonly projectId: string;
  readonly channel: string;
  readonly recordKind: string;
  readonly status: string;
  readonly receivedAt: Instant;
  readonly level?: string;
  readonly urgency?: string;
  readonly safety?: boolean;
  readonly classCode?: string;
  readonly departmentId?: string;
  /** Of an escalation: which clock, which rung, how many seconds late. */
  readonly clock?: string;
  readonly rung?: string;
  readonly lateBy?: number;
  /** Of a close or a leaving. */
  readonly ending?: string;
  /** Of a follow-up that reached the customer. */
  readonly grade?: number;
}

/** The kind of an event that others may ask for; undefined for what is ours alone. */
export function webhookKindOf({ fact }: Pick<StoredEvent, "fact">): WebhookKind | undefined {
  switch (fact.type) {
    case "registered":
      // What an old ledger told long ago is no news.
      return fact.historical === undefined ? "complaint.registered" : undefined;
    case "assigned":
    case "transferred":
    case "handedOver":
      return "complaint.assigned";
    case "accepted":
      return "complaint.accepted";
    case "classified":
      return "complaint.classified";
    case "urged":
      return "complaint.urged";
    case "replied":
      return "complaint.replied";
    case "rungDecided":
      return fact.unneeded === true ? undefined : "complaint.escalated";
    case "resolved":
    case "invalidExplained":
      return "complaint.resolved";
    case "followUpAttempted":
      return fact.outcome === "reached" ? "complaint.followed-up" : undefined;
    case "closed":
      return "complaint.closed";
    case "reopened":
      return "complaint.reopened";
    case "withdrawn":
    case "referred":
      return "complaint.left";
    default:
      return undefined;
  }
}

/** What is told of one event, with the complaint as it stands. */
export function webhookPayload(kind: WebhookKind, event: StoredEvent, complaint: Complaint): WebhookPayload {
  const { registration, status, level, classCode, departmentId, convertedNumber } = complaint;
  const { id, number, projectId, channel, recordKind, receivedAt, urgency, safety } = registration;
  return {
    type: kind,
    timestamp: event.occurredAt,
    data: {
      complaintId: id,
      number: convertedNumber ?? number,
      seq: event.seq,
      projectId,
      channel,
      recordKind,
      status,
      receivedAt,
      ...defined({ level, urgency, safety, classCode, departmentId }),
      ...detailsOf(event),
    },
  };
}

function detailsOf({ fact }: StoredEvent): Partial<WebhookData> {
  switch (fact.type) {
    case "rungDecided":
      return { clock: fact.name, rung: fact.rung, lateBy: fact.lateBy };
    case "closed":
      return { ending: fact.ending };
    case "withdrawn":
    case "referred":
      return { ending: fact.type };
    case "followUpAttempted":
      return defined({ grade: fact.grade });
    default:
      return {};
  }
}
