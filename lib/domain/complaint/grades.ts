import { defined } from "../present.ts";
import type { Instant } from "../time/instant.ts";
import type { Complaint } from "./document.ts";

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
    const { grade, via = "phone" } = fact;
    return [{ grade, at, origin: via === "phone" ? "call" : via, ...who }];
  });
}
