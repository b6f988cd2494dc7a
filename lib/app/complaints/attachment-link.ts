import { filesOf } from "../../domain/complaint/files.ts";
import { isComplainedOf } from "../../domain/complaint/rules/complained-of.ts";
import type { Person } from "../../domain/organisation/organisation.ts";
import { noteRead, type ReadLogPorts } from "../person-data/reads.ts";
import type { Ports } from "../ports/index.ts";
import { attachmentKey } from "../ports/upload.ts";
import { isProblem, type Problem, problem } from "../problems/problem.ts";
import { showComplaint } from "./read.ts";

const LINK_SECONDS = 900;

/** A link to one file of a complaint, for a person whose posts reach its project; always a download, never a page. */
export async function attachmentLink(
  ports: Parameters<typeof showComplaint>[0] & Pick<Ports, "attachments"> & ReadLogPorts,
  person: Person,
  complaintId: string,
  fileId: string,
): Promise<string | Problem> {
  const shown = await showComplaint(ports, person, complaintId);
  if (isProblem(shown)) return shown;
  const { complaint } = shown;
  const file = filesOf(complaint).find(({ id }) => id === fileId);
  if (file === undefined || isComplainedOf(complaint, person)) return problem("unknown-file");
  await noteRead(ports, person, complaint, "file");
  const key = attachmentKey(complaint.registration.id, fileId);
  return ports.attachments.presign(key, LINK_SECONDS, ports.clock.now(), file.name ?? fileId);
}
