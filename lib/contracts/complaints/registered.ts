import * as z from "zod";
import { clockSummary } from "../core/views.ts";

const answer = { id: z.string(), number: z.string(), clocks: z.array(clockSummary) };

/** Answer to a channel, which tells the complainant the link: 201 new, 200 the same one again. */
export const registered = z.strictObject({ ...answer, trackingUrl: z.string() }).meta({ id: "Registered" });

/** Answer to the desk: the complainant's link goes to the complainant alone (D4). */
export const registeredAtDesk = z.strictObject(answer).meta({ id: "RegisteredAtDesk" });
