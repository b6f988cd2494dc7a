import type { NoticeFacts } from "../../app/ports/notices.ts";
import type { Complaint } from "../../domain/complaint/document.ts";
import type { StoredEvent } from "../../domain/complaint/events.ts";
import type { Project } from "../../domain/organisation/organisation.ts";
import { type Dates, datesIn } from "./when.ts";

/** The complaint a notice is about, the event that caused it, and how dates are written for its project. */
export interface ComplaintSubject {
  readonly complaint: Complaint;
  readonly project: Project;
  readonly event: StoredEvent;
  readonly dates: Dates;
}

/** Throws if the facts do not belong to a complaint's notice. */
export function complaintSubject(facts: NoticeFacts): ComplaintSubject {
  const { notice, complaint, project } = facts;
  if (notice.subject.kind !== "complaint" || complaint === undefined || project === undefined) {
    throw new TypeError(`notice ${notice.key} is rendered without its complaint`);
  }
  const { seq } = notice.subject;
  const event = complaint.events.find((candidate) => candidate.seq === seq);
  if (event === undefined) throw new TypeError(`event ${seq} of notice ${notice.key} is not in the document`);
  return { complaint, project, event, dates: datesIn(complaint.registration.timeZone, facts.now) };
}
