import * as z from "zod";
import { line } from "./text.ts";

/** `?dryRun=true`: only the report, nothing is written. */
export const dryRunQuery = z.strictObject({ dryRun: z.enum(["true", "false"]).exactOptional() });

export const templateQuery = z.strictObject({ format: z.enum(["xlsx", "csv"]).exactOptional() });

/** A table that comes in a request. */
export const tableFile = z.strictObject({ name: line(200), content: z.base64() }).meta({
  description: "xlsx, or csv in UTF-8 or GB18030; content in base64, the whole body at most 4 MB",
});
