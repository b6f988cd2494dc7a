import { complaintClasses } from "../../../domain/classification/classes.ts";
import type { Clock, ClockPause } from "../../../domain/clocks/clock.ts";
import { type Complaint, isLeaving, registeredValue } from "../../../domain/complaint/document.ts";
import { type GradeOrigin, originOf } from "../../../domain/complaint/grades.ts";
import { withoutPhones } from "../../../domain/organisation/free-text.ts";
import { maskedAddress, maskedPhone } from "../../../domain/organisation/masking.ts";
import type { Project } from "../../../domain/organisation/organisation.ts";
import { validityName } from "../../../domain/statistics/class-table.ts";
import { estateClassIn } from "../../../domain/statistics/fact-row.ts";
import { fromInstant, type Instant } from "../../../domain/time/instant.ts";
import { channelWords } from "../../../domain/words/channels.ts";
import { endingWords, gradeOriginWords, leavingWords } from "../../../domain/words/complaint.ts";
import type { LedgerRow } from "../../ports/workbook-input.ts";

/** A row of the ledger (D10) as the complaint stood at the cut-off; phone numbers are masked (`default`). */
export function ledgerRow(complaint: Complaint, project: Pick<Project, "name">, asOf: Instant): LedgerRow {
  const { registration, classCode } = complaint;
  // Ledgers go from hand to hand: anonymous is anonymous there for everybody.
  const { anonymous, location } = registration;
  const flat = anonymous ? {} : location;
  const first = firstFollowUp(complaint);
  return {
    number: numbersOf(complaint),
    receivedAt: registration.receivedAt,
    complainant: anonymous ? "匿名" : (registeredValue(complaint, "name") ?? null),
    contact: anonymous ? null : contactOf(complaint),
    project: project.name,
    area: location.area ?? null,
    building: location.building ?? null,
    unit: flat.unit ?? null,
    room: flat.room ?? null,
    source: channelWords[registration.channel].zh,
    class:
      classCode === undefined && registration.historical?.estateClass === undefined
        ? null
        : estateClassIn(complaint),
    point: classCode === undefined ? null : complaintClasses[classCode].zh,
    matter: matterOf(complaint),
    kind: registration.recordKind,
    dueAt: complaint.taskDueAt ?? null,
    completedAt: complaint.resolvedAt ?? null,
    onTime: onTime(complaint, asOf),
    followedUpAt: first?.at ?? null,
    grade: first?.grade ?? null,
    gradeOrigin:
      first?.grade === undefined || first.grade === null ? null : gradeOriginWords[first.origin].zh,
    unreachable: complaint.ending === "unreachable",
    validity: validityWords(complaint),
    ending: endingOf(complaint),
    ...paused(complaint, asOf),
  };
}

/** Null while it may still be finished in time, and for what is no task (ended, or without a due instant). */
function onTime({ taskDueAt, resolvedAt, endedAt }: Complaint, asOf: Instant): boolean | null {
  if (taskDueAt === undefined || endedAt !== undefined) return null;
  if (resolvedAt !== undefined) return resolvedAt <= taskDueAt;
  return taskDueAt < asOf ? false : null;
}

/** How long the result waited for others in natural hours to the hundredth, and for what (pauses are `default`). */
function paused({ clocks }: Complaint, asOf: Instant): Pick<LedgerRow, "pausedHours" | "pausedFor"> {
  const pauses = clocks
    .filter(({ name }) => name === "result")
    .flatMap((clock) => (clock.pauses ?? []).map((pause) => ({ pause, end: endOf(pause, clock, asOf) })));
  if (pauses.length === 0) return { pausedHours: null, pausedFor: [] };
  const ms = pauses.reduce((sum, { pause, end }) => sum + Math.max(0, epoch(end) - epoch(pause.from)), 0);
  return {
    pausedHours: Math.round(ms / 36_000) / 100,
    pausedFor: [...new Set(pauses.map(({ pause }) => pause.reason))],
  };
}

function endOf(pause: ClockPause, clock: Clock, asOf: Instant): Instant {
  return pause.to ?? clock.stoppedAt ?? asOf;
}

function epoch(at: Instant): number {
  return fromInstant(at).epochMilliseconds;
}

/** The ledger's order: by receipt, then by number, so that two builds print the same. */
export function byReceipt(a: LedgerRow, b: LedgerRow): number {
  if (a.receivedAt !== b.receivedAt) return a.receivedAt < b.receivedAt ? -1 : 1;
  return a.number < b.number ? -1 : 1;
}

/** 编号: a converted record goes by both its numbers (报修转投诉). */
function numbersOf({ registration, convertedNumber }: Complaint): string {
  return convertedNumber === undefined ? registration.number : `${registration.number}/${convertedNumber}`;
}

/** 联系方式, whatever it is, masked (`default`): the ledger leaves the project. */
function contactOf(complaint: Complaint): string | null {
  const phone = registeredValue(complaint, "phone");
  const email = registeredValue(complaint, "email");
  const told = [
    ...(phone === undefined ? [] : [maskedPhone(phone)]),
    ...(email === undefined ? [] : [maskedAddress(email)]),
  ];
  return told.length === 0 ? null : told.join("\n");
}

/** When the customer was reached for the first time, and what was answered then: a 返单 does not change it. */
function firstFollowUp({
  events,
}: Complaint):
  | { readonly at: Instant; readonly grade: number | null; readonly origin: GradeOrigin }
  | undefined {
  for (const { fact, occurredAt } of events) {
    if (fact.type === "followUpAttempted" && fact.outcome === "reached")
      return { at: occurredAt, grade: fact.grade ?? null, origin: originOf(fact.via) };
  }
  return undefined;
}

/** 投诉内容 without the telephone numbers that people write into it. */
function matterOf(complaint: Complaint): string | null {
  const matter = registeredValue(complaint, "matter");
  return matter === undefined ? null : withoutPhones(matter);
}

function validityWords({ registration, validity }: Complaint): string | null {
  if (registration.recordKind !== "complaint") return null;
  return validityName({
    validity: validity ?? "valid",
    ...(validity === undefined ? { unjudged: true } : {}),
  });
}

/** 结案方式: how it was closed, or why it left the tasks; null while somebody still has to do something. */
function endingOf({ ending }: Complaint): string | null {
  if (ending === undefined) return null;
  // The words are those of the history; the column says that it is about closing.
  return isLeaving(ending) ? leavingWords[ending].zh : endingWords[ending].zh.replace("结案，", "");
}
