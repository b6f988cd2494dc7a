import type { Upload } from "./upload.ts";
/** Files that were announced. */
export interface UploadStore {
  insert(upload: Upload): Promise<void>;
  find(id: string): Promise<Upload | undefined>;
  /** Gives the upload to a complaint; false if another has it, or nobody announced it. */
  bind(upload: Upload, complaintId: string): Promise<boolean>;
}

/** The type of a file by its bytes; undefined where they do not say (text). */
export type TypeSniffer = (content: Uint8Array) => Promise<string | undefined>;
