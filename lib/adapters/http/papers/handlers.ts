import { buildDossier } from "../../../app/papers/dossier.ts";
import { type PrintedPaper, printBlank, printForComplaint } from "../../../app/papers/print.ts";
import type { Ports } from "../../../app/ports/index.ts";
import { isProblem, type Problem } from "../../../app/problems/problem.ts";
import { paperRoutes } from "../../../contracts/papers/routes.ts";
import { file, json } from "../core/reply.ts";
import { forStaff, type ServingsOf } from "../core/serve.ts";

export type PapersApiPorts = Pick<
  Ports,
  | "clock"
  | "complaints"
  | "counters"
  | "crypto"
  | "organisation"
  | "rules"
  | "papers"
  | "paperLog"
  | "publicUrl"
  | "readLog"
  | "telemetry"
  | "attachments"
  | "zip"
>;

const docxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

export const paperHandlers = {
  filledForm: forStaff(paperRoutes.filledForm, async (ports: PapersApiPorts, { params, person }) =>
    sheet(await printForComplaint(ports, person, params.id, params.form)),
  ),

  buildDossier: forStaff(paperRoutes.buildDossier, async (ports: PapersApiPorts, { params, person }) => {
    const built = await buildDossier(ports, person, params.id);
    return isProblem(built) ? built : json(201, built);
  }),

  blankForm: forStaff(paperRoutes.blankForm, async (ports: PapersApiPorts, { params, query, person }) =>
    sheet(await printBlank(ports, person, params.form, query)),
  ),
} satisfies ServingsOf<typeof paperRoutes, PapersApiPorts>;

function sheet(printed: PrintedPaper | Problem) {
  return isProblem(printed) ? printed : file(printed.fileName, docxType, printed.document);
}
