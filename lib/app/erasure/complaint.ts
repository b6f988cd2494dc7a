import type { Complaint } from "../../domain/complaint/document.ts";
import type { Actor } from "../../domain/document/event.ts";
import { defined } from "../../domain/present.ts";
import { erase } from "../complaints/erase.ts";
import { indexWords } from "../complaints/index-words.ts";
import { attachmentKey, dossierPrefix, recordingKey } from "../ports/upload.ts";
import { isProblem } from "../problems/problem.ts";
import type { ErasurePorts } from "./ports.ts";

const FAR = "9999-12-31T00:00:00Z";
const AT_MOST = 100_000;

/** A complaint's files, then all of its personal values, then the words it was found by. Returns the files; run again, it removes what is left. */
export async function eraseComplaint(
  ports: ErasurePorts,
  id: string,
  { by, again }: { readonly by?: Actor | undefined; readonly again?: boolean } = {},
): Promise<number> {
  const complaint = await ports.complaints.load(id);
  if (complaint === undefined) return 0;
  const files = await ports.attachments.listOlderThan(attachmentKey(id, ""), FAR, AT_MOST);
  // An inspection file of it, made today, would outlive its sheets by a day.
  const dossiers = await ports.attachments.listOlderThan(dossierPrefix(id), FAR, AT_MOST);
  const marks = await ports.attachments.listOlderThan(recordingKey(id, ""), FAR, AT_MOST);
  for (const { key } of [...files, ...dossiers, ...marks]) await ports.attachments.remove(key);
  await ports.complaints.dropContact(id);
  const erased = await erase(ports, {
    number: complaint.registration.number,
    fields: [],
    ...defined({ by }),
    ...(again === true ? { again } : {}),
  });
  if (isProblem(erased)) throw new Error(`complaint ${complaint.registration.number}: ${erased.problem}`);
  const after: Complaint | undefined = await ports.complaints.load(id);
  if (after !== undefined) await indexWords(ports, after);
  return files.length;
}
