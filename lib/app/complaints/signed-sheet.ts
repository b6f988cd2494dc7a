import { answersFor } from "../../domain/complaint/answering.ts";
import type { Complaint } from "../../domain/complaint/document.ts";
import { signingPosts } from "../../domain/complaint/rules/posts.ts";
import { type Project, postsFor } from "../../domain/organisation/organisation.ts";
import type { PaperForm } from "../../domain/papers/forms.ts";
import type { Ports } from "../ports/index.ts";
import type { NamedSheet } from "../ports/plain-command.ts";
import { type Problem, problem } from "../problems/problem.ts";

/** The form that the solving department's head signs (D4). */
const signedForm: PaperForm = "handling-record";

/** What the QR code of a complaint's form says: the page that tells staff what to do with the sheet. */
export function sheetUrl({ publicUrl }: Pick<Ports, "publicUrl">, number: string, form: PaperForm): string {
  return `${publicUrl}/public/sheets/${number}/${form}`;
}

/** Why a sheet cannot sign this complaint off: another one's code, another form, or somebody who may not sign. */
export async function sheetProblem(
  { complaints, organisation }: Pick<Ports, "complaints" | "organisation">,
  { code, signerId }: NamedSheet,
  complaint: Complaint,
  project: Project,
): Promise<Problem | undefined> {
  const [, number = "", form] = /([^/]+)\/([^/]+)$/.exec(code.trim()) ?? [];
  if (form !== signedForm || (await complaints.idByNumber(number)) !== complaint.registration.id)
    return problem("other-sheet", { path: "sheet.code" });
  const signer = await organisation.person(signerId);
  const held = signer === undefined ? [] : postsFor(signer, project);
  if (signer === undefined || held.length === 0) return problem("unknown-person", { path: "sheet.signerId" });
  return signingPosts.some((post) => held.includes(post)) && answersFor(signer, project, complaint)
    ? undefined
    : problem("not-a-signer", { path: "sheet.signerId" });
}
