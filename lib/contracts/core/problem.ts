import * as z from "zod";
import { statuses } from "../../domain/complaint/document.ts";
import { emergencyStatuses } from "../../domain/emergencies/emergency.ts";
import { groupStatuses } from "../../domain/groups/group.ts";
import { errorEntry } from "./views.ts";

/** RFC 9457, `application/problem+json`; `type` is `/problems/<code>`. */
export const problemBody = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    errors: z.array(errorEntry).exactOptional(),
    allowed: z.array(z.string()).exactOptional(),
    missing: z.array(z.string()).exactOptional(),
    current: z
      .strictObject({ id: z.string(), number: z.string(), version: z.int(), status: z.enum(statuses) })
      .exactOptional(),
    currentGroup: z
      .strictObject({ id: z.string(), version: z.int(), status: z.enum(groupStatuses) })
      .exactOptional(),
    currentEvent: z
      .strictObject({ id: z.string(), version: z.int(), status: z.enum(emergencyStatuses) })
      .exactOptional(),
    traceId: z.string(),
  })
  .meta({ id: "Problem" });
