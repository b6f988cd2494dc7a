import * as z from "zod";
import { followUpOutcomes, replyVias, validities } from "../../domain/complaint/events.ts";
import type { GroupCommandName } from "../../domain/groups/commands.ts";
import { groupStatuses } from "../../domain/groups/group.ts";
import { cursor, limit } from "../core/queries.ts";
import { id, text } from "../core/text.ts";

const version = z.int().min(1).meta({ description: "The version of the group that was seen" });
const told = { version, via: z.enum(replyVias), text: text(4000) };
const reason = text(2000);
/** A step that D11 or D13 may demand. */
const step = z.strictObject({
  version,
  text: text(4000),
  departmentIds: z.array(id).max(20).exactOptional(),
});

/** The body of each group command: one text for all members. */
export const groupCommandBodies = {
  confirm: z.strictObject({ version }),
  dissolve: z.strictObject({ version, reason }),
  reply: z.strictObject(told),
  assign: z.strictObject({ version, departmentId: id, handlerId: id.exactOptional() }),
  resolve: z.strictObject(told),
  "follow-up": z.strictObject({
    version,
    outcome: z.enum(followUpOutcomes),
    grade: z.int().min(1).max(5).exactOptional(),
    reason: reason.exactOptional(),
    complaintIds: z
      .array(id)
      .min(1)
      .max(400)
      .exactOptional()
      .meta({ description: "The members that were called; absent: all of the sample" }),
  }),
  close: z.strictObject({ version, reason: reason.exactOptional() }),
  judge: z.strictObject({ version, validity: z.enum(validities), reason }),
  "form-team": step,
  investigate: step,
  "report-up": step,
  foresee: step,
  instruct: step,
  consult: step,
} as const satisfies Record<GroupCommandName, z.ZodType>;

/** `GET /groups`: the groups of a project, newest first. */
export const groupQuery = z.strictObject({
  projectId: id.exactOptional(),
  status: z.enum(groupStatuses).exactOptional(),
  cursor: cursor.exactOptional(),
  limit: limit.exactOptional(),
});
