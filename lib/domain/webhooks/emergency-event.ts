import { type Emergency, type EmergencyReport, harmOf, statusOf } from "../emergencies/emergency.ts";
import { defined } from "../present.ts";
import type { Instant } from "../time/instant.ts";
import type { EmergencyWebhookKind, WebhookNews } from "./kinds.ts";

/** In the outbox a report stands under its number and this: announcements have the numbers below. */
const REPORTS = 1_000_000;

interface EmergencyData {
  readonly eventId: string;
  readonly projectId: string;
  readonly category: string;
  readonly outcome: string;
  readonly accident: boolean;
  readonly press: boolean;
  readonly outsourced: boolean;
  readonly departmentId: string;
  readonly occurredAt: string;
  readonly discoveredAt: string;
  readonly status: string;
  readonly injury?: { readonly dead: number; readonly injured: number };
  /** CNY. */
  readonly loss?: number;
  /** The report that was given or is overdue, and whether it was late. */
  readonly stage?: string;
  readonly late?: boolean;
}

/** The event with its newest report in the outbox, because some system wants to be told of it. */
export function owingReport(event: Emergency): Emergency {
  const last = event.reports.at(-1);
  return last === undefined ? event : { ...event, outbox: [...event.outbox, REPORTS + last.seq] };
}

/** What systems may want to be told of these numbers of an event's outbox. */
export function emergencyTold(event: Emergency, numbers: readonly number[]): readonly WebhookNews[] {
  const announced = event.announcements
    .filter(({ seq }) => numbers.includes(seq))
    .map(({ seq, about, at }) =>
      about === "registered"
        ? told(event, "emergency.registered", at, String(seq))
        : told(event, "emergency.overdue", at, String(seq), { stage: about }),
    );
  const reported = event.reports
    .filter(({ seq }) => numbers.includes(REPORTS + seq))
    .map((report) => told(event, "emergency.reported", report.at, `report-${report.seq}`, said(report)));
  return [...announced, ...reported];
}

function said({ stage, late }: EmergencyReport) {
  return { stage, late };
}

function told(
  event: Emergency,
  kind: EmergencyWebhookKind,
  at: Instant,
  number: string,
  more: Pick<EmergencyData, "stage" | "late"> = {},
): WebhookNews {
  const {
    id,
    projectId,
    category,
    outcome,
    accident,
    press,
    outsourced,
    departmentId,
    occurredAt,
    discoveredAt,
  } = event.registration;
  const { injury, loss } = harmOf(event);
  const data: EmergencyData = {
    eventId: id,
    projectId,
    category,
    outcome,
    accident,
    press,
    outsourced,
    departmentId,
    occurredAt,
    discoveredAt,
    status: statusOf(event),
    ...defined({ injury, loss }),
    ...more,
  };
  return { kind, at, key: `${id}#${number}`, payload: { type: kind, timestamp: at, data } };
}
