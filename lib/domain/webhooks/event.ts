import type { Complaint } from "../complaint/document.ts";
import type { StoredEvent } from "../complaint/events.ts";
import { defined } from "../present.ts";
import type { Instant } from "../time/instant.ts";
import type { ComplaintWebhookKind, WebhookNews, WebhookPayload } from "./kinds.ts";

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
export function webhookKindOf({ fact }: Pick<StoredEvent, "fact">): ComplaintWebhookKind | undefined {
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

/** What systems may want to be told of these numbers of a complaint's outbox. */
export function complaintTold(complaint: Complaint, numbers: readonly number[]): readonly WebhookNews[] {
  return complaint.events
    .filter(({ seq }) => numbers.includes(seq))
    .flatMap((event) => {
      const kind = webhookKindOf(event);
      if (kind === undefined) return [];
      const key = `${complaint.registration.id}#${event.seq}`;
      return [{ kind, at: event.recordedAt, key, payload: webhookPayload(kind, event, complaint) }];
    });
}

/** What is told of one event, with the complaint as it stands. */
function webhookPayload(
  kind: ComplaintWebhookKind,
  event: StoredEvent,
  complaint: Complaint,
): WebhookPayload<WebhookData> {
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
