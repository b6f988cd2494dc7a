import { type Complaint, personalValue } from "./document.ts";
import type { StoredFile } from "./events.ts";

/** A file that lies under a complaint; its name may be unknown or erased. */
export interface NamedFile extends StoredFile {
  readonly name?: string;
}

/** The files of a complaint as they came; what was left in a raw mail is not among them. */
export function filesOf(complaint: Complaint): NamedFile[] {
  return everyFileOf(complaint).filter(({ left }) => left === undefined);
}

/** The files that do not lie here, with the reason: in the kept mail only, never had, or kept no longer. */
export function filesLeftOf(complaint: Complaint): NamedFile[] {
  return everyFileOf(complaint).filter(({ left }) => left !== undefined);
}

/** All of them, as they stand by now. */
export function everyFileOf(complaint: Complaint): NamedFile[] {
  const files = new Map<string, NamedFile>();
  for (const { seq, fact } of complaint.events) {
    if (fact.type !== "attachmentsStored") continue;
    for (const file of fact.files) {
      const known = files.get(file.id);
      const isGone = file.left === "kept-no-longer";
      if (known !== undefined && !isGone && (known.left === undefined || file.left !== undefined)) continue;
      const name = personalValue(complaint, seq, `name.${file.id}`) ?? known?.name;
      files.set(file.id, name === undefined ? file : { ...file, name });
    }
  }
  return [...files.values()];
}
