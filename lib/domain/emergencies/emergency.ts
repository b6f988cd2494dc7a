import type { ArchivedRun } from "../document/archive.ts";
import type { Personal, PersonalRef } from "../document/personal.ts";
import type { Alarm, ArmedTimer } from "../document/timer.ts";
import type { Recipient } from "../escalation/recipients.ts";
import { defined } from "../present.ts";
import type { Instant } from "../time/instant.ts";
import type { EmergencyCategory, EmergencyOutcome } from "./taxonomy.ts";

/** 首报, 书面报告, 续报 (any number), 终报; always in this order. */
export const reportStages = ["first", "written", "follow-up", "final"] as const;
export type ReportStage = (typeof reportStages)[number];
/** Stages with a time limit. */
export type TimedStage = Exclude<ReportStage, "follow-up">;

export const emergencyStatuses = ["open", "closed"] as const;
export type EmergencyStatus = (typeof emergencyStatuses)[number];

export interface Injury {
  readonly dead: number;
  readonly injured: number;
}

/** Injury and loss as far as known; a later report replaces what it mentions. */
export interface Harm {
  readonly injury?: Injury;
  /** CNY. */
  readonly loss?: number;
}

/** Who did something, under which `Idempotency-Key`, with the keyed hash of what was sent. */
export interface Receipt {
  readonly by: string;
  readonly commandId: string;
  readonly request: string;
}

/** What was registered; description, place and reporter stand in `personal` under sequence number 1. */
export interface EmergencyRegistration extends Harm, Receipt {
  readonly id: string;
  readonly projectId: string;
  readonly timeZone: string;
  readonly category: EmergencyCategory;
  readonly outcome: EmergencyOutcome;
  /** It happened in work that is outsourced (外包). */
  readonly outsourced: boolean;
  /** 事故灾祸. */
  readonly accident: boolean;
  /** 媒体负面报道. */
  readonly press: boolean;
  readonly departmentId: string;
  readonly occurredAt: Instant;
  readonly discoveredAt: Instant;
  readonly recordedAt: Instant;
  readonly calendarVersion: string;
}

/** A report's limit, computed once with the calendar that the registration is stamped with. */
export interface DueReport {
  readonly stage: TimedStage;
  readonly dueAt: Instant;
  /** The holidays up to then are not published yet. */
  readonly provisional: boolean;
}

/** A report that was given; its text stands in `personal` under `seq`. */
export interface EmergencyReport extends Harm, Receipt {
  /** 2 for the first one: the registration is number 1. */
  readonly seq: number;
  readonly stage: ReportStage;
  readonly at: Instant;
  readonly late: boolean;
}

/** Somebody must hear of it: of the registration, or of a report that is overdue. Each is decided once. */
export interface Announcement {
  readonly seq: number;
  readonly about: "registered" | TimedStage;
  readonly at: Instant;
  readonly recipients: readonly Recipient[];
}

/**
 * An emergency event (突发事件, D7): one document. `revision`, `armed`, `outbox` and `writtenAt` belong to the storage
 * protocol (`lib/domain/document`); the outbox holds announcements not handed over yet.
 */
export interface Emergency {
  readonly schema: 1;
  readonly registration: EmergencyRegistration;
  readonly due: readonly DueReport[];
  readonly reports: readonly EmergencyReport[];
  readonly archive?: readonly ArchivedRun[];
  readonly announcements: readonly Announcement[];
  readonly personal: Readonly<Record<PersonalRef, Personal>>;
  readonly alarm: Alarm;
  readonly armed: ArmedTimer;
  readonly outbox: readonly number[];
  readonly revision: number;
  readonly writtenAt: Instant;
}

type Reported = Pick<Emergency, "reports">;

/** The API's version: rises with each report, not with the timer. */
export function versionOf({ reports }: Reported): number {
  return reports.at(-1)?.seq ?? 1;
}

/** Closed by the final report. */
export function statusOf({ reports }: Reported): EmergencyStatus {
  return reports.at(-1)?.stage === "final" ? "closed" : "open";
}

/** The stages that may be reported now; none once it is closed. */
export function nextStages({ reports }: Reported): readonly ReportStage[] {
  switch (reports.at(-1)?.stage) {
    case undefined:
      return ["first"];
    case "first":
      return ["written"];
    case "written":
    case "follow-up":
      return ["follow-up", "final"];
    case "final":
      return [];
  }
}

/** Injury and loss as last reported. */
export function harmOf({ registration, reports }: Pick<Emergency, "registration" | "reports">): Harm {
  const told: readonly Harm[] = [registration, ...reports];
  const injury = told.findLast((harm) => harm.injury !== undefined)?.injury;
  const loss = told.findLast((harm) => harm.loss !== undefined)?.loss;
  return defined({ injury, loss });
}

/** The event as it stood right after one of its reports: the same key gives the same answer again. */
export function asAfterReport(event: Emergency, seq: number): Emergency {
  return { ...event, reports: event.reports.filter((report) => report.seq <= seq) };
}
