import { type Personal, personalRef } from "../../document/personal.ts";
import type { Post } from "../../organisation/organisation.ts";
import { defined, omit } from "../../present.ts";
import { toInstant } from "../../time/instant.ts";
import type { Circumstances, FactOf } from "../commands/definition.ts";
import type { Context, Decision } from "../decision.ts";
import type { Complaint } from "../document.ts";
import type { FactDraft, RegistrationChanges } from "../events.ts";
import { refuse } from "../refusal.ts";
import { missingFields } from "./completeness.ts";
import { draft, stopped } from "./drafts.ts";
import { informed } from "./informing.ts";
import { retimed } from "./retime.ts";
import { impossibleTime } from "./stated-times.ts";
import { correctedState, correctedTicket, withoutTicketClocks } from "./ticket-correction.ts";

export type Values = Readonly<Record<string, Personal>>;

type Changing = FactOf<"registrationCompleted" | "corrected">;

/** Something of the registration is told anew: its clock stops if nothing is missing now, the others move with it. */
export function changeRegistration(
  complaint: Complaint,
  fact: Changing,
  personal: Values,
  context: Context,
): Decision {
  const now = toInstant(context.now);
  const impossible = impossibleTime(toldAnew(complaint, fact.changes), complaint.registration, now);
  if (impossible !== undefined) return refuse(impossible.refused);
  const registration = { ...complaint.registration, ...fact.changes };
  const after: Complaint = {
    ...complaint,
    registration,
    ...withTold(complaint, personal),
    ...defined({ ticket: correctedState(complaint, fact.changes) }),
  };
  return {
    drafts: [
      draft({ ...fact, ...warned(complaint, after, context) }, now, personal),
      ...recordStops(after, context),
      ...correctedTicket(complaint, after, context),
      ...retimed(withoutTicketClocks(complaint), after, context, now, "complaint"),
    ],
  };
}

/** What of it is new: an old ticket's time is not judged again when its number is corrected. */
function toldAnew(
  { registration: { external: was } }: Complaint,
  changes: RegistrationChanges,
): RegistrationChanges {
  const { external: told } = changes;
  const isSame = told?.dueAt === was?.dueAt && told?.signBy === was?.signBy;
  return isSame ? omit(changes, "external") : changes;
}

/** D4: whoever holds it and turns out to be complained of may not go on with it; supervisor and manager give it to another. */
const whoReassigns: readonly Post[] = ["supervisor", "manager"];

function warned(before: Complaint, after: Complaint, context: Context): ReturnType<typeof informed> {
  const { againstPersonId } = after.registration;
  const isNew = againstPersonId !== undefined && againstPersonId !== before.registration.againstPersonId;
  return isNew && againstPersonId === before.handlerId ? informed(after, whoReassigns, context) : {};
}

/** The registration with what was told anew; values are read from that event from then on. */
export function changedRegistration(
  complaint: Complaint,
  { changes }: Changing,
  { seq, digests = {} }: Circumstances,
): Complaint {
  const told = Object.keys(digests).filter((field) => field !== "reason");
  return {
    ...complaint,
    ...defined({ ticket: correctedState(complaint, changes) }),
    registration: {
      ...(changes.location === undefined
        ? complaint.registration
        : omit(complaint.registration, "locationAssumed")),
      ...changes,
    },
    latest: { ...complaint.latest, ...Object.fromEntries(told.map((field) => [field, seq])) },
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

/** Values as they stand beside the event of this number. */
export function placed(seq: number, personal: Values): Values {
  return Object.fromEntries(
    Object.entries(personal).map(([field, value]) => [personalRef(seq, field), value]),
  );
}

/** The record clock stops as soon as nothing is missing any more. */
export function recordStops(complaint: Complaint, context: Context): FactDraft[] {
  if (missingFields(complaint).length > 0) return [];
  return stopped(complaint, ["record"], toInstant(context.now), context);
}
