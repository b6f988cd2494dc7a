import { withoutComplainant } from "../../domain/complaint/anonymity.ts";
import type { Complaint } from "../../domain/complaint/document.ts";
import { isComplainedOf } from "../../domain/complaint/rules/complained-of.ts";
import { type Person, reaches } from "../../domain/organisation/organisation.ts";
import { type PaperForm, paperForms } from "../../domain/papers/forms.ts";
import { defined } from "../../domain/present.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { prove } from "../complaints/proof.ts";
import { type ShownComplaint, showComplaint } from "../complaints/read.ts";
import { sheetUrl } from "../complaints/signed-sheet.ts";
import { trackingUrl } from "../complaints/tracking.ts";
import { noteRead, type ReadLogPorts } from "../person-data/reads.ts";
import type { Ports } from "../ports/index.ts";
import type { HistoryCheck } from "../ports/paper-facts.ts";
import { isProblem, type Problem, problem } from "../problems/problem.ts";

type PrintPorts = Pick<Ports, "clock" | "crypto" | "organisation" | "rules" | "papers" | "publicUrl">;
export type FilledPorts = PrintPorts & Pick<Ports, "complaints" | "paperLog"> & ReadLogPorts;

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
  const { complaint } = shown;
  // D4: a paper holds what the complained-of person is not shown, and the letter's code opens the complainant's own page.
  if (isComplainedOf(complaint, person)) return problem("complained-of");
  const print = await printerFor(ports, shown);
  const printed = await print(form);
  await noteRead(ports, person, complaint, "form");
  await noteTaken(ports, person, complaint, form);
  return printed;
}

/** Prints forms of one complaint as its reader may see it. */
export async function printerFor(
  ports: FilledPorts,
  shown: ShownComplaint,
): Promise<(form: PaperForm) => Promise<PrintedPaper>> {
  const { complaint, project, inFull } = shown;
  const { number } = complaint.registration;
  const [firm, people, { policy }] = await Promise.all([
    company(ports),
    ports.organisation.people(),
    ports.rules.forProject(project.id, project.timeZone, complaint.clocks),
  ]);
  const facts = {
    company: firm,
    project,
    complaint: onPaper(shown),
    people,
    policy,
    website: ports.publicUrl,
    at: toInstant(ports.clock.now()),
  };
  return async (form) => {
    const tracking = inFull !== undefined && form === "reply-letter" ? trackingUrl(ports, inFull) : undefined;
    const proof = form === "case-history" ? await checkOf(ports, complaint.registration.id) : undefined;
    const document = await ports.papers(form, {
      ...facts,
      code: codeOf(ports, form, number, tracking),
      ...defined({ proof }),
    });
    return { fileName: `${number}-${paperForms[form].zh}.docx`, document };
  };
}

/** The history as `npm run audit` checks it, whatever of it this reader is shown. */
async function checkOf(ports: FilledPorts, id: string): Promise<HistoryCheck | undefined> {
  const proof = await prove(ports, id);
  if (isProblem(proof)) return undefined;
  const { events, head, faults } = proof;
  return { events, head, sound: faults.length === 0 };
}

/** A paper carries personal values out of the system: who took it when stands in the history. */
export async function noteTaken(
  ports: Pick<Ports, "clock" | "crypto" | "paperLog">,
  person: Person,
  { registration }: Complaint,
  form: PaperForm,
): Promise<void> {
  await ports.paperLog.record({
    id: ports.crypto.randomId(),
    complaintId: registration.id,
    form,
    by: person.id,
    at: toInstant(ports.clock.now()),
  });
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
    at: toInstant(ports.clock.now()),
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
