import { estateClassOf } from "../classification/classes.ts";
import type { EstateClass } from "../classification/estate.ts";
import { nextDueAt } from "../clocks/clock.ts";
import { type Complaint, isOpen, openStatuses } from "../complaint/document.ts";
import { levelInForce } from "../complaint/rules/levels.ts";
import { defined } from "../present.ts";
import { fromInstant, type Instant, monthOf, toInstant } from "../time/instant.ts";

/** What lists and figures need of a complaint, projected into the indexes (≤ 300 bytes). */
export interface FactRow {
  readonly number: string;
  readonly projectId: string;
  readonly channel: string;
  readonly kind: string;
  readonly status: string;
  readonly receivedAt: string;
  readonly dueAt?: string;
  readonly nextDueAt?: string;
  readonly completedAt?: string;
  readonly endedAt?: string;
  readonly validity?: string;
  readonly classCode?: string;
  readonly estateClass: string;
  readonly level?: string;
  readonly firstGrade?: number;
  readonly handlerId?: string;
  /** Owners of corrective actions not yet verified, by id, one a line. */
  readonly actionOwners?: string;
  /**
   * Nothing was recorded later than this: the end of its four hours (UTC). Each change of a row is paid in three indexes,
   * and a figure only asks whether a document has changed since its cut-off.
   */
  readonly lastEventAt: string;
  /** Policy and calendar the running clocks were computed with; absent when none runs. */
  readonly rules?: string;
  /** Number of corrective actions (整改); absent when there is none. */
  readonly actions?: number;
  /** When the platform of its government ticket last reported a rating. */
  readonly ratedAt?: string;
}

/** The D1 row of a complaint: by its problem point, else as an old ledger called it. */
export function estateClassIn({ classCode, registration }: Complaint): EstateClass {
  return classCode === undefined
    ? (registration.historical?.estateClass ?? estateClassOf(undefined))
    : estateClassOf(classCode);
}

/** Derives the fact row; the only place that knows how figures see a complaint. */
export function factRow(complaint: Complaint): FactRow {
  const { registration } = complaint;
  // A withdrawn complaint's clocks were never answered, but nobody waits for them any more.
  const next = isOpen(complaint) ? nextDueAt(complaint.clocks) : undefined;
  const stamp = stampOf(complaint);
  const unverified = (complaint.actions ?? []).filter(({ verifiedAt }) => verifiedAt === undefined);
  const owners = new Set(unverified.map(({ ownerId }) => ownerId));
  return {
    number: registration.number,
    projectId: registration.projectId,
    channel: registration.channel,
    kind: registration.recordKind,
    status: complaint.status,
    receivedAt: registration.receivedAt,
    estateClass: estateClassIn(complaint),
    lastEventAt: endOfBlock(complaint.lastEventAt),
    ...defined({
      dueAt: complaint.taskDueAt,
      nextDueAt: next,
      completedAt: complaint.resolvedAt,
      endedAt: complaint.endedAt,
      validity: complaint.validity,
      classCode: complaint.classCode,
    }),
    ...levelIn(complaint),
    ...defined({ firstGrade: complaint.firstGrade, rules: stamp }),
    ...(complaint.actions === undefined ? {} : { actions: complaint.actions.length }),
    ...defined({ handlerId: complaint.handlerId, ratedAt: complaint.ticket?.rating?.at }),
    ...(owners.size === 0 ? {} : { actionOwners: [...owners].sort().join("\n") }),
  };
}

function endOfBlock(at: Instant): Instant {
  return toInstant(
    fromInstant(at).round({ smallestUnit: "hour", roundingIncrement: 4, roundingMode: "ceil" }),
  );
}

/** True if the row says that the person handles the complaint or owns a corrective action of it. */
export function isHeldBy({ status, handlerId, actionOwners = "" }: FactRow, personId: string): boolean {
  const handles = openStatuses.some((open) => open === status) && handlerId === personId;
  return handles || actionOwners.split("\n").includes(personId);
}

/** Both versions of a clock's rules, as lists carry them. */
export function rulesStamp(policyVersion: string, calendarVersion: string): string {
  return `${policyVersion} ${calendarVersion}`;
}

/** What the clocks that have not stopped were computed with; `mixed` is never what is in force. */
function stampOf(complaint: Complaint): string | undefined {
  if (!isOpen(complaint)) return undefined;
  const running = complaint.clocks.filter(({ stoppedAt }) => stoppedAt === undefined);
  const [first, ...others] = new Set(
    running.map(({ policyVersion, calendarVersion }) => rulesStamp(policyVersion, calendarVersion)),
  );
  return others.length === 0 ? first : "mixed";
}

/** D11: in a group a complaint counts as a B, an opinion as a D, unless its own level is graver. */
function levelIn(complaint: Complaint): Pick<FactRow, "level"> {
  return defined({ level: levelInForce(complaint) });
}

/** The month a complaint is filed under: when it was received, in the project's time zone. */
export function monthOfReceipt(complaint: Complaint): string {
  return monthOf(complaint.registration.receivedAt, complaint.registration.timeZone);
}
