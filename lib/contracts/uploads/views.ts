import * as z from "zod";
import { sentInstant } from "../core/text.ts";

export const uploadAnnounced = z
  .strictObject({
    uploadId: z.string(),
    url: z.url().meta({ description: "PUT the file here, once, with exactly these headers" }),
    headers: z.record(z.string(), z.string()),
    putBefore: sentInstant,
    useBefore: sentInstant.meta({ description: "Name the upload in a complaint or command before this" }),
  })
  .meta({ id: "UploadAnnounced" });
