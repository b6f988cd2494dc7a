import { personalValue } from "../domain/complaint/document.ts";
import type { Person } from "../domain/organisation/organisation.ts";
import { attachmentKey } from "./mail/attachments.ts";
import { isProblem, type Problem, problem } from "./outcome.ts";
import type { Ports } from "./ports.ts";
import { showComplaint } from "./read.ts";

const LINK_SECONDS = 900;

/** A link to one file of a complaint, for a person whose posts reach its project; always a download, never a page. */
export async function attachmentLink(
  ports: Parameters<typeof showComplaint>[0] & Pick<Ports, "attachments" | "clock">,
  person: Person,
  complaintId: string,
  fileId: string,
): Promise<string | Problem> {
  const shown = await showComplaint(ports, person, complaintId);
  if (isProblem(shown)) return shown;
  const { complaint } = shown;
  for (const { seq, fact } of complaint.events) {
    if (fact.type !== "attachmentsStored") continue;
    if (!fact.files.some(({ id, left }) => id === fileId && left === undefined)) continue;
    const name = personalValue(complaint, seq, `name.${fileId}`) ?? fileId;
    const key = attachmentKey(complaint.registration.id, fileId);
    return ports.attachments.presign(key, LINK_SECONDS, ports.clock.now(), name);
  }
  return problem("unknown-file");
}
