import { addWorkingDays, isProvisional, type WorkingCalendar } from "../calendar/index.ts";
import { beside, type Personal } from "../document/personal.ts";
import { movedTo } from "../document/timer.ts";
import type { FindRecipients } from "../escalation/recipients.ts";
import { fromInstant, type Instant, plusSeconds, toInstant } from "../time/instant.ts";
import type {
  DueReport,
  Emergency,
  EmergencyRegistration,
  EmergencyReport,
  Harm,
  Receipt,
  ReportStage,
} from "./emergency.ts";
import { nextStages, statusOf, versionOf } from "./emergency.ts";
import { builtInEmergencyPolicy, type EmergencyPolicy } from "./emergency-policy.ts";

/** The limits of an event's reports, earliest first: 首报 30 min, 书面 2 h, 终报 5 working days after discovery. */
export function dueReports(
  { discoveredAt }: Pick<EmergencyRegistration, "discoveredAt">,
  calendar: WorkingCalendar,
  policy: EmergencyPolicy = builtInEmergencyPolicy,
): readonly DueReport[] {
  const final = addWorkingDays(calendar, fromInstant(discoveredAt), policy.finalWorkingDays);
  return [
    { stage: "first", dueAt: plusSeconds(discoveredAt, policy.firstMinutes * 60), provisional: false },
    { stage: "written", dueAt: plusSeconds(discoveredAt, policy.writtenMinutes * 60), provisional: false },
    { stage: "final", dueAt: toInstant(final), provisional: isProvisional(calendar, final) },
  ];
}

/** A new event with its limits and the announcement of it; revision 1. */
export function registerEmergency(
  registration: EmergencyRegistration,
  personal: Readonly<Record<string, Personal>>,
  calendar: WorkingCalendar,
  recipients: FindRecipients,
  policy: EmergencyPolicy = builtInEmergencyPolicy,
): Emergency {
  const { accident, press, recordedAt: at } = registration;
  const posts = accident || press ? policy.immediate : policy.ordinary;
  return timed({
    schema: 1,
    registration,
    due: dueReports(registration, calendar, policy),
    reports: [],
    announcements: [{ seq: 1, about: "registered", at, recipients: recipients(posts) }],
    personal: beside(1, personal),
    alarm: { epoch: 0 },
    armed: { epoch: 0 },
    outbox: [1],
    revision: 1,
    writtenAt: at,
  });
}

/** A report as given; the text comes with its salt. */
export interface GivenReport extends Harm, Receipt {
  readonly stage: ReportStage;
  readonly text: Personal;
}

export type ReportRefusal = "event-closed" | "report-out-of-order";

/** Adds a report; the stages go forward only and none is left out. The final one closes the event. */
export function addReport(
  event: Emergency,
  { text, ...given }: GivenReport,
  at: Instant,
): Emergency | { readonly refused: ReportRefusal; readonly allowed: readonly ReportStage[] } {
  const allowed = nextStages(event);
  if (statusOf(event) === "closed") return { refused: "event-closed", allowed };
  if (!allowed.includes(given.stage)) return { refused: "report-out-of-order", allowed };
  const seq = versionOf(event) + 1;
  const due = event.due.find(({ stage }) => stage === given.stage);
  const report: EmergencyReport = { ...given, seq, at, late: due !== undefined && due.dueAt < at };
  return timed(
    written(event, at, {
      reports: [...event.reports, report],
      personal: { ...event.personal, ...beside(seq, { text }) },
    }),
  );
}

/** Announces each report that is overdue, once per stage; the same object when there is nothing to announce. */
export function announceOverdue(
  event: Emergency,
  now: Instant,
  recipients: FindRecipients,
  policy: EmergencyPolicy = builtInEmergencyPolicy,
): Emergency {
  const late = awaited(event).filter(({ dueAt }) => dueAt < now);
  if (late.length === 0) return event;
  const to = recipients(policy.overdue);
  const announcements = late.map(({ stage }, index) => ({
    seq: event.announcements.length + 1 + index,
    about: stage,
    at: now,
    recipients: to,
  }));
  return timed(
    written(event, now, {
      announcements: [...event.announcements, ...announcements],
      outbox: [...event.outbox, ...announcements.map(({ seq }) => seq)],
    }),
  );
}

/** Limits of reports that are still to come. */
export function openReports({ due, reports }: Pick<Emergency, "due" | "reports">): readonly DueReport[] {
  return due.filter(({ stage }) => !reports.some((report) => report.stage === stage));
}

/** Limits that the timer still has to watch: to come, and not announced as overdue. */
function awaited(event: Emergency): readonly DueReport[] {
  return openReports(event).filter(({ stage }) => !event.announcements.some(({ about }) => about === stage));
}

function written(event: Emergency, writtenAt: Instant, changes: Partial<Emergency>): Emergency {
  return { ...event, ...changes, revision: event.revision + 1, writtenAt };
}

/** Sets the timer to just after the next limit; its epoch rises only when that instant changes. */
function timed(event: Emergency): Emergency {
  const due = awaited(event)[0]?.dueAt;
  // A report in the very moment of its limit is in time.
  const at = due === undefined ? undefined : plusSeconds(due, 1);
  return { ...event, alarm: movedTo(event.alarm, at) };
}
