import { defined } from "../present.ts";
import type { Instant } from "../time/instant.ts";
import type { Complaint } from "./document.ts";
import type { FollowUpVia } from "./events.ts";

/** By the customer's own link; told to one of the staff; asked by call, visit, mail or message in the follow-up. */
export const gradeOrigins = ["link", "staff", "call", "visit", "email", "message"] as const;
export type GradeOrigin = (typeof gradeOrigins)[number];

export interface GivenGrade {
  readonly grade: number;
  readonly at: Instant;
  readonly origin: GradeOrigin;
  /** Who of the staff wrote it down. */
  readonly byPersonId?: string;
}

/** D4: every grade of the handling, oldest first, with where it comes from. Wants the whole history. */
export function gradesOf({ events }: Pick<Complaint, "events">): GivenGrade[] {
  return events.flatMap(({ fact, by, occurredAt: at }): GivenGrade[] => {
    const who = defined({ byPersonId: by.kind === "person" ? by.id : undefined });
    if (fact.type === "opinionRecorded")
      return [{ grade: fact.grade, at, origin: by.kind === "customer" ? "link" : "staff", ...who }];
    if (fact.type !== "followUpAttempted" || fact.grade === undefined) return [];
    return [{ grade: fact.grade, at, origin: originOf(fact.via), ...who }];
  });
}

/** True for the grades of a follow-up; the others came by themselves. */
export function isAsked(origin: GradeOrigin): boolean {
  return origin !== "link" && origin !== "staff";
}

/** Where a grade of a follow-up comes from: who does not say how asked by phone. */
export function originOf(via: FollowUpVia = "phone"): GradeOrigin {
  return via === "phone" ? "call" : via;
}
