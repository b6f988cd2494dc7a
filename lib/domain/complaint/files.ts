import { type Complaint, personalValue } from "./document.ts";
import type { StoredFile } from "./events.ts";

/** A file that lies under a complaint; its name may be unknown or erased. */
export interface NamedFile extends StoredFile {
  readonly name?: string;
}

/** The files of a complaint as they came; what was left in a raw mail is not among them. */
export function filesOf(complaint: Complaint): NamedFile[] {
  const files = new Map<string, NamedFile>();
  for (const { seq, fact } of complaint.events) {
    if (fact.type !== "attachmentsStored") continue;
    for (const file of fact.files) {
      if (file.left !== undefined || files.has(file.id)) continue;
      const name = personalValue(complaint, seq, `name.${file.id}`);
      files.set(file.id, name === undefined ? file : { ...file, name });
    }
  }
  return [...files.values()];
}
