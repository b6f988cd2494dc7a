import { apart, figureOf, type View, type ViewColumn } from "../../../domain/analytics/view.ts";
import { type Analytics, type AnalyticsView, analyticsViewNames } from "../../../domain/analytics/views.ts";
import { defined } from "../../../domain/present.ts";
import type { Words } from "../../../domain/words/words.ts";
import { documentDigest } from "../../documents/ids.ts";
import type { Ports } from "../../ports/index.ts";
import type { ProjectPart } from "../content/project-part.ts";

/** A view without the complaints behind its figures. */
export interface FigureTable {
  readonly columns: readonly Pick<ViewColumn, "key" | "unit" | "label">[];
  readonly rows: readonly FigureRow[];
}

export interface FigureRow {
  readonly key: string;
  readonly label: Words;
  /** By column. */
  readonly figures: Readonly<Record<string, number | null>>;
  /** Before the first record: all figures are null. */
  readonly unrecorded?: true;
}

export type KeptViews = Readonly<Record<AnalyticsView, FigureTable>>;

/** Parts of so many projects are read and counted while somebody waits; of more the figures are kept with the edition. */
export const PROJECTS_AT_ONCE = 100;

type KeepPorts = Pick<Ports, "reportFiles" | "crypto">;

interface Keeping {
  /** Of so many records figures are counted when they are asked for. */
  readonly most: number;
  readonly analyticsOf: (parts: readonly ProjectPart[]) => Analytics;
}

/** Every figure of a view. */
export function tableOf(view: View): FigureTable {
  return {
    columns: view.columns.map(({ key, label, unit }) => ({ key, label, unit })),
    rows: view.rows.map((row) => ({
      key: row.key,
      label: row.label,
      figures: Object.fromEntries(view.columns.map(({ key }) => [key, figureOf(view, row, key)])),
      ...defined({ unrecorded: row.unrecorded }),
    })),
  };
}

function tables(counted: Analytics): Record<string, FigureTable> {
  return Object.fromEntries(analyticsViewNames.map((name) => [name, tableOf(apart(counted.view(name)))]));
}

/**
 * Keeps the figures of the company, of each region and of each city that has more records, or projects, than can be counted while somebody
 * waits: a large company's pages show the same figures as its files. Smaller parts are counted when they are asked for, with the
 * complaints behind each figure.
 */
export async function keepViews(
  ports: KeepPorts,
  runId: string,
  parts: readonly ProjectPart[],
  { most, analyticsOf }: Keeping,
): Promise<void> {
  const of = (level: "region" | "city") =>
    [...new Set(parts.map((part) => part[level]))].map((name) =>
      parts.filter((part) => part[level] === name),
    );
  const kept = new Set<string>();
  for (const some of [parts, ...of("region"), ...of("city")]) {
    const records = some.reduce((sum, { cases }) => sum + cases.length, 0);
    const key = keptKey(ports, runId, some);
    const isSmall = records <= most && some.length <= PROJECTS_AT_ONCE;
    if (isSmall || kept.has(key)) continue;
    kept.add(key);
    const body = new TextEncoder().encode(JSON.stringify(tables(analyticsOf(some))));
    await ports.reportFiles.put(key, body, "application/json");
  }
}

/** What is kept of exactly these projects of a run. */
export async function keptViews(
  ports: KeepPorts,
  runId: string,
  projects: readonly { readonly projectId: string }[],
): Promise<KeptViews | undefined> {
  const body = await ports.reportFiles.get(keptKey(ports, runId, projects));
  if (body === undefined) return undefined;
  const kept: KeptViews = JSON.parse(new TextDecoder().decode(body));
  return kept;
}

function keptKey(
  { crypto }: Pick<KeepPorts, "crypto">,
  runId: string,
  projects: readonly { readonly projectId: string }[],
): string {
  const ids = projects.map(({ projectId }) => projectId).toSorted((a, b) => (a < b ? -1 : 1));
  return `runs/${runId}/views-${documentDigest(crypto, JSON.stringify(ids))}.json`;
}
