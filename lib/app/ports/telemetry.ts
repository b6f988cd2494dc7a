/** Counts for alarms and people; names are constants of lib/config/metrics.ts. */
export interface Telemetry {
  count(metric: TelemetryMetric, value?: number): void;
  /** A log line with facts and no personal value. */
  info(message: string, facts: Readonly<Record<string, unknown>>): void;
  error(message: string, facts: Readonly<Record<string, unknown>>, cause?: unknown): void;
  /**
   * The same for work of this function that failed although the function itself goes on (a request answered with 500, a message
   * that comes back): it counts for the function's alarm, which Lambda's own count of errors does not see.
   */
  failed(message: string, facts: Readonly<Record<string, unknown>>, cause?: unknown): void;
}

export type TelemetryMetric =
  | "ComplaintsRegistered"
  | "GroupsProposed"
  | "RungsDecided"
  | "RungsLate"
  | "RungsWithoutRecipient"
  | "NoticesHandedOver"
  | "NoticesFailed"
  | "NoticesPossiblyTwice"
  | "SweepRescues"
  | "PutAside"
  | "MailsQuarantined"
  | "MailsDropped"
  | "ReportsIssued"
  | "ComplaintsRetimed"
  | "HolidayNoticeMissing"
  | "MailsUnanswered"
  | "NoticesReturned"
  | "MailsPolled"
  | "DocumentsNearBound"
  | "UnusualReading"
  | "MessagesOverCap"
  | "WebhooksDelivered"
  | "WebhooksFailed";
