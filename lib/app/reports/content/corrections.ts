import {
  changedFigures,
  changedTasks,
  type FigureChange,
  monthlySheet,
  type SheetOptions,
  type TaskChange,
} from "../../../domain/statistics/index.ts";
import type { Ports } from "../../ports/index.ts";
import type { Correction, ReportEdition, ReportRun } from "../../ports/report-run.ts";
import { type Column, csv, jsonLines } from "../files/csv.ts";
import type { EditionFiles } from "../files/edition-files.ts";
import { type ProjectPart, partKey } from "./project-part.ts";

type CorrectionPorts = Pick<Ports, "reports" | "reportFiles">;

/** One line of the list of what changed: a figure of D1, or a fact of a complaint. */
interface ChangeLine {
  readonly project: string;
  /** Number of a complaint; of a figure none. */
  readonly number: string | null;
  readonly what: string;
  readonly from: string | number | boolean | null;
  readonly to: string | number | boolean | null;
}

const columns: readonly Column<ChangeLine>[] = [
  { header: "项目", value: ({ project }) => project },
  { header: "投诉编号", value: ({ number }) => number },
  { header: "更正项", value: ({ what }) => what },
  { header: "原值", value: ({ from }) => from },
  { header: "现值", value: ({ to }) => to },
];

/**
 * The edition that a run corrects: the last one of the same scope (projects asked for and period). Undefined for the
 * first of its kind.
 */
async function correctedEdition(
  ports: CorrectionPorts,
  run: ReportRun,
  edition: number,
): Promise<ReportEdition | undefined> {
  const scope = scopeOf(run);
  return (await ports.reports.editions(run.month))
    .filter((other) => other.edition < edition && scopeOf(other) === scope)
    .at(-1);
}

function scopeOf({ only, span }: Pick<ReportRun, "only" | "span">): string {
  return JSON.stringify([only ?? null, span?.from ?? null, span?.to ?? null]);
}

interface Issued {
  readonly run: ReportRun;
  readonly edition: number;
  readonly parts: readonly ProjectPart[];
  readonly options: SheetOptions;
}

/**
 * Compares an edition with the one it corrects, adds the list of what changed to its files, and says it in short;
 * undefined for the first of its kind.
 */
export async function addCorrections(
  ports: CorrectionPorts,
  files: EditionFiles,
  { run, edition, parts, options }: Issued,
): Promise<Correction | undefined> {
  const before = await correctedEdition(ports, run, edition);
  if (before === undefined) return undefined;
  const earlier = await partsOf(ports, before);
  const sheets = { before: { ...options, asOf: before.asOf }, after: options };
  const figures = changedFigures(
    monthlySheet(
      earlier.flatMap(({ cases }) => cases),
      sheets.before,
    ),
    monthlySheet(
      parts.flatMap(({ cases }) => cases),
      sheets.after,
    ),
  );
  const lines = figures.map((change) => figureLine("公司", change));
  let complaints = 0;
  for (const projectId of new Set([...earlier, ...parts].map((part) => part.projectId))) {
    const [old, current] = [earlier, parts].map((all) => all.find((part) => part.projectId === projectId));
    const [oldCases, cases] = [old?.cases ?? [], current?.cases ?? []];
    const project = current?.name ?? old?.name ?? projectId;
    const own = changedFigures(monthlySheet(oldCases, sheets.before), monthlySheet(cases, sheets.after));
    const changed = changedTasks(oldCases, cases);
    const numbers = new Map([...oldCases, ...cases].map(({ id, number }) => [id, number]));
    complaints += changed.length;
    lines.push(...own.map((change) => figureLine(project, change)));
    lines.push(
      ...changed.flatMap((change) => taskLines(project, numbers.get(change.id) ?? change.id, change)),
    );
  }
  await files.add("changes", "csv", csv(columns, lines));
  await files.add("changes", "jsonl", jsonLines(lines));
  return { of: before.edition, figures, complaints };
}

/** The parts an edition was made of, as far as they are kept. */
async function partsOf(ports: CorrectionPorts, { runId, projectIds }: ReportEdition): Promise<ProjectPart[]> {
  const parts: ProjectPart[] = [];
  for (const projectId of projectIds) {
    const body = await ports.reportFiles.get(partKey(runId, projectId));
    if (body === undefined) continue;
    const part: ProjectPart = JSON.parse(new TextDecoder().decode(body));
    parts.push(part);
  }
  return parts;
}

function figureLine(project: string, { row, column, from, to }: FigureChange): ChangeLine {
  return { project, number: null, what: `${row} ${column}`, from, to };
}

function taskLines(project: string, number: string, { change, facts }: TaskChange): ChangeLine[] {
  switch (change) {
    case "added":
      return [{ project, number, what: "新计入 added", from: null, to: null }];
    case "removed":
      return [{ project, number, what: "不再计入 removed", from: null, to: null }];
    case "changed":
      return facts.map(({ fact, from, to }) => ({ project, number, what: fact, from, to }));
  }
}
