import * as z from "zod";
import type { Errand } from "../../app/ports/errands.ts";
import type { AlarmMessage, ReactMessage } from "../../app/ports/queues.ts";
import { type DocumentKindName, documentKinds } from "../../domain/document/ref.ts";
import { treeLevels } from "../../domain/organisation/tree.ts";
import { rhythms } from "../../domain/subscriptions/subscription.ts";

const instant = z.iso.datetime({ precision: 3 });

const id = z.string().min(1);
const kind = z.enum(documentKinds);

/** As messages were before they named the kind; some may still be on their way while a new release is installed. */
const earlierReactMessage = z.union([
  z.strictObject({ id, again: z.literal(true).optional() }).transform((told) => ref("complaint", told)),
  z.strictObject({ groupId: id }).transform(({ groupId }) => ref("group", { id: groupId })),
  z.strictObject({ emergencyId: id }).transform(({ emergencyId }) => ref("emergency", { id: emergencyId })),
  z
    .strictObject({ submissionId: id })
    .transform(({ submissionId }) => ref("submission", { id: submissionId })),
]);

function ref<T extends { readonly id: string }>(of: DocumentKindName, told: T) {
  return { kind: of, ...told };
}

/** A document to bring the world in line with, a complaint to look at once more, a page of a job, or a held command. */
export const reactMessage: z.ZodType<ReactMessage> = z.union([
  z.strictObject({ kind, id, again: z.literal(true).optional() }),
  z.strictObject({ jobId: id, projectId: id, page: z.int().min(0) }),
  z.strictObject({ heldId: id, personId: id }),
  earlierReactMessage,
]);

/** A timer that has come, or the sweep asking (without epoch). Timers set before kinds were named are complaints'. */
export const alarmMessage: z.ZodType<AlarmMessage> = z.strictObject({
  kind: kind.default("complaint"),
  id,
  epoch: z.int().min(0).optional(),
});

/** A notice to hand over. */
export const itemRef = z.strictObject({ pk: z.string().min(1), sk: z.string().min(1) });

const errand: z.ZodType<Errand> = z.discriminatedUnion("errand", [
  z.strictObject({ errand: z.enum(["find-code", "follower-file", "service-test"]), id }),
  z.strictObject({ errand: z.literal("recording"), id, attempt: z.int().min(1) }),
]);

/** What the function that speaks to others has to do: a notice to hand over, or an errand. */
export const sendMessage = z.union([errand, itemRef]);

export const reportMessage = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("project"), runId: z.string().min(1), projectId: z.string().min(1) }),
  z.strictObject({ kind: z.enum(["company", "deadline"]), runId: z.string().min(1) }),
  z.strictObject({
    kind: z.literal("delivery"),
    runId: z.string().min(1),
    subscription: z.strictObject({
      every: z.enum(rhythms),
      level: z.enum(treeLevels),
      scope: z.string().min(1).exactOptional(),
    }),
  }),
]);

const rawMail = z.strictObject({ rawKey: z.string().min(1), receivedAt: instant });

/** S3's own event for a new raw mail: `+` stands for a space in its keys. */
const objectCreated = z
  .object({
    Records: z.array(
      z.object({
        eventTime: z.iso.datetime(),
        s3: z.object({ object: z.object({ key: z.string().min(1) }) }),
      }),
    ),
  })
  .transform(({ Records }) =>
    Records.map((record) => ({
      rawKey: decodeURIComponent(record.s3.object.key.replaceAll("+", " ")),
      receivedAt: new Date(record.eventTime).toISOString(),
    })),
  );

/** S3 sends this once when the notification is set up. */
const setUpTest = z.object({ Event: z.literal("s3:TestEvent") }).transform(() => []);

/** What SES tells through EventBridge of a mail it sent for us. */
const mailEvent = z
  .object({
    source: z.literal("aws.ses"),
    "detail-type": z.enum(["Email Bounced", "Email Complaint Received"]),
    detail: z.object({
      mail: z.object({ headers: z.array(z.object({ name: z.string(), value: z.string() })).default([]) }),
    }),
  })
  .transform(({ "detail-type": type, detail }) => [
    {
      happened: type === "Email Bounced" ? ("returned" as const) : ("complained" as const),
      references: detail.mail.headers.find(({ name }) => name.toLowerCase() === "references")?.value ?? "",
    },
  ]);

const accepted = z.strictObject({ quarantineId: z.string().min(1) });

/**
 * What the mail queue carries: S3 events, a raw mail that the sweep found, a quarantined one that was accepted, or what
 * became of a mail that we sent.
 */
export const rawMailMessages = z.union([
  objectCreated,
  setUpTest,
  mailEvent,
  z.union([rawMail, accepted]).transform((message) => [message]),
]);
