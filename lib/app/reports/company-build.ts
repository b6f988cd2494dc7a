import { plannedNotice } from "../../domain/notices/notice.ts";
import {
  type AnalysisTask,
  checkIdentities,
  type MonthlySheet,
  monthlyAnalysis,
  monthlySheet,
} from "../../domain/statistics/index.ts";
import { toInstant } from "../../domain/time/instant.ts";
import type { Ports } from "../ports.ts";
import { byReceipt, type ProjectPart, partKey } from "./project-part.ts";
import type { KeyFigures, ReportEdition, ReportRun } from "./run.ts";
import type { MonthlyWorkbookInput } from "./workbook-input.ts";

type CompanyPorts = Pick<
  Ports,
  | "clock"
  | "crypto"
  | "organisation"
  | "reports"
  | "rules"
  | "reportFiles"
  | "noticeQueue"
  | "notices"
  | "workbook"
  | "telemetry"
>;

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/**
 * Builds the month's workbook from the parts of all projects, issues it as an edition and tells headquarters. Every
 * step may run twice: the run keeps its edition number, an issued edition never changes, notices have fixed keys.
 */
export async function buildCompanyReport(ports: CompanyPorts, runId: string): Promise<void> {
  const run = await ports.reports.run(runId);
  if (run === undefined) throw new Error(`run ${runId} is unknown`);
  if (run.finishedAt !== undefined) return;
  const edition = await ports.reports.reserveEdition(run.id);
  const issued = (await ports.reports.editions(run.month)).find((other) => other.edition === edition);
  if (issued === undefined) await issue(ports, run, edition);
  await announce(ports, run.month, edition);
  await ports.reports.finish(run.id, toInstant(ports.clock.now()));
  ports.telemetry.count("ReportsIssued");
}

async function issue(ports: CompanyPorts, run: ReportRun, edition: number): Promise<void> {
  const company = await ports.organisation.company();
  if (company === undefined) throw new Error("no company is set up");
  const { policy } = await ports.rules.forCompany(company.timeZone);
  const parts = await loadParts(ports, run);
  const options = {
    month: run.month,
    timeZone: company.timeZone,
    asOf: run.asOf,
    startDay: policy.periodStartDay,
  };
  const tasks = parts.flatMap((part) => part.tasks);
  const madeAt = toInstant(ports.clock.now());
  const input: MonthlyWorkbookInput = {
    company: company.name,
    month: run.month,
    startDay: policy.periodStartDay,
    asOf: run.asOf,
    timeZone: company.timeZone,
    madeAt,
    companyRows: checked(monthlySheet(tasks, options)).rows,
    projects: parts.map((part) => ({
      name: part.name,
      rows: checked(monthlySheet(part.tasks, options)).rows,
    })),
    ledger: parts.flatMap((part) => part.ledger).sort(byReceipt),
  };
  const body = await ports.workbook(input);
  const name = `complaints-${run.month}-edition-${edition}.xlsx`;
  const sha256 = await ports.crypto.checksum(body);
  // The address names the contents: a second build of the same edition cannot overwrite the issued file.
  const key = `reports/${run.month}/${sha256.slice(0, 16)}/${name}`;
  await ports.reportFiles.put(key, body, XLSX);
  const issued: ReportEdition = {
    month: run.month,
    edition,
    runId: run.id,
    asOf: run.asOf,
    madeAt,
    files: [{ name, key, size: body.byteLength, sha256, contentType: XLSX }],
    figures: keyFigures(tasks, options),
  };
  await ports.reports.issueEdition(issued);
}

async function loadParts(ports: CompanyPorts, run: ReportRun): Promise<ProjectPart[]> {
  const parts: ProjectPart[] = [];
  for (const projectId of run.projectIds) {
    const body = await ports.reportFiles.get(partKey(run.id, projectId));
    if (body === undefined) throw new Error(`part of project ${projectId} of run ${run.id} is missing`);
    const part: ProjectPart = JSON.parse(new TextDecoder().decode(body));
    parts.push(part);
  }
  return parts;
}

/** A sheet whose sums disagree is never printed. */
function checked(sheet: MonthlySheet): MonthlySheet {
  const violations = checkIdentities(sheet);
  if (violations.length > 0)
    throw new Error(`statistics sheet contradicts itself: ${JSON.stringify(violations)}`);
  return sheet;
}

function keyFigures(
  tasks: readonly AnalysisTask[],
  options: Parameters<typeof monthlyAnalysis>[1],
): KeyFigures {
  const { received, done, open, handlingRate, timelyRate, firstFollowUpSatisfaction } = monthlyAnalysis(
    tasks,
    options,
  );
  return { received, done, open, handlingRate, timelyRate, firstFollowUpSatisfaction };
}

async function announce(ports: CompanyPorts, month: string, edition: number): Promise<void> {
  const people = await ports.organisation.people();
  const now = toInstant(ports.clock.now());
  for (const person of people.filter((p) => p.assignments.some((a) => a.post === "headquarters"))) {
    const notice = plannedNotice(
      {
        key: `month-ready#${edition}#${person.id}#email`,
        subject: { kind: "report", month, edition },
        template: "month-ready",
        recipient: { kind: "person", id: person.id, post: "headquarters" },
        adapter: "email",
      },
      now,
    );
    await ports.notices.plan(notice);
    await ports.noticeQueue.send(ports.notices.refOf(notice));
  }
}
