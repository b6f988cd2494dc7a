import * as z from "zod";
import { id, line } from "./text.ts";

export const limit = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number)
  .pipe(z.int().min(1).max(200))
  .meta({ description: "1 to 200, default 50" });
export const cursor = line(2000).meta({ description: "Opaque; from the answer before" });

/** Rules of one project; without it the company's. */
export const placeQuery = z.strictObject({ projectId: id.exactOptional() });
