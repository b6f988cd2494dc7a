import {
  changedFigures,
  changedTasks,
  type FigureChange,
  monthlySheet,
  type SheetOptions,
  type TaskChange,
} from "../../../domain/statistics/index.ts";
import type { ChangeLine } from "../../ports/change-line.ts";
import type { Ports } from "../../ports/index.ts";
import type { Correction, ReportEdition, ReportRun } from "../../ports/report-run.ts";
import { type CsvColumn, csv, jsonLines } from "../files/csv.ts";
import type { EditionFiles } from "../files/edition-files.ts";
import { type ChangeWords, changeWords } from "./change-words.ts";
import { type ProjectPart, partKey } from "./project-part.ts";

type CorrectionPorts = Pick<Ports, "reports" | "reportFiles">;

const columns: readonly CsvColumn<ChangeLine>[] = [
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

/** What an edition says otherwise than the one it corrects: in short, and line by line. */
export interface Corrections {
  readonly short: Correction;
  readonly lines: readonly ChangeLine[];
}

/** Compares an edition with the one it corrects; undefined for the first of its kind. */
export async function correctionsOf(
  ports: CorrectionPorts,
  { run, edition, parts, options }: Issued,
): Promise<Corrections | undefined> {
  const before = await correctedEdition(ports, run, edition);
  if (before === undefined) return undefined;
  const earlier = await partsOf(ports, before);
  const words = changeWords(options.timeZone);
  const sheets = { before: { ...options, asOf: before.asOf }, after: options };
  const all = (of: readonly ProjectPart[]) => of.flatMap(({ cases }) => cases);
  const figures = changedFigures(
    monthlySheet(all(earlier), sheets.before),
    monthlySheet(all(parts), sheets.after),
  );
  const lines = figures.map((change) => figureLine("公司", undefined, change));
  let complaints = 0;
  for (const projectId of new Set([...earlier, ...parts].map((part) => part.projectId))) {
    const [old, current] = [earlier, parts].map((of) => of.find((part) => part.projectId === projectId));
    const [oldCases, cases] = [old?.cases ?? [], current?.cases ?? []];
    const project = current?.name ?? old?.name ?? projectId;
    const own = changedFigures(monthlySheet(oldCases, sheets.before), monthlySheet(cases, sheets.after));
    const changed = changedTasks(oldCases, cases);
    const numbers = new Map([...oldCases, ...cases].map(({ id, number }) => [id, number]));
    complaints += changed.length;
    lines.push(...own.map((change) => figureLine(project, projectId, change)));
    for (const change of changed) {
      const of = { project, projectId, number: numbers.get(change.id) ?? change.id };
      lines.push(...taskLines(of, change, words));
    }
  }
  return { short: { of: before.edition, figures, complaints }, lines };
}

/** The whole list as files of the edition. */
export async function addCorrections(files: EditionFiles, { lines }: Corrections): Promise<void> {
  await files.add("changes", "csv", csv(columns, lines));
  await files.add("changes", "jsonl", jsonLines(lines));
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

function figureLine(
  project: string,
  projectId: string | undefined,
  { row, column, from, to }: FigureChange,
): ChangeLine {
  const what = `统计报表 ${row} ${column}列`;
  return { project, projectId, number: null, what, from: String(from), to: String(to) };
}

function taskLines(
  of: Pick<ChangeLine, "project" | "projectId" | "number">,
  { change, facts }: TaskChange,
  words: ChangeWords,
): ChangeLine[] {
  switch (change) {
    case "added":
      return [{ ...of, what: "新计入", from: null, to: null }];
    case "removed":
      return [{ ...of, what: "不再计入", from: null, to: null }];
    case "changed":
      return facts.map(({ fact, from, to }) => ({
        ...of,
        what: words.fact(fact),
        from: words.value(fact, from),
        to: words.value(fact, to),
      }));
  }
}
