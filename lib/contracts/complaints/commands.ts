import * as z from "zod";
import { pauseReasons } from "../../domain/clocks/clock.ts";
import type { StaffCommandName } from "../../domain/complaint/commands/index.ts";
import {
  causeFactors,
  difficulties,
  dutyCauses,
  followUpOutcomes,
  followUpVias,
  levels,
  manners,
  recordKinds,
  replyVias,
  urgencies,
  validities,
} from "../../domain/complaint/events.ts";
import { clockNames } from "../../domain/policy/policy.ts";
import { id, instant, line, localDate, text } from "../core/text.ts";
import { uploads } from "../core/uploads.ts";
import { classCode, complainant, location } from "./bodies.ts";

const version = z.int().min(1).meta({ description: "The version of the complaint that was seen" });
const words = text(4000);
const reason = text(2000);
/** What a photo, a signed sheet or a letter may go with. */
const files = { attachments: uploads.exactOptional() };
const told = { version, via: z.enum(replyVias), text: words, occurredAt: instant.exactOptional(), ...files };

const grade = z.int().min(1).max(5);
const assignment = {
  version,
  departmentId: id,
  handlerId: id.exactOptional(),
  limitAt: instant.exactOptional(),
};

/** What may be told anew about a registration; every field of it is optional. */
const patch = {
  version,
  ...files,
  complainant: complainant.exactOptional(),
  withheld: z.boolean().exactOptional(),
  location: location.exactOptional(),
  place: text(400).exactOptional(),
  occurredAt: instant.exactOptional(),
  requestedReplyAt: instant.exactOptional(),
  against: z
    .strictObject({
      text: text(400).exactOptional(),
      departmentId: id.exactOptional(),
      personId: id.exactOptional(),
    })
    .exactOptional(),
  manner: z.enum(manners).exactOptional(),
  headcount: z.int().min(1).max(100_000).exactOptional(),
  signatories: text(4000).exactOptional(),
  originalAt: line(200).exactOptional(),
};

/** A step that D11 or D13 may demand. */
const step = z.strictObject({
  version,
  ...files,
  text: words,
  departmentIds: z.array(id).max(20).exactOptional(),
  personIds: z.array(id).max(50).exactOptional(),
  testimonies: z.int().min(1).max(100).exactOptional(),
  affected: z.int().min(0).max(1_000_000).exactOptional(),
});

const plan = z
  .strictObject({
    version,
    ...files,
    act: z.enum(["write", "approve", "agree"]).default("write"),
    text: words.exactOptional(),
    nodes: z
      .array(z.strictObject({ text: text(400), dueAt: instant }))
      .max(20)
      .exactOptional(),
    via: z.enum(replyVias).exactOptional(),
  })
  .check(({ value, issues }) => {
    const wanted = value.act === "write" ? "text" : value.act === "agree" ? "via" : undefined;
    if (wanted !== undefined && value[wanted] === undefined) {
      issues.push({ code: "custom", params: { rule: "required" }, path: [wanted], input: value });
    }
  })
  .meta({
    description: "write the plan (default), approve it as a second person, or agree it with the customer",
  });

/** The body of each staff command (handbook 5): the version that was seen and the command's own fields. */
export const commandBodies = {
  reply: z.strictObject(told),
  "complete-registration": z.strictObject({ ...patch, reason: reason.exactOptional() }),
  correct: z.strictObject({ ...patch, matter: words.exactOptional(), reason }),
  "register-and-close": z.strictObject({
    version,
    ...files,
    text: words,
    classCode: classCode.exactOptional(),
  }),
  convert: z.strictObject({ version, recordKind: z.enum(recordKinds), reason }),
  classify: z.strictObject({
    version,
    classCode,
    level: z.enum(levels).exactOptional(),
    urgency: z.enum(urgencies).exactOptional(),
    safety: z.boolean().exactOptional(),
    dutyCause: z.enum(dutyCauses).exactOptional(),
    causeFactor: z.enum(causeFactors).exactOptional(),
  }),
  judge: z.strictObject({
    version,
    ...files,
    validity: z.enum(validities),
    reason,
    difficulty: z.enum(difficulties).exactOptional(),
    malicious: z.boolean().exactOptional(),
    lawful: z.boolean().exactOptional(),
  }),
  "explain-invalid": z.strictObject(told),
  assign: z.strictObject(assignment),
  transfer: z.strictObject({ ...assignment, reason }),
  accept: z.strictObject({ version }),
  "form-team": step,
  investigate: step,
  "report-up": step,
  foresee: step,
  instruct: step,
  consult: step,
  plan,
  progress: z.strictObject({ version, ...files, text: words, nodeId: line(20).exactOptional() }),
  "daily-report": z.strictObject({
    version,
    ...files,
    text: words,
    departmentIds: z.array(id).min(1).max(20),
  }),
  "sign-off": z.strictObject({
    version,
    ...files,
    text: words.exactOptional(),
    sheet: z
      .strictObject({
        code: line(500).meta({ description: "What the sheet's QR code says, or `<number>/handling-record`" }),
        signerId: id.meta({ description: "Person who signed it" }),
        signedOn: localDate.meta({ description: "Day beside the signature" }),
      })
      .exactOptional()
      .meta({ description: "Signed on paper (D4); the photo of the sheet is among `attachments`" }),
  }),
  opinion: z.strictObject({ version, ...files, grade, text: words.exactOptional() }),
  "check-effect": z.strictObject({ version, ...files, effective: z.boolean(), text: words }),
  review: z.strictObject({
    version,
    ...files,
    text: words,
    actions: z
      .array(z.strictObject({ ownerId: id, dueAt: instant, cause: reason, measure: reason }))
      .min(1)
      .max(20),
  }),
  evidence: z.strictObject({ version, ...files, actionId: line(20), text: words }),
  verify: z.strictObject({ version, ...files, actionId: line(20), passed: z.boolean(), text: words }),
  refer: z.strictObject({ version, ...files, reason }),
  resolve: z.strictObject(told),
  "follow-up": z.strictObject({
    version,
    ...files,
    outcome: z.enum(followUpOutcomes),
    grade: grade.exactOptional(),
    via: z.enum(followUpVias).exactOptional(),
    reason: reason.exactOptional(),
    occurredAt: instant.exactOptional(),
  }),
  close: z.strictObject({ version, reason: reason.exactOptional() }),
  reopen: z.strictObject({ version, reason }),
  withdraw: z.strictObject({ version, ...files, reason }),
  urge: z.strictObject({ version, text: words.exactOptional() }),
  note: z.strictObject({ version, ...files, text: words }),
  "customer-message": z.strictObject({
    version,
    ...files,
    text: words,
    messageId: line(500).exactOptional(),
  }),
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
  "link-repeat": z.strictObject({
    version,
    complaintId: id.meta({ description: "The earlier complaint of the same matter (重复投诉)" }),
  }),
  "join-group": z.strictObject({ version, groupId: id }),
  "leave-group": z.strictObject({ version }),
  acknowledge: z.strictObject({
    version,
    clock: z.enum(clockNames),
    cycle: z.int().min(1),
    key: line(64).exactOptional(),
    rung: line(64),
  }),
} as const satisfies Record<StaffCommandName, z.ZodType>;
