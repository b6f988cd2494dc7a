import { notBegun } from "../../../app/periods/not-begun.ts";
import type { Ports } from "../../../app/ports/index.ts";
import { isProblem, type Problem, problem } from "../../../app/problems/problem.ts";
import { type PreviewPorts, previewBulletin } from "../../../app/reports/files/bulletin-preview.ts";
import { lastEnded, reportMonths } from "../../../app/reports/files/months.ts";
import { downloadLink, listReports, listRuns, PNG, pictureBytes } from "../../../app/reports/files/read.ts";
import { startRun } from "../../../app/reports/run/start.ts";
import { reportRoutes } from "../../../contracts/reports/routes.ts";
import { holds, type Person } from "../../../domain/organisation/organisation.ts";
import { isHeadquarters } from "../../../domain/organisation/rights.ts";
import { found, json } from "../core/reply.ts";
import { forStaff, type ServingsOf } from "../core/serve.ts";
import { previewView } from "./preview-view.ts";
import { editionView } from "./report-view.ts";

export type EditionsApiPorts = PreviewPorts &
  Pick<
    Ports,
    "clock" | "crypto" | "organisation" | "reports" | "rules" | "jobs" | "reportFiles" | "reportQueue"
  >;

/** The month's files for headquarters and project managers. */
export const reportHandlers = {
  listReports: forStaff(reportRoutes.listReports, async (ports: EditionsApiPorts, { query, person }) => {
    const months = await reportMonths(ports);
    const { month = lastEnded(months) } = query;
    const refused = await notBegun(ports, month);
    if (refused !== undefined) return refused;
    const runs = await listRuns(ports, month);
    const editions = await listReports(ports, person, month);
    return json(200, {
      month,
      months,
      runs: runs.map(({ span, ...run }) => ({ ...run, ...span })),
      editions: editions.map(editionView),
    });
  }),

  downloadReport: forStaff(
    reportRoutes.downloadReport,
    async (ports: EditionsApiPorts, { params, person }) => {
      const link = await downloadLink(ports, person, params.month, params.file);
      return typeof link === "string" ? found(link) : link;
    },
  ),

  previewBulletin: forStaff(reportRoutes.previewBulletin, async (ports: EditionsApiPorts, { params }) => {
    const preview = await previewBulletin(ports, params.month);
    return isProblem(preview) ? preview : json(200, previewView(preview));
  }),

  showPicture: forStaff(reportRoutes.showPicture, async (ports: EditionsApiPorts, { params, person }) => {
    const bytes = await pictureBytes(ports, person, params.month, params.file);
    if (isProblem(bytes)) return bytes;
    // An edition's files never change, but whose they are to read may.
    const headers = { "content-type": PNG, "cache-control": "private, max-age=900" };
    return { status: 200, asset: { bytes, headers } };
  }),

  buildReport: forStaff(reportRoutes.buildReport, async (ports: EditionsApiPorts, asked) => {
    const { params, body, key, person } = asked;
    const refused = await mayNotBuild(ports, person, body.projectId);
    if (refused !== undefined) return refused;
    const run = await startRun(ports, { month: params.month, ...body, by: person.id, key });
    return isProblem(run) ? run : json(202, { jobId: run.id });
  }),
} satisfies ServingsOf<typeof reportRoutes, EditionsApiPorts>;

/** The company's files are headquarters' to issue; one project's also its manager's and region's. */
async function mayNotBuild(
  { organisation }: EditionsApiPorts,
  person: Person,
  projectId: string | undefined,
): Promise<Problem | undefined> {
  if (isHeadquarters(person)) return undefined;
  if (projectId === undefined) return problem("forbidden");
  const project = await organisation.project(projectId);
  const may =
    project !== undefined && reportRoutes.buildReport.who.posts.some((post) => holds(person, post, project));
  return may ? undefined : problem("unknown-project", { path: "projectId" });
}
