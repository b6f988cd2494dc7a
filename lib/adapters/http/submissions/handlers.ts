import { notBegun } from "../../../app/periods/not-begun.ts";
import type { Ports } from "../../../app/ports/index.ts";
import { isProblem, type Problem } from "../../../app/problems/problem.ts";
import {
  type CompanyTextsPorts,
  putCompanyTexts,
  showCompanyTexts,
} from "../../../app/submissions/company.ts";
import { listSubmissions, showSubmission } from "../../../app/submissions/read.ts";
import {
  putContest,
  putRuling,
  putSubmission,
  remindOfSubmission,
  type WritePorts,
} from "../../../app/submissions/write.ts";
import { submissionRoutes } from "../../../contracts/submissions/routes.ts";
import type { CompanyTexts } from "../../../domain/submissions/company-texts.ts";
import type { Submission } from "../../../domain/submissions/submission.ts";
import { toInstant } from "../../../domain/time/instant.ts";
import { json } from "../core/reply.ts";
import { forStaff, type ServingsOf } from "../core/serve.ts";
import { companyTextsView, submissionHead, submissionView } from "./submission-view.ts";

export type SubmissionsApiPorts = WritePorts & CompanyTextsPorts;

/** What projects and headquarters write for a month (D7, D8, D14). */
export const submissionHandlers = {
  listSubmissions: forStaff(
    submissionRoutes.listSubmissions,
    async (ports: SubmissionsApiPorts, { params: { month }, person }) => {
      const refused = await notBegun(ports, month);
      if (refused !== undefined) return refused;
      const asOf = toInstant(ports.clock.now());
      const found = await listSubmissions(ports, person, month);
      const items = found.map(({ name, submission }) => ({ name, ...submissionHead(submission, asOf) }));
      return json(200, { month, asOf, items });
    },
  ),

  showSubmission: forStaff(
    submissionRoutes.showSubmission,
    async (ports: SubmissionsApiPorts, { params, person }) =>
      shown(ports, await showSubmission(ports, person, params)),
  ),

  putSubmission: forStaff(
    submissionRoutes.putSubmission,
    async (ports: SubmissionsApiPorts, { params, body, person }) =>
      shown(ports, await putSubmission(ports, { ...params, person }, body)),
  ),

  remindOfSubmission: forStaff(
    submissionRoutes.remindOfSubmission,
    async (ports: SubmissionsApiPorts, { params, person }) =>
      shown(ports, await remindOfSubmission(ports, { ...params, person })),
  ),

  contestCase: forStaff(
    submissionRoutes.contestCase,
    async (ports: SubmissionsApiPorts, { params, body, person }) =>
      shown(ports, await putContest(ports, { ...params, person }, body)),
  ),

  ruleOnCase: forStaff(
    submissionRoutes.ruleOnCase,
    async (ports: SubmissionsApiPorts, { params, body, person }) =>
      shown(ports, await putRuling(ports, { ...params, person }, body)),
  ),

  showCompanyTexts: forStaff(
    submissionRoutes.showCompanyTexts,
    async (ports: SubmissionsApiPorts, { params: { month }, person }) =>
      companyShown(month, await showCompanyTexts(ports, person, month)),
  ),

  putCompanyTexts: forStaff(
    submissionRoutes.putCompanyTexts,
    async (ports: SubmissionsApiPorts, { params: { month }, body, person }) =>
      companyShown(month, await putCompanyTexts(ports, { month, by: person.id }, body)),
  ),
} satisfies ServingsOf<typeof submissionRoutes, SubmissionsApiPorts>;

function companyShown(month: string, texts: CompanyTexts | undefined | Problem) {
  return texts !== undefined && isProblem(texts) ? texts : json(200, companyTextsView(month, texts));
}

function shown({ clock }: Pick<Ports, "clock">, submission: Submission | Problem) {
  return isProblem(submission) ? submission : json(200, submissionView(submission, toInstant(clock.now())));
}
