import type * as z from "zod";
import { clockSummaries } from "../../../app/complaints/clock-view.ts";
import type { trackingView } from "../../../contracts/public/views.ts";
import { type Complaint, personalValue } from "../../../domain/complaint/document.ts";
import type { StoredEvent } from "../../../domain/complaint/events.ts";
import { defined } from "../../../domain/present.ts";
import { answerIn, isPromised } from "../../../domain/residents/progress.ts";

export type Tracking = z.output<typeof trackingView>;

/** What the complainant may see: progress, promised times and the replies given; nobody's name. */
export function trackingOf(complaint: Complaint, project: string | undefined): Tracking {
  return {
    number: complaint.registration.number,
    ...defined({ project }),
    status: complaint.status,
    receivedAt: complaint.registration.receivedAt,
    clocks: clockSummaries(complaint).filter(({ name }) => isPromised(name)),
    replies: complaint.events.flatMap((event) => replyOf(complaint, event)),
    ...defined({ closedAt: complaint.closedAt }),
  };
}

function replyOf(complaint: Complaint, event: StoredEvent): Tracking["replies"] {
  const kind = answerIn(event.fact);
  if (kind === undefined) return [];
  const text = personalValue(complaint, event.seq, "text");
  return [{ at: event.occurredAt, kind, ...defined({ text }) }];
}
