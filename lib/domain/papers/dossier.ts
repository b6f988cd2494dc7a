import { plainFileName } from "../attachments/file-name.ts";
import type { Complaint } from "../complaint/document.ts";
import { filesOf, type NamedFile } from "../complaint/files.ts";
import type { PaperForm } from "./forms.ts";

/** `default`: so many bytes of files lie in one dossier; what goes beyond is named in it. */
export const DOSSIER_BYTES = 60 * 1024 * 1024;

/**
 * The sheets of an inspection file (迎检卷宗), first to last: those that this complaint has something for. The letter to the
 * customer is not among them: its code opens the customer's own page.
 */
export function dossierForms(complaint: Complaint): readonly PaperForm[] {
  const forms: PaperForm[] = ["case-history", "complaint-record", "handling-record"];
  if (complaint.plan !== undefined) forms.push("handling-plan");
  if (complaint.attempts.length > 0) forms.push("follow-up-record");
  if (complaint.group !== undefined) forms.push("joint-signatures");
  if (complaint.registration.channel === "government") forms.push("ticket-reply");
  return forms;
}

/** Which files lie in it, the oldest first, and which are only named. */
export function dossierFiles(complaint: Complaint): {
  readonly enclosed: readonly NamedFile[];
  readonly left: readonly NamedFile[];
} {
  const enclosed: NamedFile[] = [];
  const left: NamedFile[] = [];
  let bytes = 0;
  for (const file of filesOf(complaint)) {
    const fits = bytes + file.size <= DOSSIER_BYTES;
    if (fits) bytes += file.size;
    (fits ? enclosed : left).push(file);
  }
  return { enclosed, left };
}

/** A name that every system can unpack, numbered so that two of one name stand side by side. */
export function dossierFileName({ id, name = id }: NamedFile, index: number): string {
  return `${String(index + 1).padStart(2, "0")}-${plainFileName(name, 80)}`;
}
