import * as z from "zod";
import { posts } from "../domain/organisation/organisation.ts";
import { id } from "./core/text.ts";

export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);

/** `rosters.json`: who has which post when, week after week; several people take turns day by day. */
export const rosterPatterns = z.array(
  z.strictObject({
    projectId: id,
    shifts: z
      .array(
        z.strictObject({
          post: z.enum(posts),
          departmentId: id.exactOptional(),
          days: z.array(z.enum(weekdays)).min(1),
          from: time,
          to: time,
          people: z.array(id).min(1),
        }),
      )
      .min(1),
  }),
);
export type RosterPattern = z.output<typeof rosterPatterns>[number];
