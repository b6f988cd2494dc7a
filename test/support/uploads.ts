import type { Upload } from "../../lib/app/ports/upload.ts";
import type { UploadStore } from "../../lib/app/ports/uploads.ts";
import { stored } from "./memory/stored.ts";

/** Announced files in memory, with the same condition as the table's. */
export function memoryUploads(): UploadStore {
  const uploads = new Map<string, Upload>();
  return {
    insert: async (upload) => void uploads.set(upload.id, stored(upload)),
    find: async (id) => {
      const upload = uploads.get(id);
      return upload === undefined ? undefined : stored(upload);
    },
    bind: async ({ id }, complaintId) => {
      const upload = uploads.get(id);
      if (upload === undefined || (upload.complaintId ?? complaintId) !== complaintId) return false;
      uploads.set(id, { ...upload, complaintId });
      return true;
    },
  };
}
