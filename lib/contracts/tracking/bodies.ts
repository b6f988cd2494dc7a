import * as z from "zod";

/** What a complainant does beside reading the progress. */
export const residentAct = z.enum(["message", "urge", "withdraw", "privacy"]);
export type ResidentAct = z.infer<typeof residentAct>;
