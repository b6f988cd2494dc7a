import type { PlaceName } from "../../domain/analytics/names.ts";
import { apart, TOTAL, tasksBehind, type View } from "../../domain/analytics/view.ts";
import { type AnalyticsView, analytics, isOfPeriodAlone } from "../../domain/analytics/views.ts";
import type { Person, Project } from "../../domain/organisation/organisation.ts";
import type { Case } from "../../domain/statistics/case.ts";
import { periodDays } from "../../domain/statistics/index.ts";
import { arePeers } from "../../domain/statistics/peers.ts";
import { type Page, type PageRequest, UnknownCursor } from "../ports/page.ts";
import { isProblem, type Problem, problem } from "../problems/problem.ts";
import { namesOf } from "../reports/content/names.ts";
import { type FigureTable, PROJECTS_AT_ONCE, tableOf } from "../reports/files/kept-views.ts";
import { projectsInScope, type ScopeAsked } from "./scope.ts";
import { type Counted, countedIn, keptOf, type PeriodAsked, type SourcePorts } from "./source.ts";

export interface AnalyticsAsked extends ScopeAsked, PeriodAsked {
  readonly view: AnalyticsView;
}

/** A view's figures with what they were counted over. */
export interface ShownView {
  readonly table: FigureTable;
  readonly counted: Omit<Counted, "cases">;
  /** First and last local day of the period. */
  readonly days: { readonly from: string; readonly to: string };
  /** Rows of more than the person's part of the tree: their figures open nothing. */
  readonly closed: ReadonlySet<string>;
  /** The complaints behind; absent where there are more than can be opened while somebody waits. */
  readonly view?: View;
}

/**
 * The figures of one view over a person's part of the tree. Of an edition with more records or projects than can be
 * counted while somebody waits they were counted when it was built.
 */
export async function showView(
  ports: SourcePorts,
  person: Person,
  asked: AnalyticsAsked,
): Promise<ShownView | Problem> {
  const projects = await projectsInScope(ports, person, asked);
  if (isProblem(projects)) return projects;
  // Like is compared over the whole company, whatever small part of it is asked for.
  const many = projects.length > PROJECTS_AT_ONCE || asked.view === "like";
  return (many ? await keptView(ports, projects, asked) : undefined) ?? countedView(ports, projects, asked);
}

/** Counted now, with the complaints behind each figure. */
async function countedView(
  ports: SourcePorts,
  projects: readonly Project[],
  asked: AnalyticsAsked,
): Promise<ShownView | Problem> {
  const isLike = asked.view === "like";
  const compared = isLike ? await withPeers(ports, projects) : projects;
  const needs = { households: isLike, periodOnly: isOfPeriodAlone(asked.view) };
  const counted = await countedIn(ports, compared, { ...asked, ...needs });
  if (isProblem(counted))
    return counted.problem === "analytics-too-large"
      ? ((await keptView(ports, projects, asked)) ?? counted)
      : counted;
  const names = await namesOf(ports, counted.places);
  const own = new Set(projects.map(({ id }) => id));
  const view = apart(analytics(counted.cases, counted.options, names).view(asked.view));
  const { rows, closed } = isLike
    ? amongPeers(view.rows, counted.places, own)
    : { rows: view.rows, closed: new Set<string>() };
  const shown = { ...view, rows };
  return {
    view: shown,
    table: tableOf(shown),
    closed,
    counted: { ...counted, places: counted.places.filter(({ projectId }) => own.has(projectId)) },
    days: daysOf(counted),
  };
}

/**
 * As it was counted with the files of the edition; undefined where nothing was kept of these projects. Like is compared over the
 * whole company.
 */
async function keptView(
  ports: SourcePorts,
  projects: readonly Project[],
  asked: AnalyticsAsked,
): Promise<ShownView | undefined> {
  const isLike = asked.view === "like";
  const kept = await keptOf(ports, isLike ? await ports.organisation.projects() : projects, asked);
  if (kept === undefined) return undefined;
  const { views, ...counted } = kept;
  const table = views[asked.view];
  const days = daysOf(counted);
  if (!isLike) return { table, counted, days, closed: new Set() };
  const own = new Set(projects.map(({ id }) => id));
  const { rows, closed } = amongPeers(table.rows, counted.places, own);
  const places = counted.places.filter(({ projectId }) => own.has(projectId));
  return { table: { ...table, rows }, counted: { ...counted, places }, days, closed };
}

function daysOf({ options }: Pick<Counted, "options">): ShownView["days"] {
  const { first, last } = periodDays(options);
  return { from: first.toString(), to: last.toString() };
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
function amongPeers<R extends { readonly key: string }>(
  rows: readonly R[],
  places: readonly PlaceName[],
  own: ReadonlySet<string>,
): { readonly rows: readonly R[]; readonly closed: ReadonlySet<string> } {
  const isProject = ({ key }: R) => places.some(({ projectId }) => projectId === key);
  const groups: { readonly pooled: readonly R[]; readonly projects: R[] }[] = [];
  for (const row of rows)
    if (isProject(row)) groups.at(-1)?.projects.push(row);
    else groups.push({ pooled: [row], projects: [] });
  const shown = groups.filter(({ projects }) => projects.some(({ key }) => own.has(key)));
  const open = shown.filter(({ projects }) => projects.every(({ key }) => own.has(key)));
  return {
    rows: shown.flatMap(({ pooled, projects }) => [...pooled, ...projects.filter(({ key }) => own.has(key))]),
    closed: new Set(
      shown.filter((group) => !open.includes(group)).flatMap(({ pooled }) => pooled.map(({ key }) => key)),
    ),
  };
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
  const projects = await projectsInScope(ports, person, asked);
  if (isProblem(projects)) return projects;
  const shown = await countedView(ports, projects, asked);
  if (isProblem(shown)) return shown;
  const { view } = shown;
  if (view === undefined) return problem("analytics-too-large");
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
