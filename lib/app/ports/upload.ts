import type { StoredFile } from "../../domain/complaint/events.ts";
import type { Personal } from "../../domain/document/personal.ts";
import type { Instant } from "../../domain/time/instant.ts";

/** A file that somebody announced and puts into the attachments bucket; forgotten unless a complaint takes it. */
export interface Upload {
  readonly id: string;
  /** Who may use it: `channel:<system>` or `person:<id>`. */
  readonly owner: string;
  readonly fileName: string;
  readonly contentType: string;
  /** Bytes; the link takes exactly so many. */
  readonly size: number;
  readonly createdAt: Instant;
  /** From here on it is as if it had never been. */
  readonly expiresAt: Instant;
  /** The complaint that took it; no other may. */
  readonly complaintId?: string;
}

/** Files for an event: what the event says, and the names that stand beside it. */
export interface TakenFiles {
  readonly files: readonly StoredFile[];
  readonly personal: Readonly<Record<string, Personal>>;
}

/** Where an announced file lies until a complaint takes it; a lifecycle rule empties this prefix. */
export function uploadKey(id: string): string {
  return `uploads/${id}`;
}

/** Where a complaint's file lies in the attachments bucket. */
export function attachmentKey(complaintId: string, fileId: string): string {
  return `complaints/${complaintId}/${fileId}`;
}

/**
 * An empty object beside the recording of a call, written when it was copied: the nightly run finds by it what has been
 * kept as long as the policy says.
 */
export function recordingKey(complaintId: string, fileId: string): string {
  return `${RECORDINGS}${complaintId}/${fileId}`;
}
export const RECORDINGS = "recordings/";

/** Where the inspection files of a complaint lie for a day. */
export function dossierPrefix(complaintId: string): string {
  return `dossiers/${complaintId}/`;
}

/** Who may use an upload: the system whose key announced it, or the person. */
export function ownerOf(by: { readonly kind: "channel" | "person"; readonly id: string }): string {
  return `${by.kind}:${by.id}`;
}

/** One file, at most; bytes. */
export const LARGEST_UPLOAD = 25_000_000;
/** The files of one request together, at most; bytes: they are checked in memory before they are kept. */
export const LARGEST_TOGETHER = 50_000_000;
