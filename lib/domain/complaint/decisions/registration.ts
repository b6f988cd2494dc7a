import { startClock } from "../../clocks/start.ts";
import { type Personal, personalRef } from "../../document/personal.ts";
import type { ClockName } from "../../policy/policy.ts";
import { toInstant } from "../../time/instant.ts";
import type { Command } from "../commands.ts";
import { missingFields } from "../completeness.ts";
import type { Context, Decision } from "../decision.ts";
import type { Complaint } from "../document.ts";
import { missingDuties } from "../duties.ts";
import type { Draft, Registration } from "../events.ts";
import { isGrave, levelFits } from "../levels.ts";
import { refuse } from "../refusal.ts";
import { retimed } from "../retime.ts";
import { dailyReportClock } from "../rungs.ts";
import { timingFor } from "../timing.ts";
import { draft, one, started, stopped } from "./drafts.ts";

type Named<T extends Command["type"]> = Extract<Command, { type: T }>;
type Values = Readonly<Record<string, Personal>>;

/** D6/D12: registered at once; the clocks run from the moment it was received (for a box: opened). */
export function register({ registration, personal, hint }: Named<"register">, context: Context): Decision {
  const { level, recordKind, receivedAt, external } = registration;
  if (level !== undefined && !levelFits(recordKind, level)) return refuse("level-contradicts-kind");
  const now = toInstant(context.now);
  const timed = { registration, level };
  const start = (name: ClockName, dueAt?: string): Draft =>
    started(startClock(name, 1, receivedAt, timingFor(name, timed), context, { dueAt }), now);
  return {
    drafts: [
      { fact: { type: "registered", ...registration }, occurredAt: receivedAt, personal },
      ...(hint === undefined ? [] : [draft({ type: "hinted", ...hint }, now)]),
      start("firstReply"),
      start("result"),
      ...recordClock(registration, personal, context),
      ...(external === undefined ? [] : [start("external", external.dueAt)]),
      ...(isGrave(level)
        ? [started(dailyReportClock({ registration, level, cycle: 1 }, now, context), now)]
        : []),
    ],
  };
}

/** D9, D12: 登记 within 24 h; a registration that is complete at once has nothing to remind of. */
function recordClock(registration: Registration, personal: Values, context: Context): Draft[] {
  const now = toInstant(context.now);
  const { receivedAt, level } = registration;
  const clock = startClock("record", 1, receivedAt, timingFor("record", { registration, level }), context);
  const complete =
    missingFields({ registration, classCode: registration.classCode, personal: placed(1, personal) })
      .length === 0;
  if (!complete) return [started(clock, now)];
  return [
    started({ ...clock, rungs: [] }, now),
    { fact: { type: "clockStopped", name: "record", cycle: 1, at: now }, occurredAt: now },
  ];
}

/** 补全登记: what the complainant tells later, or that nothing more will be told (匿名, 拒绝提供). */
export function completeRegistration(
  complaint: Complaint,
  { changes, personal }: Named<"complete-registration">,
  context: Context,
): Decision {
  return changed(complaint, { type: "registrationCompleted", changes }, personal, context);
}

/** A mistake of the registration is put right; what was written first stays in the history. */
export function correct(
  complaint: Complaint,
  { changes, personal }: Named<"correct">,
  context: Context,
): Decision {
  return changed(complaint, { type: "corrected", changes }, personal, context);
}

function changed(
  complaint: Complaint,
  fact: { readonly type: "registrationCompleted" | "corrected"; readonly changes: Partial<Registration> },
  personal: Values,
  context: Context,
): Decision {
  const now = toInstant(context.now);
  const registration = { ...complaint.registration, ...fact.changes };
  const after: Complaint = { ...complaint, registration, ...withTold(complaint, personal) };
  return {
    drafts: [
      draft(fact, now, personal),
      ...recordStops(after, context),
      ...retimed(complaint, after, context, now, "complaint"),
    ],
  };
}

/** The document as if the new values stood in it already. */
function withTold(complaint: Complaint, personal: Values): Pick<Complaint, "latest" | "personal"> {
  const seq = (complaint.events.at(-1)?.seq ?? 0) + 1;
  const fields = Object.keys(personal);
  return {
    latest: { ...complaint.latest, ...Object.fromEntries(fields.map((field) => [field, seq])) },
    personal: { ...complaint.personal, ...placed(seq, personal) },
  };
}

function placed(seq: number, personal: Values): Values {
  return Object.fromEntries(
    Object.entries(personal).map(([field, value]) => [personalRef(seq, field), value]),
  );
}

/** The record clock stops as soon as nothing is missing any more. */
export function recordStops(complaint: Complaint, context: Context): Draft[] {
  if (missingFields(complaint).length > 0) return [];
  return stopped(complaint, ["record"], toInstant(context.now), context);
}

/**
 * D3: closed at the desk by explanation, in one step; it still counts. A grave, important or urgent matter is not settled
 * so: what D11 and D13 demand of it is missing then.
 */
export function registerAndClose(
  complaint: Complaint,
  { text, classCode }: Named<"register-and-close">,
  context: Context,
): Decision {
  const now = toInstant(context.now);
  if ((classCode ?? complaint.classCode) === undefined)
    return refuse("incomplete", { missing: ["classCode"] });
  const { urgency, safety } = complaint.registration;
  if (isGrave(complaint.level) || urgency !== "general" || safety)
    return refuse("not-at-the-desk", { missing: missingDuties(complaint) });
  const all = complaint.clocks.map(({ name }) => name);
  return {
    drafts: [
      ...(classCode === undefined ? [] : [draft({ type: "classified", classCode }, now)]),
      draft({ type: "closed", ending: "at-desk" }, now, { text }),
      ...stopped(complaint, all, now, context),
    ],
  };
}

/** 转为投诉: a repair (报修) or a request becomes a complaint and keeps both numbers; only the kind may change. */
export function convert(
  complaint: Complaint,
  { recordKind, number, reason }: Named<"convert">,
  { now }: Context,
): Decision {
  if (complaint.registration.recordKind === recordKind) return refuse("same-kind");
  if (complaint.convertedNumber !== undefined) return refuse("converted-before");
  return one({ type: "converted", recordKind, number }, toInstant(now), { reason });
}
