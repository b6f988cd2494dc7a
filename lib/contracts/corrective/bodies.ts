import * as z from "zod";
import { cursor } from "../core/queries.ts";
import { id } from "../core/text.ts";

/** `GET /corrective-actions`: of one project or, some projects at a time, of all that are the person's. */
export const correctiveQuery = z.strictObject({
  projectId: id.exactOptional(),
  verified: z
    .enum(["true", "false"])
    .transform((text) => text === "true")
    .exactOptional()
    .meta({ description: "true: those verified as well" }),
  cursor: cursor.exactOptional(),
});
