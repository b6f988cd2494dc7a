import { withoutComplainant } from "../../domain/complaint/anonymity.ts";
import type { Complaint } from "../../domain/complaint/document.ts";
import { isComplainedOf } from "../../domain/complaint/rules/complained-of.ts";
import { type Person, reaches } from "../../domain/organisation/organisation.ts";
import { type PaperForm, paperForms } from "../../domain/papers/forms.ts";
import { defined } from "../../domain/present.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { type ShownComplaint, showComplaint } from "../complaints/read.ts";
import { sheetUrl } from "../complaints/signed-sheet.ts";
import { trackingUrl } from "../complaints/tracking.ts";
import { noteRead, type ReadLogPorts } from "../person-data/reads.ts";
import type { Ports } from "../ports/index.ts";
import type { PaperFacts } from "../ports/paper-facts.ts";
import { isProblem, type Problem, problem } from "../problems/problem.ts";

type PrintPorts = Pick<Ports, "clock" | "crypto" | "organisation" | "rules" | "papers" | "publicUrl">;
type FilledPorts = PrintPorts & Pick<Ports, "complaints" | "paperLog"> & ReadLogPorts;

export interface PrintedPaper {
  readonly fileName: string;
  readonly document: Uint8Array;
}

/**
 * A form filled from one complaint, for a person whose posts reach its project. It carries personal values out of the
 * system, so who took which form when is on record before it is handed out.
 */
export async function printForComplaint(
  ports: FilledPorts,
  person: Person,
  idOrNumber: string,
  form: PaperForm,
): Promise<PrintedPaper | Problem> {
  const shown = await showComplaint(ports, person, idOrNumber);
  if (isProblem(shown)) return shown;
  const { complaint, project, inFull } = shown;
  // D4: a paper holds what the complained-of person is not shown, and the letter's code opens the complainant's own page.
  if (isComplainedOf(complaint, person)) return problem("complained-of");
  const { id, number } = complaint.registration;
  const { policy } = await ports.rules.forProject(project.id, project.timeZone, complaint.clocks);
  const facts: PaperFacts = {
    company: await company(ports),
    project,
    complaint: onPaper(shown),
    people: await ports.organisation.people(),
    policy,
    code: codeOf(
      ports,
      form,
      number,
      inFull !== undefined && form === "reply-letter" ? trackingUrl(ports, inFull) : undefined,
    ),
    website: ports.publicUrl,
  };
  const document = await ports.papers(form, facts);
  await noteRead(ports, person, complaint, "form");
  await ports.paperLog.record({
    id: ports.crypto.randomId(),
    complaintId: id,
    form,
    by: person.id,
    at: toInstant(ports.clock.now()),
  });
  return { fileName: `${number}-${paperForms[form].zh}.docx`, document };
}

/**
 * Papers go from hand to hand, like ledgers: anonymous is anonymous there, whoever takes them. Whoever may be shown who complained takes
 * them filled in, everybody else with the masks of the page.
 */
function onPaper({ complaint, inFull = complaint }: ShownComplaint): Complaint {
  return complaint.registration.anonymous ? withoutComplainant(inFull) : inFull;
}

/** One sheet of a blank pad, with the name of a project or for any. */
export async function printBlank(
  ports: PrintPorts,
  person: Person,
  form: PaperForm,
  { projectId, place }: { readonly projectId?: string; readonly place?: string } = {},
): Promise<PrintedPaper | Problem> {
  const firm = await company(ports);
  const project = projectId === undefined ? undefined : await ports.organisation.project(projectId);
  if (projectId !== undefined && (project === undefined || !reaches(person, project)))
    return problem("unknown-project", { path: "projectId" });
  const { policy } =
    project === undefined
      ? await ports.rules.forCompany(firm.timeZone)
      : await ports.rules.forProject(project.id, project.timeZone);
  const document = await ports.papers(form, {
    company: firm,
    people: [],
    policy,
    code: project === undefined ? ports.publicUrl : reportUrl(ports, project.id, place),
    website: ports.publicUrl,
    ...defined({ project }),
  });
  return { fileName: `${paperForms[form].zh}.docx`, document };
}

/**
 * What a sheet's code says: the customer's own tracking link on a letter to the customer, where one complains on a
 * notice, else what staff do with the sheet. What hangs in public or goes to a platform leads nowhere secret.
 */
function codeOf(
  ports: Pick<Ports, "publicUrl">,
  form: PaperForm,
  number: string,
  tracking: string | undefined,
): string {
  if (tracking !== undefined) return tracking;
  if (paperForms[form].about === "project" || form === "posted-reply" || form === "ticket-reply")
    return ports.publicUrl;
  return sheetUrl(ports, number, form);
}

/** Where a sign's code leads: to a complaint with project and place filled in; `-` for no place. */
function reportUrl({ publicUrl }: Pick<Ports, "publicUrl">, projectId: string, place = "-"): string {
  return `${publicUrl}/r/${encodeURIComponent(projectId)}/${encodeURIComponent(place)}`;
}

async function company(ports: Pick<Ports, "organisation">) {
  const found = await ports.organisation.company();
  if (found === undefined)
    throw new Error("no company is set up; import one with `npm run ops -- import-company`");
  return found;
}
