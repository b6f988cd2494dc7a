import * as z from "zod";
import { webhookKinds } from "../../domain/webhooks/kinds.ts";
import { sentInstant } from "../core/text.ts";

const subscription = {
  id: z.string(),
  name: z.string(),
  url: z.string(),
  kinds: z.array(z.enum(webhookKinds)),
  projectIds: z.array(z.string()).exactOptional(),
  paused: z.literal(true).exactOptional(),
  formerSecretUntil: sentInstant.exactOptional(),
  createdAt: sentInstant,
  createdBy: z.string(),
  version: z.int(),
};

export const webhookList = z
  .strictObject({ items: z.array(z.strictObject(subscription)) })
  .meta({ id: "Webhooks" });

export const webhookChanged = z
  .strictObject({
    ...subscription,
    secret: z
      .string()
      .exactOptional()
      .meta({ description: "What messages are signed with, shown this once" }),
  })
  .meta({ id: "WebhookChanged" });

export const webhookDelivery = z
  .strictObject({
    id: z.string().meta({ description: "The header webhook-id: the same at every attempt" }),
    kind: z.string(),
    state: z
      .enum(["planned", "claimed", "delivered", "failed"])
      .meta({ description: "failed: a dead letter" }),
    attempt: z.int(),
    plannedAt: sentInstant,
    nextAt: sentInstant.exactOptional(),
    endedAt: sentInstant.exactOptional(),
    answer: z.int().exactOptional(),
    lastError: z.string().exactOptional(),
    payload: z.string().meta({ description: "What is sent, byte by byte" }),
  })
  .meta({ id: "WebhookDelivery" });

export const webhookDeliveryPage = z
  .strictObject({ items: z.array(webhookDelivery), cursor: z.string().exactOptional() })
  .meta({ id: "WebhookDeliveries" });
