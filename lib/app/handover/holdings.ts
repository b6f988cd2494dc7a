import { type Group, isOpenGroup } from "../../domain/groups/group.ts";
import { shiftsOf } from "../../domain/organisation/handover.ts";
import type { Project } from "../../domain/organisation/organisation.ts";
import type { RosterEdition } from "../../domain/organisation/roster.ts";
import { defined } from "../../domain/present.ts";
import { isHeldBy } from "../../domain/statistics/fact-row.ts";
import { fromInstant, type Instant, localDate } from "../../domain/time/instant.ts";
import type { ListedComplaint } from "../ports/complaints.ts";
import type { Ports } from "../ports/index.ts";
import type { Page, PageRequest } from "../ports/page.ts";

type HoldingPorts = Pick<Ports, "complaints" | "organisation">;

const PAGE = 500;
/** Corrective actions (整改项) of closed complaints are looked for so far back; their limits are weeks, not years. */
const MONTHS_BACK = 12;

/** The project's open complaints that somebody handles or has corrective actions of. Reads fact rows only. */
export function openHeldBy(
  { complaints }: Pick<HoldingPorts, "complaints">,
  project: Pick<Project, "id">,
  personId: string,
): Promise<readonly ListedComplaint[]> {
  return held((page) => complaints.openByProject(project.id, page), personId);
}

/** The same, with the complaints of the last twelve months that are closed and still have corrective actions open. */
export async function allHeldBy(
  ports: Pick<HoldingPorts, "complaints">,
  project: Pick<Project, "id" | "timeZone">,
  personId: string,
  at: Instant,
): Promise<readonly ListedComplaint[]> {
  const found = [...(await openHeldBy(ports, project, personId))];
  const now = fromInstant(at).toZonedDateTimeISO(project.timeZone).toPlainDate().toPlainYearMonth();
  for (let back = 0; back <= MONTHS_BACK; back += 1) {
    const month = now.subtract({ months: back }).toString();
    found.push(
      ...(await held((page) => ports.complaints.receivedInMonth(project.id, month, page), personId)),
    );
  }
  return [...new Map(found.map((one) => [one.id, one])).values()];
}

async function held(
  list: (page: PageRequest) => Promise<Page<ListedComplaint>>,
  personId: string,
): Promise<readonly ListedComplaint[]> {
  const found: ListedComplaint[] = [];
  let cursor: string | undefined;
  do {
    const page = await list({ limit: PAGE, ...defined({ cursor }) });
    found.push(...page.items.filter(({ fact }) => isHeldBy(fact, personId)));
    cursor = page.cursor;
  } while (cursor !== undefined);
  return found;
}

/** The project's open groups that somebody handles. */
export async function groupsHeldBy(
  { groups }: Pick<Ports, "groups">,
  project: Pick<Project, "id">,
  personId: string,
): Promise<readonly Group[]> {
  const found: Group[] = [];
  let cursor: string | undefined;
  do {
    const page = await groups.ofProject(project.id, {
      limit: PAGE,
      ...defined({ cursor }),
    });
    for (const { id } of page.items.filter(isOpenGroup)) {
      const group = await groups.load(id);
      if (group !== undefined && isOpenGroup(group) && group.handlerId === personId) found.push(group);
    }
    cursor = page.cursor;
  } while (cursor !== undefined);
  return found;
}

/** The rosters in force of this month and later in which somebody has shifts from today on. */
export async function rostersWith(
  { organisation }: Pick<HoldingPorts, "organisation">,
  project: Pick<Project, "id" | "timeZone">,
  personId: string,
  at: Instant,
): Promise<readonly RosterEdition[]> {
  const today = localDate(at, project.timeZone);
  const months = await organisation.rosterMonths(project.id, today.slice(0, 7));
  const rosters = await Promise.all(months.map((month) => organisation.roster(project.id, month)));
  return rosters.flatMap((roster) =>
    roster !== undefined && shiftsOf(roster.shifts, personId, today).length > 0 ? [roster] : [],
  );
}
