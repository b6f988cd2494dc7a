import * as z from "zod";
import { sentInstant } from "./text.ts";

export const cursor = z.string().exactOptional().meta({ description: "Absent on the last page" });

/** A clock (时间节点) as every answer shows it. */
export const clockSummary = z
  .strictObject({
    name: z.string(),
    dueAt: sentInstant,
    provisional: z.boolean(),
    stoppedAt: sentInstant.exactOptional(),
    pausedSince: sentInstant.exactOptional(),
  })
  .meta({ id: "Clock", description: "provisional 暂定: no holiday notice covers the deadline yet" });

export const errorEntry = z.strictObject({ path: z.string(), code: z.string(), message: z.string() });
