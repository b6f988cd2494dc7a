import { notBegun } from "../../app/periods/not-begun.ts";
import type { Ports } from "../../app/ports/index.ts";
import { isProblem, type Problem } from "../../app/problems/problem.ts";
import { type CompanyTextsPorts, putCompanyTexts, showCompanyTexts } from "../../app/submissions/company.ts";
import { listSubmissions, showSubmission } from "../../app/submissions/read.ts";
import {
  type Place,
  putContest,
  putRuling,
  putSubmission,
  type WritePorts,
} from "../../app/submissions/write.ts";
import { reportQuery } from "../../contracts/reports/bodies.ts";
import {
  companyTextsBody,
  contestBody,
  rulingBody,
  submissionBody,
} from "../../contracts/submissions/bodies.ts";
import type { Person } from "../../domain/organisation/organisation.ts";
import type { CompanyTexts } from "../../domain/submissions/company-texts.ts";
import type { Submission } from "../../domain/submissions/submission.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { refusalOf } from "./refusal.ts";
import { json, type Reply } from "./reply.ts";
import type { ApiRequest } from "./request.ts";
import { companyTextsView, submissionHead, submissionView } from "./submission-view.ts";
import { validated } from "./validate.ts";

export type SubmissionsApiPorts = WritePorts & CompanyTextsPorts;

/** GET /reports/{month}/submissions */
export async function list(ports: SubmissionsApiPorts, request: ApiRequest, person: Person): Promise<Reply> {
  const { month } = validated(reportQuery, { month: request.parameters["month"] });
  const refused = await notBegun(ports, month);
  if (refused !== undefined) throw refusalOf(refused);
  const asOf = toInstant(ports.clock.now());
  const found = await listSubmissions(ports, person, month);
  const items = found.map(({ name, submission }) => ({ name, ...submissionHead(submission, asOf) }));
  return json(200, { month, asOf, items });
}

/** GET /reports/{month}/submissions/{projectId} */
export async function show(ports: SubmissionsApiPorts, request: ApiRequest, person: Person): Promise<Reply> {
  return answer(ports, await showSubmission(ports, person, placeOf(request, person)));
}

/** PUT /reports/{month}/submissions/{projectId} */
export async function put(ports: SubmissionsApiPorts, request: ApiRequest, person: Person): Promise<Reply> {
  const given = validated(submissionBody, request.json());
  return answer(ports, await putSubmission(ports, placeOf(request, person), given));
}

/** PUT /reports/{month}/submissions/{projectId}/contests/{number} */
export async function contest(
  ports: SubmissionsApiPorts,
  request: ApiRequest,
  person: Person,
): Promise<Reply> {
  const given = validated(contestBody, request.json());
  return answer(ports, await putContest(ports, caseOf(request, person), given));
}

/** PUT /reports/{month}/submissions/{projectId}/contests/{number}/ruling */
export async function rule(ports: SubmissionsApiPorts, request: ApiRequest, person: Person): Promise<Reply> {
  const given = validated(rulingBody, request.json());
  return answer(ports, await putRuling(ports, caseOf(request, person), given));
}

/** GET /reports/{month}/company-texts */
export async function showCompany(ports: SubmissionsApiPorts, request: ApiRequest): Promise<Reply> {
  const { month } = validated(reportQuery, { month: request.parameters["month"] });
  return companyAnswer(month, await showCompanyTexts(ports, month));
}

/** PUT /reports/{month}/company-texts */
export async function putCompany(
  ports: SubmissionsApiPorts,
  request: ApiRequest,
  person: Person,
): Promise<Reply> {
  const { month } = validated(reportQuery, { month: request.parameters["month"] });
  const given = validated(companyTextsBody, request.json());
  return companyAnswer(month, await putCompanyTexts(ports, { month, by: person.id }, given));
}

function companyAnswer(month: string, texts: CompanyTexts | undefined | Problem): Reply {
  if (texts !== undefined && isProblem(texts)) throw refusalOf(texts);
  return json(200, companyTextsView(month, texts));
}

function placeOf(request: ApiRequest, person: Person): Place {
  const { month } = validated(reportQuery, { month: request.parameters["month"] });
  return { month, projectId: request.parameters["projectId"] ?? "", person };
}

function caseOf(request: ApiRequest, person: Person): Place & { readonly number: string } {
  return { ...placeOf(request, person), number: request.parameters["number"] ?? "" };
}

function answer({ clock }: Pick<Ports, "clock">, submission: Submission | Problem): Reply {
  if (isProblem(submission)) throw refusalOf(submission);
  return json(200, submissionView(submission, toInstant(clock.now())));
}
