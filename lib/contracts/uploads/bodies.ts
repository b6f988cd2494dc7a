import * as z from "zod";
import { line } from "../core/text.ts";

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
