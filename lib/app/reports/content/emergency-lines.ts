import { Temporal } from "temporal-polyfill";
import { type Emergency, harmOf, statusOf } from "../../../domain/emergencies/emergency.ts";
import type { Project } from "../../../domain/organisation/organisation.ts";
import { defined, omit } from "../../../domain/present.ts";
import { monthPeriod, type SheetOptions, within } from "../../../domain/statistics/index.ts";
import { fromInstant, monthOf, toInstant } from "../../../domain/time/instant.ts";
import { monthsBetween } from "../../../domain/time/months.ts";
import type { Instants } from "../../periods/as-of.ts";
import type { Ports } from "../../ports/index.ts";
import type { EmergencyLine } from "../../ports/workbook-input.ts";

const PAGE = 100;

/** The emergency events (突发事件, D7) that occurred in the period and are known to an edition, oldest first. */
export async function emergencyLines(
  ports: Pick<Ports, "emergencies">,
  project: Project,
  options: SheetOptions,
  instants: Instants,
): Promise<EmergencyLine[]> {
  const period = monthPeriod(options);
  const monthAt = (ms: number) =>
    monthOf(toInstant(Temporal.Instant.fromEpochMilliseconds(ms)), project.timeZone);
  const lines: EmergencyLine[] = [];
  for (const month of monthsBetween(monthAt(period.start), monthAt(period.end - 1))) {
    let cursor: string | undefined;
    do {
      const page = await ports.emergencies.inMonth(project.id, month, {
        limit: PAGE,
        ...defined({ cursor }),
      });
      for (const { id, occurredAt } of page.items) {
        if (!within(period, fromInstant(occurredAt).epochMilliseconds)) continue;
        const event = await ports.emergencies.load(id);
        const known =
          event === undefined ? undefined : asKnownAt(await ports.emergencies.whole(event), instants);
        if (known !== undefined) lines.push(lineOf(known, project));
      }
      cursor = page.cursor;
    } while (cursor !== undefined);
  }
  return lines;
}

/**
 * The event without the reports given after the cut-off, as it was recorded until its closing; undefined if it had not
 * happened or was not recorded by then. What it did (injury, loss) belongs to the event: reports of later tell it too.
 */
function asKnownAt(event: Emergency, { happenedUntil, recordedUntil }: Instants): Emergency | undefined {
  const { registration, reports } = event;
  if (registration.recordedAt > recordedUntil || registration.occurredAt > happenedUntil) return undefined;
  const harm = harmOf({ registration, reports: reports.filter(({ at }) => at <= recordedUntil) });
  return {
    ...event,
    registration: { ...registration, ...harm },
    reports: reports.filter(({ at }) => at <= happenedUntil).map((report) => omit(report, "injury", "loss")),
  };
}

function lineOf(event: Emergency, project: Project): EmergencyLine {
  const { registration, reports, personal } = event;
  const { injury, loss } = harmOf(event);
  const told = (field: string) => personal[`1.${field}`]?.value ?? null;
  const phone = told("reporterPhone");
  return {
    project: project.name,
    category: registration.category,
    outcome: registration.outcome,
    outsourced: registration.outsourced,
    occurredAt: registration.occurredAt,
    place: told("place"),
    description: told("description"),
    dead: injury?.dead ?? null,
    injured: injury?.injured ?? null,
    loss: loss ?? null,
    department:
      project.departments.find(({ id }) => id === registration.departmentId)?.name ??
      registration.departmentId,
    reporter: told("reporterName"),
    phone,
    reports: reports.length,
    late: reports.filter(({ late }) => late).length,
    status: statusOf(event),
  };
}
