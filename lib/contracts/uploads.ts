import * as z from "zod";
import { id, line, sentInstant } from "./text.ts";

/** Uploads that a complaint or command names. */
export const uploads = z.array(id).max(20);

/** `POST /uploads` */
export const uploadBody = z
  .strictObject({
    fileName: line(255),
    contentType: z
      .string()
      .regex(/^[a-z]+\/[a-z0-9.+-]{1,100}$/)
      .meta({ description: "Picture, sound, film, PDF, office file, archive or plain text; no parameters" }),
    size: z.int().min(1).meta({ description: "Bytes: at most 25 MB, 10 MB without key or sign-in" }),
  })
  .meta({ id: "UploadAnnouncement" });

export const uploadAnnounced = z
  .strictObject({
    uploadId: z.string(),
    url: z.url().meta({ description: "PUT the file here, once, with exactly these headers" }),
    headers: z.record(z.string(), z.string()),
    putBefore: sentInstant,
    useBefore: sentInstant.meta({ description: "Name the upload in a complaint or command before this" }),
  })
  .meta({ id: "UploadAnnounced" });
