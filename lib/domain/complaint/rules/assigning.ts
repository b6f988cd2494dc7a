import { defined, omit } from "../../present.ts";
import { type Instant, toInstant } from "../../time/instant.ts";
import type { FactOf } from "../commands/definition.ts";
import type { Context, Decision } from "../decision.ts";
import type { Complaint } from "../document.ts";
import type { FactDraft } from "../events.ts";
import { refuse } from "../refusal.ts";
import { lapsed, startedNow } from "./drafts.ts";
import { assignedPosts, informed } from "./informing.ts";

/** Who is to solve it, and by when the department has to report (D4 限期). */
export interface Dispatch {
  readonly departmentId: string;
  readonly handlerId?: string;
  readonly limitAt?: Instant;
}

/** Who has it from now on, and who is told of it. */
export type Holding = Pick<FactOf<"assigned">, "departmentId" | "handlerId" | "recipients">;

/**
 * D4, D6: whoever gets it has to accept it, within the department's limit (限期) if there is one. Nobody handles a complaint
 * about oneself.
 */
export function assigned(
  complaint: Complaint,
  { departmentId, handlerId, limitAt }: Dispatch,
  context: Context,
  fact: (who: Holding, at: Instant) => FactDraft,
): Decision {
  const now = toInstant(context.now);
  if (limitAt !== undefined && limitAt <= now) return refuse("limit-in-the-past");
  if (handlerId !== undefined && handlerId === complaint.registration.againstPersonId)
    return refuse("complained-of", { missing: ["handlerId"] });
  const who = { departmentId, ...defined({ handlerId }) };
  const key = String((complaint.assignments ?? 0) + 1);
  const start = (name: "accept" | "department", dueAt?: Instant) =>
    startedNow(name, complaint, now, context, { key, dueAt });
  const told = informed({ ...omit(complaint, "handlerId"), ...who }, assignedPosts(handlerId), context);
  return {
    drafts: [
      fact({ ...who, ...told }, now),
      ...lapsed(complaint, ["accept", "department"], now, context),
      start("accept"),
      ...(limitAt === undefined ? [] : [start("department", limitAt)]),
    ],
  };
}

/** The complaint in the hands of whoever it was given to. */
export function heldBy(complaint: Complaint, { departmentId, handlerId }: Holding): Complaint {
  return {
    ...omit(complaint, "handlerId"),
    ...defined({ handlerId }),
    status: "handling",
    departmentId,
    assignments: (complaint.assignments ?? 0) + 1,
  };
}
