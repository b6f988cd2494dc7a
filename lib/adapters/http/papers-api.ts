import { type PrintedPaper, printBlank, printForComplaint } from "../../app/papers/print.ts";
import type { Ports } from "../../app/ports/index.ts";
import { isProblem, type Problem } from "../../app/problems/problem.ts";
import { blankFormQuery } from "../../contracts/papers/bodies.ts";
import type { Person } from "../../domain/organisation/organisation.ts";
import { isPaperForm, type PaperForm, paperFormNames } from "../../domain/papers/forms.ts";
import { Refusal, refusalOf } from "./refusal.ts";
import { file, type Reply } from "./reply.ts";
import type { ApiRequest } from "./request.ts";
import { validated } from "./validate.ts";

export type PapersApiPorts = Pick<
  Ports,
  "clock" | "complaints" | "crypto" | "organisation" | "rules" | "papers" | "paperLog" | "publicUrl"
>;

const docxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** GET /complaints/{id}/forms/{form} */
export async function filledForm(ports: PapersApiPorts, request: ApiRequest, person: Person): Promise<Reply> {
  const form = formOf(request);
  return reply(await printForComplaint(ports, person, request.parameters["id"] ?? "", form));
}

/** GET /forms/{form} */
export async function blankForm(ports: PapersApiPorts, request: ApiRequest, person: Person): Promise<Reply> {
  const form = formOf(request);
  const { projectId } = validated(blankFormQuery, request.query);
  return reply(await printBlank(ports, person, form, projectId));
}

function formOf(request: ApiRequest): PaperForm {
  const form = request.parameters["form"] ?? "";
  if (isPaperForm(form)) return form;
  throw new Refusal("unknown-form", { values: { form, known: paperFormNames.join(", ") } });
}

function reply(printed: PrintedPaper | Problem): Reply {
  if (isProblem(printed)) throw refusalOf(printed);
  return file(printed.fileName, docxType, printed.document);
}
