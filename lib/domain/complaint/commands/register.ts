import { startClock } from "../../clocks/start.ts";
import type { Recipient } from "../../escalation/recipients.ts";
import type { ClockName } from "../../policy/policy.ts";
import { omit } from "../../present.ts";
import { toInstant } from "../../time/instant.ts";
import type { Hint } from "../../triage/hint.ts";
import type { Context, Decision } from "../decision.ts";
import type { FactDraft, Registration } from "../events.ts";
import { refuse } from "../refusal.ts";
import { missingFields } from "../rules/completeness.ts";
import { draft, started } from "../rules/drafts.ts";
import { isGrave, levelFits } from "../rules/levels.ts";
import { placed, type Values } from "../rules/registering.ts";
import { dailyReportClock } from "../rules/rungs.ts";
import { ticketClocks } from "../rules/ticket-clocks.ts";
import { timingFor } from "../rules/timing.ts";
import type { Definition } from "./definition.ts";

interface Register {
  readonly type: "register";
  readonly registration: Registration;
  readonly personal: Values;
  readonly hint?: Hint & { readonly recipients: readonly Recipient[] };
}

/** D6, D12: registered at once; the clocks run from the moment it was received (for a box: opened). */
export const register: Definition<Register, "registered" | "hinted"> = {
  name: "register",
  rule: {
    clause: "D6, D12",
    zh: "接到投诉立即登记，时限自接到时起算",
    en: "It is registered at once; its clocks run from the moment it was received",
  },
  decide: () => refuse("already-registered"),
  folds: {
    registered: (complaint) => complaint,
    // Later words say nothing new about the matter.
    hinted: (complaint, fact) =>
      fact.heardIn === undefined
        ? { ...complaint, hint: omit(fact, "type", "recipients", "heardIn") }
        : complaint,
  },
};

/** The first events of a complaint. */
export function registered({ registration, personal, hint }: Register, context: Context): Decision {
  const { level, recordKind, receivedAt, external } = registration;
  if (level !== undefined && !levelFits(recordKind, level)) return refuse("level-contradicts-kind");
  const now = toInstant(context.now);
  // What was over before the desk began owes nobody anything.
  if (registration.historical !== undefined)
    return { drafts: [{ fact: { type: "registered", ...registration }, occurredAt: receivedAt, personal }] };
  const timed = { registration, level };
  const start = (name: ClockName): FactDraft =>
    started(startClock(name, 1, receivedAt, timingFor(name, timed), context), now);
  return {
    drafts: [
      { fact: { type: "registered", ...registration }, occurredAt: receivedAt, personal },
      ...(hint === undefined ? [] : [draft({ type: "hinted", ...hint }, now)]),
      start("firstReply"),
      start("result"),
      ...recordClock(registration, personal, context),
      ...(external === undefined
        ? []
        : ticketClocks({ ...timed, cycle: 1 }, external, receivedAt, context).map((clock) =>
            started(clock, now),
          )),
      ...(isGrave(level)
        ? [started(dailyReportClock({ registration, level, cycle: 1 }, now, context), now)]
        : []),
    ],
  };
}

/** D9, D12: 登记 within 24 h; a registration that is complete at once has nothing to remind of. */
function recordClock(registration: Registration, personal: Values, context: Context): FactDraft[] {
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
