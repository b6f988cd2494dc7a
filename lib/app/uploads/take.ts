import { keptType } from "../../domain/attachments/file-types.ts";
import type { StoredFile } from "../../domain/complaint/events.ts";
import type { Personal } from "../../domain/document/personal.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { salted } from "../documents/ids.ts";
import type { Ports } from "../ports/index.ts";
import { attachmentKey, LARGEST_TOGETHER, type TakenFiles, type Upload, uploadKey } from "../ports/upload.ts";
import { isProblem, type Problem, problem } from "../problems/problem.ts";

export type TakePorts = Pick<Ports, "clock" | "crypto" | "uploads" | "attachments" | "sniffType">;

/**
 * Makes uploads files of a complaint: known, this uploader's, complete, of a type that is accepted, and no other
 * complaint's. The files lie under the complaint before any event names them; doing it again gives the same.
 */
export async function takeUploads(
  ports: TakePorts,
  ids: readonly string[],
  to: { readonly owner: string; readonly complaintId: string },
): Promise<TakenFiles | Problem> {
  const uploads = await announced(ports, ids, to);
  if (!Array.isArray(uploads)) return uploads;
  const files: StoredFile[] = [];
  const personal: Record<string, Personal> = {};
  for (const [index, upload] of uploads.entries()) {
    const file = await kept(ports, upload, to.complaintId);
    if (isProblem(file)) return { ...file, path: `attachments.${index}` };
    if (files.some(({ id }) => id === file.id)) continue;
    files.push(file);
    personal[`name.${file.id}`] = salted(ports.crypto, upload.fileName);
  }
  for (const [index, upload] of uploads.entries()) {
    const bound = await ports.uploads.bind(upload, to.complaintId);
    if (!bound) return problem("upload-used", { path: `attachments.${index}` });
  }
  return { files, personal };
}

async function announced(
  { uploads, clock }: TakePorts,
  ids: readonly string[],
  { owner, complaintId }: { readonly owner: string; readonly complaintId: string },
): Promise<Upload[] | Problem> {
  const now = toInstant(clock.now());
  const found: Upload[] = [];
  for (const [index, id] of ids.entries()) {
    const path = `attachments.${index}`;
    const upload = await uploads.find(id);
    // Somebody else's is the same as none.
    if (upload === undefined || upload.owner !== owner || upload.expiresAt <= now)
      return problem("unknown-upload", { path });
    if (upload.complaintId !== undefined && upload.complaintId !== complaintId)
      return problem("upload-used", { path });
    found.push(upload);
  }
  const together = found.reduce((sum, { size }) => sum + size, 0);
  return together > LARGEST_TOGETHER ? problem("file-too-large", { path: "attachments" }) : found;
}

/** Copies an upload under the complaint, named by its contents. */
async function kept(ports: TakePorts, upload: Upload, complaintId: string): Promise<StoredFile | Problem> {
  const content = await ports.attachments.get(uploadKey(upload.id));
  if (content === undefined || content.byteLength !== upload.size) return problem("upload-missing");
  const contentType = keptType(await ports.sniffType(content), upload.contentType);
  if (contentType === undefined) return problem("file-type-refused");
  const id = (await ports.crypto.checksum(content)).slice(0, 32);
  await ports.attachments.put(attachmentKey(complaintId, id), content, contentType);
  return { id, contentType, size: content.byteLength };
}
