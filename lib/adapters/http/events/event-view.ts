import type * as z from "zod";
import type { eventResult, eventView } from "../../../contracts/events/views.ts";
import {
  type Emergency,
  harmOf,
  nextStages,
  statusOf,
  versionOf,
} from "../../../domain/emergencies/emergency.ts";
import { openReports } from "../../../domain/emergencies/report.ts";
import { defined } from "../../../domain/present.ts";

/** What whoever registered or reported is told: nothing personal. */
export function eventResultOf(event: Emergency): z.input<typeof eventResult> {
  return {
    id: event.registration.id,
    version: versionOf(event),
    status: statusOf(event),
    allowed: [...nextStages(event)],
    awaited: [...openReports(event)],
  };
}

/** One event in full, for those who lead. An erased text is shown as empty. */
export function eventViewOf(event: Emergency): z.input<typeof eventView> {
  const {
    by,
    commandId: _commandId,
    request: _request,
    timeZone: _zone,
    ...registration
  } = event.registration;
  const { calendarVersion: _calendar, ...facts } = registration;
  const told = (seq: number, field: string) => event.personal[`${seq}.${field}`]?.value;
  const place = told(1, "place");
  return {
    ...facts,
    ...harmOf(event),
    ...eventResultOf(event),
    recordedBy: by,
    description: told(1, "description") ?? "",
    ...defined({ place }),
    reporter: { name: told(1, "reporterName") ?? "", phone: told(1, "reporterPhone") ?? "" },
    due: [...event.due],
    reports: event.reports.map(({ commandId: _key, request: _hash, ...report }) => ({
      ...report,
      text: told(report.seq, "text") ?? "",
    })),
    announcements: event.announcements.map(({ about, at, recipients }) => ({
      about,
      at,
      recipients: [...recipients],
    })),
  };
}
