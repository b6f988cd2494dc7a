import * as z from "zod";
import { notOursReasons, ticketAnswers, ticketExemptions } from "../../domain/complaint/tickets.ts";
import { defined } from "../../domain/present.ts";
import { id, instant, text } from "../core/text.ts";
import { body, files, seen } from "./command-body.ts";

const words = text(4000);
const reason = text(2000);
const notOurs = z.enum(notOursReasons);
const answer = z.enum(ticketAnswers);

/** 异议 and its ruling in one form, as they are two ends of one thing. */
const objection = z
  .strictObject({
    ...seen,
    ...files,
    act: z.enum(["raise", "rule"]).default("raise"),
    reason: notOurs.exactOptional(),
    upheld: z.boolean().exactOptional(),
    text: reason,
  })
  .check(({ value, issues }) => {
    const wanted = value.act === "raise" ? "reason" : "upheld";
    if (value[wanted] === undefined) {
      issues.push({ code: "custom", params: { rule: "required" }, path: [wanted], input: value });
    }
  })
  .meta({ description: "raise an objection with the platform (default), or record what it ruled" })
  .transform(({ version, device, attachments = [], ...fields }) => ({
    version,
    ...defined({ device }),
    attachments,
    command: { type: "object-to-dispatch", act: objectionAct(fields) } as const,
  }));

/** The schema has seen to it that what an act needs is there. */
function objectionAct({
  act,
  reason: why,
  upheld = false,
  text: written,
}: {
  readonly act: "raise" | "rule";
  readonly reason?: z.output<typeof notOurs>;
  readonly upheld?: boolean;
  readonly text: string;
}) {
  return act === "raise" && why !== undefined
    ? ({ kind: "raise", reason: why, text: written } as const)
    : ({ kind: "rule", upheld, text: written } as const);
}

/** The bodies of what is done with a government ticket. Its number, platform and times are never asked for again. */
export const ticketBodies = {
  "sign-ticket": body("sign-ticket", z.strictObject({ ...seen, occurredAt: instant.exactOptional() })),
  "return-ticket": body(
    "return-ticket",
    z.strictObject({
      ...seen,
      ...files,
      reason: notOurs.exactOptional(),
      text: reason.exactOptional(),
      occurredAt: instant.exactOptional(),
    }),
  ),
  "object-to-dispatch": objection,
  "merge-ticket": body(
    "merge-ticket",
    z.strictObject({
      ...seen,
      complaintId: id.meta({
        description: "The complaint, by id or number, of the ticket it goes on with (主单)",
      }),
    }),
  ),
  "ask-extension": body("ask-extension", z.strictObject({ ...seen, ...files, dueAt: instant, reason })),
  "record-extension": body(
    "record-extension",
    z.strictObject({
      ...seen,
      ...files,
      granted: z.boolean(),
      dueAt: instant.exactOptional().meta({ description: "As asked unless the platform granted another" }),
      text: reason.exactOptional(),
    }),
  ),
  "send-reply-document": body(
    "send-reply-document",
    z.strictObject({
      ...seen,
      ...files,
      text: words.exactOptional().meta({ description: "Absent: the result as the customer was told it" }),
      occurredAt: instant.exactOptional(),
    }),
  ),
  "ticket-returned": body(
    "ticket-returned",
    z.strictObject({ ...seen, ...files, dueAt: instant, text: reason, occurredAt: instant.exactOptional() }),
  ),
  "record-ticket-rating": body(
    "record-ticket-rating",
    z.strictObject({
      ...seen,
      ...files,
      contacted: answer,
      solved: answer,
      satisfied: answer,
      exempt: z.enum(ticketExemptions).exactOptional(),
      text: reason.exactOptional(),
      occurredAt: instant.exactOptional(),
    }),
  ),
} as const;
