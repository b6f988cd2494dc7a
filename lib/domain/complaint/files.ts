import { type Complaint, personalValue } from "./document.ts";
import type { StoredFile } from "./events.ts";

/** A file that lies under a complaint; its name may be unknown or erased. */
export interface NamedFile extends StoredFile {
  readonly name?: string;
}

/** The files of a complaint as they came; what was left in a raw mail is not among them. */
export function filesOf(complaint: Complaint): NamedFile[] {
  return everyFile(complaint).filter(({ left }) => left === undefined);
}

/** The files that are too large or too many to be kept apart: they stand in the kept mail, with the reason. */
export function filesLeftOf(complaint: Complaint): NamedFile[] {
  return everyFile(complaint).filter(({ left }) => left !== undefined);
}

function everyFile(complaint: Complaint): NamedFile[] {
  const files = new Map<string, NamedFile>();
  for (const { seq, fact } of complaint.events) {
    if (fact.type !== "attachmentsStored") continue;
    for (const file of fact.files) {
      const known = files.get(file.id);
      if (known !== undefined && (known.left === undefined || file.left !== undefined)) continue;
      const name = personalValue(complaint, seq, `name.${file.id}`);
      files.set(file.id, name === undefined ? file : { ...file, name });
    }
  }
  return [...files.values()];
}
