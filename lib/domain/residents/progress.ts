import { nextOpening, type WorkingCalendar } from "../calendar/index.ts";
import { type Clock, type ClockOutcome, clockOutcome, dueAt, type PauseReason } from "../clocks/clock.ts";
import { type Complaint, isOpen, personalValue } from "../complaint/document.ts";
import type { StoredEvent } from "../complaint/events.ts";
import { isGrave } from "../complaint/rules/levels.ts";
import { defined } from "../present.ts";
import { fromInstant, type Instant, localDate, toInstant } from "../time/instant.ts";

/** What a resident is shown of the way a complaint goes: 已登记 → 已派单 → 处理中 → 已答复 → 回访. */
export const shownSteps = ["registered", "assigned", "handling", "answered", "followed-up"] as const;
export type ShownStep = (typeof shownSteps)[number];

export interface Progress {
  /** Each step with when it was done; absent: still to come. */
  readonly steps: readonly { readonly step: ShownStep; readonly at?: Instant }[];
  readonly promises: readonly Promised[];
  readonly told: readonly Told[];
}

/** A time that was promised to the complainant, and what became of it. Our own clocks are not shown. */
export interface Promised {
  readonly name: (typeof promisedClocks)[number];
  readonly dueAt: Instant;
  readonly provisional: boolean;
  readonly outcome: ClockOutcome;
  /** While it stands still: what is waited for. */
  readonly waitsFor?: PauseReason;
}
const promisedClocks = ["firstReply", "promised", "result", "node"] as const;

/** True for a clock that is promised to the complainant; all others are between ourselves. */
export function isPromised(name: string): boolean {
  return promisedClocks.some((one) => one === name);
}

/** What was said, by whom: the words of the desk; of the complainant's own that they came. */
export interface Told {
  readonly at: Instant;
  readonly kind: "reply" | "result" | "message" | "urge" | "closed" | "reopened" | "withdrawn";
  /** Absent: erased, or the complainant's own. */
  readonly text?: string;
  /** Files of ours that went with it, and those that the complainant sent. */
  readonly files: readonly string[];
}

/** The whole history is needed: older replies may lie beside the document. */
export function progressOf(complaint: Complaint, now: Instant): Progress {
  return { steps: stepsOf(complaint), promises: promisesOf(complaint, now), told: toldOf(complaint) };
}

function stepsOf(complaint: Complaint): Progress["steps"] {
  const { registration, events, resolvedAt, closedAt, attempts } = complaint;
  const first = (...types: StoredEvent["fact"]["type"][]) =>
    events.find(({ fact }) => types.includes(fact.type))?.occurredAt;
  const reached = attempts.find(({ outcome }) => outcome === "reached")?.at;
  const assigned = first("assigned");
  const done: Readonly<Record<ShownStep, Instant | undefined>> = {
    registered: registration.receivedAt,
    assigned,
    handling: first("accepted", "progressed", "planWritten", "replied") ?? resolvedAt,
    answered: resolvedAt,
    "followed-up": reached ?? closedAt,
  };
  return shownSteps.map((step) => {
    const at = done[step];
    return at === undefined ? { step } : { step, at };
  });
}

/** Of each promise the one of the latest cycle; what was given up with an earlier plan is nobody's promise any more. */
function promisesOf(complaint: Complaint, now: Instant): Promised[] {
  const latest = (clock: Clock) =>
    !complaint.clocks.some((other) => other.name === clock.name && other.cycle > clock.cycle);
  return promisedClocks.flatMap((name) =>
    complaint.clocks
      .filter((clock) => clock.name === name && clock.lapsed !== true && latest(clock))
      .map((clock) => {
        const waitsFor = clock.pauses?.findLast(({ to }) => to === undefined)?.reason;
        return {
          name,
          dueAt: dueAt(clock),
          provisional: clock.limits[0]?.provisional ?? false,
          outcome: clockOutcome(clock, now, complaint.endedAt),
          ...defined({ waitsFor }),
        };
      }),
  );
}

function toldOf(complaint: Complaint): Told[] {
  return complaint.events.flatMap((event) => {
    const kind = kindOf(event);
    if (kind === undefined) return [];
    const own = kind === "message" || kind === "urge";
    const text = own || kind === "withdrawn" ? undefined : personalValue(complaint, event.seq, "text");
    return [
      {
        at: event.occurredAt,
        kind,
        files: filesWith(complaint, event),
        ...defined({ text }),
      },
    ];
  });
}

/** What an event tells the complainant: an answer (D6), or what came of it — done (D12), or found to be no fault (D11). */
export function answerIn(fact: StoredEvent["fact"]): "reply" | "result" | undefined {
  switch (fact.type) {
    case "replied":
      return "reply";
    case "resolved":
    case "invalidExplained":
      return "result";
    default:
      return undefined;
  }
}

function kindOf({ fact }: StoredEvent): Told["kind"] | undefined {
  switch (fact.type) {
    case "messageReceived":
      return "message";
    case "urged":
      return "urge";
    case "closed":
    case "reopened":
    case "withdrawn":
      return fact.type;
    default:
      return answerIn(fact);
  }
}

/** Files that were handed in with one act. */
function filesWith({ events }: Complaint, { commandId }: StoredEvent): string[] {
  return events.flatMap(({ fact, commandId: other }) =>
    fact.type === "attachmentsStored" && other === commandId
      ? fact.files.filter(({ left }) => left === undefined).map(({ id }) => id)
      : [],
  );
}

/** The complainant's own pictures from the beginning, and what came with replies: never files of our own notes. */
export function filesShown(complaint: Complaint): readonly string[] {
  const [registered] = complaint.events;
  const begun = registered === undefined ? [] : filesWith(complaint, registered);
  return [...new Set([...begun, ...toldOf(complaint).flatMap(({ files }) => files)])];
}

/** The working day on which somebody reads what comes now: after closing and on holidays the next one. */
function readOn(at: Instant, calendar: WorkingCalendar): string {
  return localDate(toInstant(nextOpening(calendar, fromInstant(at))), calendar.timeZone);
}

/** 催办 once a working day (`default`): true if this day's has been made. */
export function urgedToday({ events }: Complaint, now: Instant, calendar: WorkingCalendar): boolean {
  const today = readOn(now, calendar);
  return events.some(
    ({ fact, by, occurredAt }) =>
      fact.type === "urged" && by.kind === "customer" && readOn(occurredAt, calendar) === today,
  );
}

/**
 * True if the complainant may take it back alone. Danger, a grave matter and a ticket of the government are not over because
 * one person says so (`default`): there the wish goes to whoever holds the complaint.
 */
export function mayWithdrawAlone(complaint: Complaint): boolean {
  const { registration, level } = complaint;
  const stays =
    registration.safety || registration.urgency === "urgent" || registration.external !== undefined;
  return isOpen(complaint) && !stays && !isGrave(level);
}
