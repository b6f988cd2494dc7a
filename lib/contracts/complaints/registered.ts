import * as z from "zod";
import { clockSummary } from "../core/views.ts";

/** Answer to a registered complaint: 201 new, 200 the same one again. */
export const registered = z
  .strictObject({
    id: z.string(),
    number: z.string(),
    trackingUrl: z.string(),
    clocks: z.array(clockSummary),
  })
  .meta({ id: "Registered" });
