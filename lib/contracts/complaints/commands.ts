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
  linkVias,
  manners,
  type ReplyVia,
  recordKinds,
  replyVias,
  urgencies,
  validities,
} from "../../domain/complaint/events.ts";
import type { HeldCommandName } from "../../domain/complaint/held.ts";
import { clockNames } from "../../domain/policy/policy.ts";
import { defined } from "../../domain/present.ts";
import { id, idOrNumber, instant, line, localDate, text } from "../core/text.ts";
import { classCode, complainant, location } from "./bodies.ts";
import { body, type DeviceTime, files, type SentWith, seen } from "./command-body.ts";
import { ticketBodies } from "./ticket-commands.ts";

const words = text(4000);
const reason = text(2000);
const told = { ...seen, via: z.enum(replyVias), text: words, occurredAt: instant.exactOptional(), ...files };

const grade = z.int().min(1).max(5);
const assignment = {
  ...seen,
  departmentId: id,
  handlerId: id.exactOptional(),
  limitAt: instant.exactOptional(),
};

/** What may be told anew about a registration; every field of it is optional. */
const patch = {
  ...seen,
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

/** What of a government ticket may have been typed wrongly. */
const ticketPatch = z
  .strictObject({
    system: line(100).exactOptional(),
    ticketNo: line(100).exactOptional(),
    unit: line(100).exactOptional(),
    dueAt: instant.exactOptional(),
    signBy: instant.exactOptional(),
  })
  .meta({ description: "转办工单 as it should have been entered; its clocks are timed again" });

/** A step that D11 or D13 may demand. */
const step = z.strictObject({
  ...seen,
  ...files,
  text: words,
  departmentIds: z.array(id).max(20).exactOptional(),
  personIds: z.array(id).max(50).exactOptional(),
  testimonies: z.int().min(1).max(100).exactOptional(),
  affected: z.int().min(0).max(1_000_000).exactOptional(),
});

const plan = z
  .strictObject({
    ...seen,
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
  })
  .transform(({ version, device, attachments = [], ...fields }) => ({
    version,
    ...defined({ device }),
    attachments,
    command: { type: "plan", act: planAct(fields) } as const,
  }));

/** The schema has seen to it that what an act needs is there. */
function planAct({
  act,
  text: written,
  nodes = [],
  via,
}: {
  readonly act: "write" | "approve" | "agree";
  readonly text?: string;
  readonly nodes?: readonly { readonly text: string; readonly dueAt: string }[];
  readonly via?: ReplyVia;
}) {
  if (act === "agree" && via !== undefined) return { kind: "agree", via } as const;
  if (act === "write" && written !== undefined) return { kind: "write", text: written, nodes } as const;
  return { kind: "approve" } as const;
}

/** A body that tells the registration anew: everything but the reason. */
function telling<
  const N extends StaffCommandName,
  S extends z.ZodType<SentWith & { readonly reason?: string }>,
>(type: N, schema: S) {
  return schema.transform(({ version, device, attachments = [], reason: why, ...told }) => ({
    version,
    ...defined({ device }),
    attachments,
    command: { type, told, ...defined({ reason: why }) },
  }));
}

type Reading<N extends StaffCommandName> = z.ZodType<{
  readonly version: number;
  readonly device?: DeviceTime;
  readonly attachments: readonly string[];
  readonly command: { readonly type: N };
}>;

/**
 * The body of each command that people give: the version that was seen and the command's own fields, read into the
 * command as the use case takes it.
 */
export const commandBodies = {
  reply: body("reply", z.strictObject(told)),
  "complete-registration": telling(
    "complete-registration",
    z.strictObject({ ...patch, reason: reason.exactOptional() }),
  ),
  correct: telling(
    "correct",
    z.strictObject({
      ...patch,
      matter: words.exactOptional(),
      external: ticketPatch.exactOptional(),
      reason,
    }),
  ),
  "register-and-close": body(
    "register-and-close",
    z.strictObject({
      ...seen,
      ...files,
      text: words,
      classCode: classCode.exactOptional(),
    }),
  ),
  convert: body("convert", z.strictObject({ ...seen, recordKind: z.enum(recordKinds), reason })),
  classify: body(
    "classify",
    z.strictObject({
      ...seen,
      classCode,
      level: z.enum(levels).exactOptional(),
      urgency: z.enum(urgencies).exactOptional(),
      safety: z.boolean().exactOptional(),
      dutyCause: z.enum(dutyCauses).exactOptional(),
      causeFactor: z.enum(causeFactors).exactOptional(),
    }),
  ),
  judge: body(
    "judge",
    z.strictObject({
      ...seen,
      ...files,
      validity: z.enum(validities),
      reason,
      difficulty: z.enum(difficulties).exactOptional(),
      malicious: z.boolean().exactOptional(),
      lawful: z.boolean().exactOptional(),
    }),
  ),
  "explain-invalid": body("explain-invalid", z.strictObject(told)),
  assign: body("assign", z.strictObject(assignment)),
  transfer: body("transfer", z.strictObject({ ...assignment, reason })),
  accept: body("accept", z.strictObject({ ...seen })),
  "form-team": body("form-team", step),
  investigate: body("investigate", step),
  "report-up": body("report-up", step),
  foresee: body("foresee", step),
  instruct: body("instruct", step),
  consult: body("consult", step),
  plan,
  progress: body(
    "progress",
    z.strictObject({ ...seen, ...files, text: words, nodeId: line(20).exactOptional() }),
  ),
  "daily-report": body(
    "daily-report",
    z.strictObject({
      ...seen,
      ...files,
      text: words,
      departmentIds: z.array(id).min(1).max(20),
    }),
  ),
  "sign-off": body(
    "sign-off",
    z.strictObject({
      ...seen,
      ...files,
      text: words.exactOptional(),
      sheet: z
        .strictObject({
          code: line(500).meta({
            description: "What the sheet's QR code says, or `<number>/handling-record`",
          }),
          signerId: id.meta({ description: "Person who signed it" }),
          signedOn: localDate.meta({ description: "Day beside the signature" }),
        })
        .exactOptional()
        .meta({ description: "Signed on paper (D4); the photo of the sheet is among `attachments`" }),
    }),
  ),
  opinion: body("opinion", z.strictObject({ ...seen, ...files, grade, text: words.exactOptional() })),
  "check-effect": body(
    "check-effect",
    z.strictObject({ ...seen, ...files, effective: z.boolean(), text: words }),
  ),
  review: body(
    "review",
    z.strictObject({
      ...seen,
      ...files,
      text: words,
      actions: z
        .array(z.strictObject({ ownerId: id, dueAt: instant, cause: reason, measure: reason }))
        .min(1)
        .max(20),
    }),
  ),
  evidence: body("evidence", z.strictObject({ ...seen, ...files, actionId: line(20), text: words })),
  verify: body(
    "verify",
    z.strictObject({ ...seen, ...files, actionId: line(20), passed: z.boolean(), text: words }),
  ),
  refer: body("refer", z.strictObject({ ...seen, ...files, reason })),
  resolve: body("resolve", z.strictObject(told)),
  "follow-up": body(
    "follow-up",
    z.strictObject({
      ...seen,
      ...files,
      outcome: z.enum(followUpOutcomes),
      grade: grade.exactOptional(),
      via: z.enum(followUpVias).exactOptional(),
      reason: reason.exactOptional(),
      occurredAt: instant.exactOptional(),
    }),
  ),
  close: body("close", z.strictObject({ ...seen, reason: reason.exactOptional() })),
  reopen: body("reopen", z.strictObject({ ...seen, reason })),
  withdraw: body("withdraw", z.strictObject({ ...seen, ...files, reason })),
  urge: body("urge", z.strictObject({ ...seen, text: words.exactOptional() })),
  note: body("note", z.strictObject({ ...seen, ...files, text: words })),
  "send-link": body("send-link", z.strictObject({ ...seen, via: z.enum(linkVias) })),
  statement: body("statement", z.strictObject({ ...seen, ...files, text: words })),
  "customer-message": body(
    "customer-message",
    z.strictObject({
      ...seen,
      ...files,
      text: words,
      messageId: line(500).exactOptional(),
    }),
  ),
  pause: body(
    "pause",
    z.strictObject({
      ...seen,
      reason: z.enum(pauseReasons).meta({
        description:
          "待业主约时 owner-appointment, 待地产维保 developer-warranty, 待维修资金 repair-fund, 第三方 third-party",
      }),
      text: reason.exactOptional(),
    }),
  ),
  resume: body("resume", z.strictObject({ ...seen })),
  extend: body(
    "extend",
    z.strictObject({
      ...seen,
      clock: z.enum(clockNames),
      cycle: z.int().min(1).exactOptional(),
      key: line(64).exactOptional(),
      dueAt: instant,
      reason,
    }),
  ),
  "link-repeat": body(
    "link-repeat",
    z.strictObject({
      ...seen,
      complaintId: idOrNumber.meta({
        description: "The earlier complaint of the same matter (重复投诉), by id or number",
      }),
    }),
  ),
  "join-group": body("join-group", z.strictObject({ ...seen, groupId: id })),
  "leave-group": body("leave-group", z.strictObject({ ...seen })),
  acknowledge: body(
    "acknowledge",
    z.strictObject({
      ...seen,
      clock: z.enum(clockNames),
      cycle: z.int().min(1),
      key: line(64).exactOptional(),
      rung: line(64),
    }),
  ),
  ...ticketBodies,
} as const satisfies { readonly [N in StaffCommandName]: Reading<N> };

const { reply, resolve, "explain-invalid": explainInvalid } = commandBodies;
/** Of the commands that wait for a moment in which they can be called back. */
export const heldBodies = {
  reply,
  resolve,
  "explain-invalid": explainInvalid,
} as const satisfies Pick<typeof commandBodies, HeldCommandName>;
