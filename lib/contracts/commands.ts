import * as z from "zod";
import { pauseReasons } from "../domain/clocks/clock.ts";
import type { StaffCommandName } from "../domain/complaint/commands.ts";
import { followUpOutcomes, levels, replyVias, validities } from "../domain/complaint/events.ts";
import { clockNames } from "../domain/policy/policy.ts";
import { classCode } from "./complaint-body.ts";
import { id, instant, line, text } from "./text.ts";

const version = z.int().min(1).meta({ description: "The version of the complaint that was seen" });
const words = text(4000);
const reason = text(2000);
const told = { version, via: z.enum(replyVias), text: words, occurredAt: instant.exactOptional() };

/** The body of each staff command (handbook 5): the version that was seen and the command's own fields. */
export const commandBodies = {
  reply: z.strictObject(told),
  classify: z.strictObject({ version, classCode, level: z.enum(levels).exactOptional() }),
  judge: z.strictObject({ version, validity: z.enum(validities), reason }),
  assign: z.strictObject({ version, departmentId: id, handlerId: id.exactOptional() }),
  resolve: z.strictObject(told),
  "follow-up": z.strictObject({
    version,
    outcome: z.enum(followUpOutcomes),
    grade: z.int().min(1).max(5).exactOptional(),
    reason: reason.exactOptional(),
    occurredAt: instant.exactOptional(),
  }),
  close: z.strictObject({ version, reason: reason.exactOptional() }),
  reopen: z.strictObject({ version, reason }),
  withdraw: z.strictObject({ version, reason }),
  urge: z.strictObject({ version, text: words.exactOptional() }),
  note: z.strictObject({ version, text: words }),
  "customer-message": z.strictObject({ version, text: words, messageId: line(500).exactOptional() }),
  pause: z.strictObject({
    version,
    reason: z.enum(pauseReasons).meta({
      description:
        "待业主约时 owner-appointment, 待地产维保 developer-warranty, 待维修资金 repair-fund, 第三方 third-party",
    }),
    text: reason.exactOptional(),
  }),
  resume: z.strictObject({ version }),
  extend: z.strictObject({
    version,
    clock: z.enum(clockNames),
    cycle: z.int().min(1).exactOptional(),
    key: line(64).exactOptional(),
    dueAt: instant,
    reason,
  }),
  acknowledge: z.strictObject({
    version,
    clock: z.enum(clockNames),
    cycle: z.int().min(1),
    key: line(64).exactOptional(),
    rung: line(64),
  }),
} as const satisfies Record<StaffCommandName, z.ZodType>;
