import * as z from "zod";

/** Whether an installation waits for its first company. */
export const setupState = z.strictObject({ needed: z.boolean() }).meta({ id: "SetupState" });

export const setupDone = z
  .strictObject({ personId: z.string(), projectId: z.string() })
  .meta({ id: "SetupDone" });
