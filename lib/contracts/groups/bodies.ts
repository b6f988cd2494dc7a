import * as z from "zod";
import { followUpOutcomes, followUpVias, replyVias, validities } from "../../domain/complaint/events.ts";
import { groupStatuses } from "../../domain/groups/group.ts";
import type { GroupCommandName } from "../../domain/groups/names.ts";
import { clockNames } from "../../domain/policy/policy.ts";
import { cursor, limit } from "../core/queries.ts";
import { id, instant, line, text } from "../core/text.ts";

const version = z.int().min(1).meta({ description: "The version of the group that was seen" });
const words = text(4000);
const reason = text(2000);
const departmentIds = z.array(id).max(20);
const some = z.array(id).min(1).max(400);

/** What somebody told the members, or has sent to them from here. */
const told = z.strictObject({
  version,
  via: z.enum(replyVias).meta({
    description:
      "posted: on a notice for those without contact, the others are written to by their own way; sms: sent from here where texts are set up",
  }),
  text: words,
  complaintIds: some.exactOptional().meta({ description: "The members that were told; absent: all" }),
});

/** A step that D11 or D13 may demand. */
const step = z.strictObject({
  version,
  text: words,
  departmentIds: departmentIds.exactOptional(),
  personIds: z.array(id).max(50).exactOptional(),
  testimonies: z.int().min(1).max(100).exactOptional(),
  affected: z.int().min(0).max(1_000_000).exactOptional(),
});

const plan = z
  .strictObject({
    version,
    act: z.enum(["write", "approve"]).default("write"),
    text: words.exactOptional(),
    nodes: z
      .array(z.strictObject({ text: text(400), dueAt: instant }))
      .max(20)
      .exactOptional(),
  })
  .check(({ value, issues }) => {
    if (value.act === "write" && value.text === undefined)
      issues.push({ code: "custom", params: { rule: "required" }, path: ["text"], input: value });
  })
  .meta({ description: "write one plan for all members (default), or approve it as a second person" });

/** The body of each group command: one text for all members. */
export const groupCommandBodies = {
  confirm: z.strictObject({ version }),
  dissolve: z.strictObject({ version, reason }),
  acknowledge: z.strictObject({
    version,
    clock: z.enum(clockNames),
    cycle: z.int().min(1),
    key: line(400).exactOptional(),
    rung: line(64),
  }),
  reply: told,
  assign: z.strictObject({
    version,
    departmentId: id,
    handlerId: id.exactOptional(),
    limitAt: instant.exactOptional(),
  }),
  accept: z.strictObject({ version }),
  resolve: told,
  "explain-invalid": told,
  "follow-up": z.strictObject({
    version,
    outcome: z.enum(followUpOutcomes),
    grade: z.int().min(1).max(5).exactOptional(),
    via: z.enum(followUpVias).exactOptional(),
    reason: reason.exactOptional(),
    complaintIds: some.exactOptional().meta({
      description: "The members that were called, and that gave this grade; without them it is refused",
    }),
  }),
  close: z.strictObject({ version, reason: reason.exactOptional() }),
  judge: z.strictObject({ version, validity: z.enum(validities), reason }),
  "form-team": step,
  investigate: step,
  "report-up": step,
  foresee: step,
  instruct: step,
  consult: step,
  plan,
  progress: z.strictObject({ version, text: words, nodeId: line(20).exactOptional() }),
  "daily-report": z.strictObject({ version, text: words, departmentIds: departmentIds.min(1) }),
  "sign-off": z.strictObject({ version, text: words.exactOptional() }),
  "check-effect": z.strictObject({ version, effective: z.boolean(), text: words }),
  review: z.strictObject({
    version,
    text: words,
    actions: z
      .array(z.strictObject({ ownerId: id, dueAt: instant, cause: reason, measure: reason }))
      .min(1)
      .max(20),
  }),
} as const satisfies Record<GroupCommandName, z.ZodType>;

/** `GET /groups`: the groups of a project, newest first. */
export const groupQuery = z.strictObject({
  projectId: id.exactOptional(),
  status: z.enum(groupStatuses).exactOptional(),
  cursor: cursor.exactOptional(),
  limit: limit.exactOptional(),
});

const { reply, resolve, "explain-invalid": explainInvalid } = groupCommandBodies;
/** Those that reach customers may wait a moment (lib/contracts/held). */
export const heldGroupBodies = { reply, resolve, "explain-invalid": explainInvalid } as const;
