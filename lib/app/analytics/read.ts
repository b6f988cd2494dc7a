import type { PlaceName } from "../../domain/analytics/names.ts";
import { apart, figureOf, type Row, TOTAL, tasksBehind, type View } from "../../domain/analytics/view.ts";
import { type AnalyticsView, analytics } from "../../domain/analytics/views.ts";
import type { Person, Project } from "../../domain/organisation/organisation.ts";
import type { Case } from "../../domain/statistics/case.ts";
import { periodDays } from "../../domain/statistics/index.ts";
import { arePeers } from "../../domain/statistics/peers.ts";
import { type Page, type PageRequest, UnknownCursor } from "../ports/page.ts";
import { isProblem, type Problem, problem } from "../problems/problem.ts";
import { namesOf } from "../reports/content/names.ts";
import { projectsInScope, type ScopeAsked } from "./scope.ts";
import { type Counted, countedIn, type PeriodAsked, type SourcePorts } from "./source.ts";

export interface AnalyticsAsked extends ScopeAsked, PeriodAsked {
  readonly view: AnalyticsView;
}

/** A view with what it was counted over. */
export interface ShownView {
  readonly view: View;
  readonly counted: Counted;
  /** First and last local day of the period. */
  readonly days: { readonly from: string; readonly to: string };
  /** Rows of more than the person's part of the tree: their figures open nothing. */
  readonly closed: ReadonlySet<string>;
}

/** The figures of one view over a person's part of the tree. */
export async function showView(
  ports: SourcePorts,
  person: Person,
  asked: AnalyticsAsked,
): Promise<ShownView | Problem> {
  const projects = await projectsInScope(ports, person, asked);
  if (isProblem(projects)) return projects;
  const isLike = asked.view === "like";
  const compared = isLike ? await withPeers(ports, projects) : projects;
  const counted = await countedIn(ports, compared, { ...asked, households: isLike });
  if (isProblem(counted)) return counted;
  const names = await namesOf(ports, counted.places);
  const { first, last } = periodDays(counted.options);
  const own = new Set(projects.map(({ id }) => id));
  const view = apart(analytics(counted.cases, counted.options, names).view(asked.view));
  return {
    ...(isLike ? amongPeers(view, counted.places, own) : { view, closed: new Set<string>() }),
    counted: { ...counted, places: counted.places.filter(({ projectId }) => own.has(projectId)) },
    days: { from: first.toString(), to: last.toString() },
  };
}

/** D15 compares with the company's projects of one type and band of area, wherever in the tree they stand. */
async function withPeers(
  { organisation }: Pick<SourcePorts, "organisation">,
  projects: readonly Project[],
): Promise<readonly Project[]> {
  const profile = (project: Project) => ({ ...project, projectId: project.id });
  const all = (await organisation.projects()).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return all.filter((one) => projects.some((own) => arePeers(profile(one), profile(own))));
}

/**
 * Of what was counted for the comparison: the person's own projects, and the pooled rows they stand below. A pooled row with
 * projects beyond is a figure alone: it opens no complaint.
 */
function amongPeers(
  view: View,
  places: readonly PlaceName[],
  own: ReadonlySet<string>,
): Pick<ShownView, "view" | "closed"> {
  const isPooled = ({ key }: Row) => !places.some(({ projectId }) => projectId === key);
  const beyond = new Set(
    view.rows.filter((row) => !isPooled(row) && !own.has(row.key)).map(({ key }) => key),
  );
  const closed = new Set<string>();
  let pooled = "";
  for (const row of view.rows)
    if (isPooled(row)) pooled = row.key;
    else if (beyond.has(row.key)) closed.add(pooled);
  return { view: { ...view, rows: view.rows.filter(({ key }) => !beyond.has(key)) }, closed };
}

/** Every figure of a row by its column. */
export function figuresOf(view: View, row: Row): Readonly<Record<string, number | null>> {
  return Object.fromEntries(view.columns.map(({ key }) => [key, figureOf(view, row, key)]));
}

/** Which number is to be opened; without a row the total's. */
export interface FigureAsked extends AnalyticsAsked, PageRequest {
  readonly row?: string;
  readonly column: string;
}

/** The complaints behind one number, oldest first; of a rate or of hours those that it is measured over. */
export async function openFigure(
  ports: SourcePorts,
  person: Person,
  asked: FigureAsked,
): Promise<(Page<Case> & { readonly total: number }) | Problem> {
  const shown = await showView(ports, person, asked);
  if (isProblem(shown)) return shown;
  const { view } = shown;
  const row = view.rows.find(({ key }) => key === (asked.row ?? TOTAL));
  if (row === undefined || shown.closed.has(row.key)) return problem("unknown-figure", { path: "row" });
  if (!view.columns.some(({ key }) => key === asked.column))
    return problem("unknown-figure", { path: "column" });
  const cases = tasksBehind(view, row, asked.column)
    .map(({ source }) => source)
    .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  const { cursor } = asked;
  if (cursor !== undefined && !/^\d{4}-\d\d-\d\dT[\d:.]+Z~/.test(cursor))
    throw new UnknownCursor("not a cursor of this list");
  const rest = cursor === undefined ? cases : cases.filter((one) => orderOf(one) > cursor);
  const items = rest.slice(0, asked.limit);
  const last = items.at(-1);
  return {
    items,
    total: cases.length,
    ...(last === undefined || items.length === rest.length ? {} : { cursor: orderOf(last) }),
  };
}

function orderOf({ receivedAt, id }: Case): string {
  return `${receivedAt}~${id}`;
}
