import { jobProgress } from "../../app/jobs/start.ts";
import { notBegun } from "../../app/periods/not-begun.ts";
import type { Ports } from "../../app/ports/index.ts";
import { isProblem } from "../../app/problems/problem.ts";
import { downloadLink, jobView, listReports, listRuns } from "../../app/reports/files/read.ts";
import { startRun } from "../../app/reports/run/start.ts";
import { reportQuery } from "../../contracts/queries.ts";
import { buildBody } from "../../contracts/report-requests.ts";
import { routePosts } from "../../contracts/roles.ts";
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
import { type ApiOptions, api } from "./router.ts";
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
export function reportsApi(
  ports: () => Promise<ReportsApiPorts>,
  identity: Identity,
  log?: ApiOptions<"reports-api", ReportsApiPorts>["log"],
) {
  return api<"reports-api", ReportsApiPorts>({
    name: "reports-api",
    ports,
    handlers: {
      listReports: asStaff(identity, "listReports", list),
      downloadReport: asStaff(identity, "downloadReport", download),
      buildReport: asStaff(identity, "buildReport", build),
      listSubmissions: asStaff(identity, "listSubmissions", submissions.list),
      showCompanyTexts: asStaff(identity, "showCompanyTexts", submissions.showCompany),
      putCompanyTexts: asStaff(identity, "putCompanyTexts", submissions.putCompany),
      showSubmission: asStaff(identity, "showSubmission", submissions.show),
      putSubmission: asStaff(identity, "putSubmission", submissions.put),
      contestCase: asStaff(identity, "contestCase", submissions.contest),
      ruleOnCase: asStaff(identity, "ruleOnCase", submissions.rule),
      showRoster: asStaff(identity, "showRoster", showRoster),
      putRoster: asStaff(identity, "putRoster", putRosterFile),
      listHouseholds: asStaff(identity, "listHouseholds", listHouseholds),
      putHouseholds: asStaff(identity, "putHouseholds", putHouseholds),
      householdTemplate: asStaff(identity, "householdTemplate", householdTemplateFile),
      rosterTemplate: asStaff(identity, "rosterTemplate", template),
      filledForm: asStaff(identity, "filledForm", filledForm),
      blankForm: asStaff(identity, "blankForm", blankForm),
      showJob: asStaff(identity, "showJob", job),
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
  if (project === undefined || !routePosts.buildReport.some((post) => holds(person, post, project))) {
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
