import type { ClassCode } from "../../domain/classification/classes.ts";
import { type Complaint, personalValue } from "../../domain/complaint/document.ts";
import type { Person, Project } from "../../domain/organisation/organisation.ts";
import { leads } from "../../domain/organisation/rights.ts";
import { defined } from "../../domain/present.ts";
import { fromInstant, type Instant, toInstant } from "../../domain/time/instant.ts";
import type { ListedComplaint } from "../ports/complaints.ts";
import type { Ports } from "../ports/index.ts";
import type { Page, PageRequest } from "../ports/page.ts";
import { type Problem, problem } from "../problems/problem.ts";
import { plannedActions } from "../reports/content/action-lines.ts";

export type CorrectivePorts = Pick<Ports, "clock" | "complaints" | "organisation">;

export interface CorrectiveAsked {
  readonly projectId?: string;
  /** Those that are verified as well. */
  readonly verified?: boolean;
  /** The last project of the page before. */
  readonly cursor?: string;
}

/** One corrective action (整改项, D15) with what was handed in for it. */
export interface ListedAction {
  readonly complaintId: string;
  readonly number: string;
  readonly projectId: string;
  readonly actionId: string;
  readonly classCode?: ClassCode;
  readonly cause?: string;
  readonly measure?: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly openedAt: Instant;
  readonly dueAt: Instant;
  readonly evidencedAt?: Instant;
  readonly evidence?: string;
  readonly files: readonly { readonly id: string; readonly name?: string; readonly contentType: string }[];
  readonly verifiedAt?: Instant;
}

/** So many projects are looked through for one answer; the next page begins behind them. */
const PROJECTS = 10;
const ROWS = 500;
/** Corrective actions of closed complaints are looked for so far back; their limits are weeks, not years. */
const MONTHS_BACK = 12;

/** The corrective actions of the projects that somebody leads, some projects at a time, the next due first. */
export async function listCorrective(
  ports: CorrectivePorts,
  person: Person,
  { projectId, verified = false, cursor = "" }: CorrectiveAsked,
): Promise<Page<ListedAction> | Problem> {
  const all = (await ports.organisation.projects()).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const own = all.filter((one) => leads(person, one) && (projectId === undefined || one.id === projectId));
  if (projectId !== undefined && own.length === 0) return problem("unknown-project", { path: "projectId" });
  const rest = own.filter(({ id }) => id > cursor);
  const some = rest.slice(0, PROJECTS);
  const names = new Map((await ports.organisation.people()).map(({ id, name }) => [id, name]));
  const found = await Promise.all(some.map((project) => actionsOf(ports, project, verified)));
  const items = found
    .flat()
    .flatMap((complaint) => listed(complaint, (id) => names.get(id) ?? id))
    .filter(({ verifiedAt }) => verified || verifiedAt === undefined)
    .toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
  const last = some.at(-1);
  return { items, ...(last === undefined || some.length === rest.length ? {} : { cursor: last.id }) };
}

/** The project's complaints with corrective actions, found in fact rows: open ones, and those received in the last year. */
async function actionsOf(
  ports: CorrectivePorts,
  project: Project,
  verified: boolean,
): Promise<readonly Complaint[]> {
  const isWanted = ({ fact }: ListedComplaint) =>
    verified ? fact.actions !== undefined : fact.actionOwners !== undefined;
  const found = new Set<string>();
  const read = async (list: (page: PageRequest) => Promise<Page<ListedComplaint>>) => {
    let cursor: string | undefined;
    do {
      const page = await list({ limit: ROWS, ...defined({ cursor }) });
      for (const one of page.items) if (isWanted(one)) found.add(one.id);
      cursor = page.cursor;
    } while (cursor !== undefined);
  };
  await read((page) => ports.complaints.openByProject(project.id, page));
  const now = fromInstant(toInstant(ports.clock.now()))
    .toZonedDateTimeISO(project.timeZone)
    .toPlainDate()
    .toPlainYearMonth();
  for (let back = 0; back <= MONTHS_BACK; back += 1) {
    const month = now.subtract({ months: back }).toString();
    await read((page) => ports.complaints.receivedInMonth(project.id, month, page));
  }
  const documents = await ports.complaints.loadMany([...found]);
  return Promise.all(documents.map((one) => ports.complaints.whole(one)));
}

function listed(complaint: Complaint, nameOf: (id: string) => string): ListedAction[] {
  const { registration, classCode } = complaint;
  return plannedActions(complaint).flatMap(({ id, openedAt, seq }): ListedAction[] => {
    const action = complaint.actions?.find((one) => one.id === id);
    if (action === undefined) return [];
    const { ownerId, dueAt, evidencedAt, verifiedAt } = action;
    const shown = evidencedAt === undefined ? undefined : evidenceOf(complaint, id);
    return [
      {
        complaintId: registration.id,
        number: registration.number,
        projectId: registration.projectId,
        actionId: id,
        ownerId,
        ownerName: nameOf(ownerId),
        openedAt,
        dueAt,
        files: shown?.files ?? [],
        ...defined({
          classCode,
          cause: personalValue(complaint, seq, `cause.${id}`),
          measure: personalValue(complaint, seq, `measure.${id}`),
          evidencedAt,
          evidence: shown?.text,
          verifiedAt,
        }),
      },
    ];
  });
}

/** What was handed in last, with the files of the same command. */
function evidenceOf(complaint: Complaint, actionId: string) {
  const event = complaint.events.findLast(
    ({ fact }) => fact.type === "actionEvidenced" && fact.actionId === actionId,
  );
  if (event === undefined) return undefined;
  const files = complaint.events.flatMap(({ fact, commandId, seq }) =>
    fact.type === "attachmentsStored" && commandId === event.commandId
      ? fact.files.map(({ id, contentType }) => ({
          id,
          contentType,
          ...defined({ name: personalValue(complaint, seq, `name.${id}`) }),
        }))
      : [],
  );
  return { text: personalValue(complaint, event.seq, "text"), files };
}
