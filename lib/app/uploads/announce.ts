import type { Temporal } from "temporal-polyfill";
import { isOffered } from "../../domain/attachments/file-types.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { shortHash } from "../documents/ids.ts";
import type { Ports } from "../ports/index.ts";
import { LARGEST_UPLOAD, ownerOf, type Upload, uploadKey } from "../ports/upload.ts";
import { type Problem, problem } from "../problems/problem.ts";

export type AnnouncePorts = Pick<Ports, "clock" | "crypto" | "counters" | "uploads" | "attachments">;

/** Who announces a file: somebody we know, or anyone at this network address. */
export type Uploader =
  | { readonly kind: "channel" | "person"; readonly id: string }
  | { readonly kind: "anyone"; readonly address: string };

export interface Announced {
  readonly uploadId: string;
  readonly url: string;
  /** Headers that the PUT must carry. */
  readonly headers: Readonly<Record<string, string>>;
  readonly putBefore: string;
  readonly useBefore: string;
}

const LINK_SECONDS = 900;
const USE_HOURS = 24;
/** `default`: what the public may announce, smaller and counted by hour: per network address, and all together. */
const PUBLIC = { largest: 10_000_000, perAddress: 30, together: 600 };
/** The public's own entrance is a source system like any other. */
export const PUBLIC_SYSTEM = "public";

/**
 * Takes the announcement of a file and gives a link that takes exactly so many bytes of this type, for 15 minutes. The
 * file may be used for a complaint or command of the same uploader within 24 hours.
 */
export async function announceUpload(
  ports: AnnouncePorts,
  uploader: Uploader,
  file: Pick<Upload, "fileName" | "contentType" | "size">,
): Promise<Announced | Problem> {
  const largest = uploader.kind === "anyone" ? PUBLIC.largest : LARGEST_UPLOAD;
  if (file.size > largest) return problem("file-too-large", { path: "size" });
  if (!isOffered(file.contentType)) return problem("file-type-refused", { path: "contentType" });
  const now = ports.clock.now();
  if (uploader.kind === "anyone" && (await tooMany(ports, uploader.address, now))) {
    return problem("too-many-uploads");
  }
  const owner = ownerOf(uploader.kind === "anyone" ? { kind: "channel", id: PUBLIC_SYSTEM } : uploader);
  const id = ports.crypto.salt();
  const useBefore = toInstant(now.add({ hours: USE_HOURS }));
  await ports.uploads.insert({ id, owner, ...file, createdAt: toInstant(now), expiresAt: useBefore });
  const { contentType, size } = file;
  return {
    uploadId: id,
    url: await ports.attachments.presignPut(uploadKey(id), LINK_SECONDS, now, { contentType, size }),
    headers: { "content-type": contentType, "content-length": String(size) },
    putBefore: toInstant(now.add({ seconds: LINK_SECONDS })),
    useBefore,
  };
}

/** Counts this announcement in its hour; an address stands there as a keyed hash only. */
async function tooMany(
  { counters, crypto }: AnnouncePorts,
  address: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const hour = toInstant(now).slice(0, 13);
  const until = toInstant(now.add({ hours: 2 }));
  const hash = shortHash(crypto, `address:${address}`);
  if ((await counters.hit(`uploads#${hash}#${hour}`, until)) > PUBLIC.perAddress) return true;
  return (await counters.hit(`uploads#${hour}`, until)) > PUBLIC.together;
}
