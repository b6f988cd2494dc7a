import { apart, figureOf, type Row, TOTAL, tasksBehind, type View } from "../../domain/analytics/view.ts";
import { type AnalyticsView, analytics } from "../../domain/analytics/views.ts";
import type { Person } from "../../domain/organisation/organisation.ts";
import type { Case } from "../../domain/statistics/case.ts";
import { periodDays } from "../../domain/statistics/index.ts";
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
}

/** The figures of one view over a person's part of the tree. */
export async function showView(
  ports: SourcePorts,
  person: Person,
  asked: AnalyticsAsked,
): Promise<ShownView | Problem> {
  const projects = await projectsInScope(ports, person, asked);
  if (isProblem(projects)) return projects;
  const counted = await countedIn(ports, projects, { ...asked, households: asked.view === "like" });
  if (isProblem(counted)) return counted;
  const names = await namesOf(ports, counted.places);
  const { first, last } = periodDays(counted.options);
  return {
    view: apart(analytics(counted.cases, counted.options, names).view(asked.view)),
    counted,
    days: { from: first.toString(), to: last.toString() },
  };
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
  if (row === undefined) return problem("unknown-figure", { path: "row" });
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
