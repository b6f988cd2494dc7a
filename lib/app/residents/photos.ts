import { isPicture } from "../../domain/attachments/file-types.ts";
import { toInstant } from "../../domain/time/instant.ts";
import type { DraftPhoto } from "../ports/drafts.ts";
import type { Ports } from "../ports/index.ts";
import { ownerOf, uploadKey } from "../ports/upload.ts";
import { type Problem, problem } from "../problems/problem.ts";
import { PUBLIC_SYSTEM } from "../uploads/announce.ts";

/** So many pictures a resident sends at a time (`default`). */
export const MAX_PHOTOS = 6;
/** One picture that came through a plain form, at most (bytes): the form itself may hold no more than a little above. */
const LARGEST_PHOTO = 4_000_000;
const HOURS = 25;

export interface SentPhoto {
  readonly name: string;
  readonly content: Uint8Array;
}

export type PhotoPorts = Pick<Ports, "clock" | "crypto" | "attachments" | "uploads" | "sniffType">;

/**
 * Keeps a file that came with a resident's form, as an upload that a complaint may take within a day. What it is its bytes
 * say, never its name: pictures and PDF are taken, HEIC too.
 */
export async function keepPhoto(ports: PhotoPorts, { name, content }: SentPhoto): Promise<string | Problem> {
  if (content.byteLength > LARGEST_PHOTO) return problem("file-too-large");
  const contentType = await ports.sniffType(content);
  if (contentType === undefined || !isPicture(contentType)) return problem("file-type-refused");
  const id = ports.crypto.salt();
  const now = ports.clock.now();
  await ports.attachments.put(uploadKey(id), content, contentType);
  await ports.uploads.insert({
    id,
    owner: ownerOf(publicSystem),
    fileName: name,
    contentType,
    size: content.byteLength,
    createdAt: toInstant(now),
    expiresAt: toInstant(now.add({ hours: HOURS })),
  });
  return id;
}

/**
 * A file that was put directly (`POST /uploads`) or came with the same form before; looked at like any other. Refuses
 * unknown-upload, upload-missing, file-type-refused.
 */
export async function uploadedPhoto(ports: PhotoPorts, id: string): Promise<DraftPhoto | Problem> {
  const upload = await ports.uploads.find(id);
  const isOpen = upload?.complaintId === undefined && upload?.owner === ownerOf(publicSystem);
  if (upload === undefined || !isOpen || upload.expiresAt <= toInstant(ports.clock.now()))
    return problem("unknown-upload");
  const content = await ports.attachments.get(uploadKey(id));
  if (content === undefined || content.byteLength !== upload.size) return problem("upload-missing");
  const contentType = await ports.sniffType(content);
  if (contentType === undefined || !isPicture(contentType)) return problem("file-type-refused");
  return { uploadId: id, name: upload.fileName, size: upload.size };
}

const publicSystem = { kind: "channel", id: PUBLIC_SYSTEM } as const;
