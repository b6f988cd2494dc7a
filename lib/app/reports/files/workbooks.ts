import type { Names } from "../../../domain/analytics/names.ts";
import { type Analytics, analytics } from "../../../domain/analytics/views.ts";
import { ContradictionError } from "../../../domain/statistics/contradiction.ts";
import { monthlySheet, type SheetOptions } from "../../../domain/statistics/index.ts";
import { type MonthViews, monthViews, peerViews } from "../../../domain/statistics/month-views.ts";
import { checkProjects } from "../../../domain/statistics/view-identities.ts";
import type { EmergencyLine, MonthlyWorkbookInput } from "../../ports/workbook-input.ts";
import { byReceipt } from "../content/ledger-row.ts";
import type { ProjectPart } from "../content/project-part.ts";
import { type Rulings, ruledSheet } from "../content/rulings.ts";

/** What every workbook of a month says in the same words. */
export type WorkbookFrame = Frame & {
  /** What departments, contractors and people are called; absent: by their ids. */
  readonly names?: Pick<Names, "department" | "contractor" | "person">;
  readonly changes?: MonthlyWorkbookInput["changes"];
};

type Frame = Pick<
  MonthlyWorkbookInput,
  | "company"
  | "month"
  | "startDay"
  | "startDays"
  | "span"
  | "asOf"
  | "recordedUntil"
  | "edition"
  | "stage"
  | "timeZone"
  | "madeAt"
  | "missing"
>;

/** The workbooks of a month, one after another so that only one is in memory: the company's, then each project's. */
export interface MonthlyWorkbook {
  /** Absent: the company's. */
  readonly projectId?: string;
  readonly input: MonthlyWorkbookInput;
}

/**
 * The contents of the company's workbook and of each project's, all from the same parts.
 * @throws ContradictionError when figures contradict each other or projects do not add up to the company
 */
export function* monthlyWorkbooks(
  frame: WorkbookFrame,
  parts: readonly ProjectPart[],
  rulings?: Rulings,
): Generator<MonthlyWorkbook> {
  const options: SheetOptions = frame;
  const peers = peerViews(parts, options);
  const projects = parts.map((part) => ({ part, views: monthViews(part.cases, options) }));
  const views = monthViews(
    parts.flatMap((part) => part.cases),
    options,
  );
  const broken = checkProjects(
    views.sheet,
    projects.map((project) => project.views.sheet),
  );
  if (broken.length > 0) throw new ContradictionError(JSON.stringify(broken));
  yield {
    input: {
      ...frame,
      ...linesOf(parts, withoutReporter),
      companyRows: views.sheet.rows,
      ruled: ruledSheet(rulings, options),
      levels: levelSheets(parts, options),
      projects: projects.map(({ part, views: own }) => ({ name: part.name, rows: own.sheet.rows })),
      views,
      peers,
      analytics: analyticsOf(frame, parts),
      cases: parts.map(({ name, cases }) => ({ project: name, cases })),
      ledger: parts.flatMap((part) => part.ledger).sort(byReceipt),
    },
  };
  for (const { part, views: own } of projects) {
    yield {
      projectId: part.projectId,
      input: {
        ...projectInput(frame, part, own, peers),
        ruled: ruledSheet(rulings, options, part.projectId),
      },
    };
  }
}

/**
 * D1 of each region and each city company, from the same tasks: what is additive adds up over every level. Where the
 * tree has one region or one city only, that level is the company's sheet and is left out.
 */
function levelSheets(
  parts: readonly ProjectPart[],
  options: SheetOptions,
): NonNullable<MonthlyWorkbookInput["levels"]> {
  return (["region", "city"] as const).flatMap((level) => {
    const names = [...new Set(parts.flatMap((part) => part[level] ?? []))].sort();
    if (names.length < 2) return [];
    const sheets = names.map((name) => ({
      name: levelName(level, name),
      sheet: monthlySheet(
        parts.filter((part) => part[level] === name).flatMap((part) => part.cases),
        options,
      ),
    }));
    const company = monthlySheet(
      parts.filter((part) => part[level] !== undefined).flatMap((part) => part.cases),
      options,
    );
    const broken = checkProjects(
      company,
      sheets.map(({ sheet }) => sheet),
    );
    if (broken.length > 0) throw new ContradictionError(JSON.stringify({ level, broken }));
    return sheets.map(({ name, sheet }) => ({ name, rows: sheet.rows }));
  });
}

/** 华东区域, 上海城市公司: the level is said once, whatever the company calls its parts. */
function levelName(level: "region" | "city", name: string): string {
  if (level === "region") return /(?:区域?|大区|片区|分部)$/.test(name) ? name : `${name}区域`;
  return /(?:公司|分部)$/.test(name) ? name : `${name}城市公司`;
}

function projectInput(
  frame: WorkbookFrame,
  part: ProjectPart,
  views: MonthViews,
  { comparison, strengths }: ReturnType<typeof peerViews>,
): MonthlyWorkbookInput {
  const self = comparison.find(({ projectId }) => projectId === part.projectId);
  return {
    ...frame,
    // Whoever reads it may have to call who reported the event (D7): it is their own part of the tree.
    ...linesOf([part], (line) => line),
    changes: changesOf(frame, part.projectId),
    project: part.name,
    companyRows: views.sheet.rows,
    projects: [],
    views,
    analytics: analyticsOf(frame, [part]),
    // A project sees those it is compared with, nobody else.
    peers: {
      comparison: comparison.filter((row) => row.type === self?.type && row.band === self.band),
      strengths: strengths.filter(({ projectId }) => projectId === part.projectId),
    },
    cases: [{ project: part.name, cases: part.cases }],
    ledger: part.ledger,
  };
}

/** The views of some projects, by the names of the edition. */
export function analyticsOf({ names, ...options }: WorkbookFrame, parts: readonly ProjectPart[]): Analytics {
  const byId = { department: () => undefined, contractor: () => undefined, person: () => undefined };
  const projects = parts.toSorted((a, b) => (a.projectId < b.projectId ? -1 : 1));
  return analytics(
    parts.flatMap((part) => part.cases),
    options,
    { ...(names ?? byId), projects },
  );
}

/** A project sees what changed of its own. */
function changesOf({ changes }: WorkbookFrame, projectId: string): MonthlyWorkbookInput["changes"] {
  return changes && { ...changes, lines: changes.lines.filter((line) => line.projectId === projectId) };
}

/** Whose event it is: in the company's workbook the department alone, in the project's own the reporter with the number too. */
function withoutReporter(line: EmergencyLine): EmergencyLine {
  return { ...line, reporter: null, phone: null };
}

function linesOf(
  parts: readonly ProjectPart[],
  eventOf: (line: EmergencyLine) => EmergencyLine,
): Pick<MonthlyWorkbookInput, "emergencies" | "actions"> {
  return {
    emergencies: parts.flatMap((part) => part.emergencies.map(eventOf)),
    actions: parts.flatMap((part) => part.actions),
  };
}
