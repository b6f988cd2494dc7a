import { jobProgress } from "../../app/jobs/start.ts";
import { notBegun } from "../../app/periods/not-begun.ts";
import type { Ports } from "../../app/ports/index.ts";
import { isProblem } from "../../app/problems/problem.ts";
import { downloadLink, jobView, listReports, listRuns } from "../../app/reports/files/read.ts";
import { startRun } from "../../app/reports/run/start.ts";
import { householdRoutes } from "../../contracts/households/routes.ts";
import { jobRoutes } from "../../contracts/jobs/routes.ts";
import { paperRoutes } from "../../contracts/papers/routes.ts";
import { buildBody, reportQuery } from "../../contracts/reports/bodies.ts";
import { reportRoutes } from "../../contracts/reports/routes.ts";
import { rosterRoutes } from "../../contracts/rosters/routes.ts";
import { submissionRoutes } from "../../contracts/submissions/routes.ts";
import { holds, type Person } from "../../domain/organisation/organisation.ts";
import type { Identity } from "../identity/oidc.ts";
import { asStaff } from "./auth.ts";
import {
  type HouseholdsApiPorts,
  householdTemplateFile,
  listHouseholds,
  putHouseholds,
} from "./households-api.ts";
import { requiredIdempotencyKey } from "./idempotency.ts";
import { blankForm, filledForm, type PapersApiPorts } from "./papers-api.ts";
import { Refusal, refusalOf } from "./refusal.ts";
import { found, json, type Reply } from "./reply.ts";
import { editionView } from "./report-view.ts";
import type { ApiRequest } from "./request.ts";
import { putRosterFile, showRoster, template } from "./rosters-api.ts";
import { api, type Log } from "./router.ts";
import * as submissions from "./submissions-api.ts";
import { validated } from "./validate.ts";

export type ReportsApiPorts = Pick<
  Ports,
  "clock" | "crypto" | "organisation" | "reports" | "rules" | "jobs" | "reportFiles" | "reportQueue"
> &
  PapersApiPorts &
  submissions.SubmissionsApiPorts &
  HouseholdsApiPorts;

/** The month's files for headquarters and project managers. */
export function reportsApi(ports: () => Promise<ReportsApiPorts>, identity: Identity, log?: Log) {
  return api({
    name: "reports-api",
    routes: {
      ...reportRoutes,
      ...submissionRoutes,
      ...rosterRoutes,
      ...paperRoutes,
      ...householdRoutes,
      ...jobRoutes,
    },
    ports,
    handlers: {
      listReports: asStaff(identity, reportRoutes.listReports, list),
      downloadReport: asStaff(identity, reportRoutes.downloadReport, download),
      buildReport: asStaff(identity, reportRoutes.buildReport, build),
      listSubmissions: asStaff(identity, submissionRoutes.listSubmissions, submissions.list),
      showCompanyTexts: asStaff(identity, submissionRoutes.showCompanyTexts, submissions.showCompany),
      putCompanyTexts: asStaff(identity, submissionRoutes.putCompanyTexts, submissions.putCompany),
      showSubmission: asStaff(identity, submissionRoutes.showSubmission, submissions.show),
      putSubmission: asStaff(identity, submissionRoutes.putSubmission, submissions.put),
      contestCase: asStaff(identity, submissionRoutes.contestCase, submissions.contest),
      ruleOnCase: asStaff(identity, submissionRoutes.ruleOnCase, submissions.rule),
      showRoster: asStaff(identity, rosterRoutes.showRoster, showRoster),
      putRoster: asStaff(identity, rosterRoutes.putRoster, putRosterFile),
      listHouseholds: asStaff(identity, householdRoutes.listHouseholds, listHouseholds),
      putHouseholds: asStaff(identity, householdRoutes.putHouseholds, putHouseholds),
      householdTemplate: asStaff(identity, householdRoutes.householdTemplate, householdTemplateFile),
      rosterTemplate: asStaff(identity, rosterRoutes.rosterTemplate, template),
      filledForm: asStaff(identity, paperRoutes.filledForm, filledForm),
      blankForm: asStaff(identity, paperRoutes.blankForm, blankForm),
      showJob: asStaff(identity, jobRoutes.showJob, job),
    },
    log,
  });
}

async function list(ports: ReportsApiPorts, request: ApiRequest, person: Person): Promise<Reply> {
  const { month } = validated(reportQuery, request.query);
  const refused = await notBegun(ports, month);
  if (refused !== undefined) throw refusalOf(refused);
  const runs = await listRuns(ports, month);
  const editions = await listReports(ports, person, month);
  return json(200, {
    month,
    runs: runs.map(({ span, ...run }) => ({ ...run, ...span })),
    editions: editions.map(editionView),
  });
}

async function download(ports: ReportsApiPorts, request: ApiRequest, person: Person): Promise<Reply> {
  const { month } = validated(reportQuery, { month: request.parameters["month"] });
  const link = await downloadLink(ports, person, month, request.parameters["file"] ?? "");
  if (typeof link !== "string") throw refusalOf(link);
  return found(link);
}

async function build(ports: ReportsApiPorts, request: ApiRequest, person: Person): Promise<Reply> {
  const { month } = validated(reportQuery, { month: request.parameters["month"] });
  const raw = request.optionalJson();
  const body = validated(buildBody, raw === undefined ? {} : raw);
  const key = requiredIdempotencyKey(request);
  await allowBuild(ports, person, body.projectId);
  const run = await startRun(ports, { month, ...body, by: person.id, key });
  if (isProblem(run)) throw refusalOf(run);
  return json(202, { jobId: run.id });
}

/** The company's files are headquarters' to issue; one project's also its manager's and region's. */
async function allowBuild(
  ports: ReportsApiPorts,
  person: Person,
  projectId: string | undefined,
): Promise<void> {
  if (isHeadquarters(person)) return;
  if (projectId === undefined) throw new Refusal("forbidden");
  const project = await ports.organisation.project(projectId);
  if (
    project === undefined ||
    !reportRoutes.buildReport.who.posts.some((post) => holds(person, post, project))
  ) {
    throw new Refusal("unknown-project", { path: "projectId" });
  }
}

async function job(ports: ReportsApiPorts, request: ApiRequest, person: Person): Promise<Reply> {
  const id = request.parameters["id"] ?? "";
  const other = await jobProgress(ports, id);
  if (other !== undefined) {
    if (other.startedBy !== person.id && !isHeadquarters(person)) throw new Refusal("unknown-job");
    return json(200, other.progress);
  }
  const run = await ports.reports.run(id);
  if (run === undefined || (run.startedBy !== person.id && !isHeadquarters(person))) {
    throw new Refusal("unknown-job");
  }
  return json(200, jobView(run));
}

function isHeadquarters(person: Person): boolean {
  return person.assignments.some(({ post }) => post === "headquarters");
}
