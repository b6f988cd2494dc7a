import * as z from "zod";
import { webhookKinds } from "../../domain/webhooks/kinds.ts";
import { cursor, limit } from "../core/queries.ts";
import { id, line } from "../core/text.ts";

/** The name of a subscription in addresses: chosen once. */
export const webhookId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,59}$/)
  .meta({ description: "Chosen once: small letters, digits and hyphens", examples: ["data-platform"] });

const version = z.int().min(0).meta({ description: "The one you saw; 0 for a new subscription" });

/** `PUT /webhooks/{id}` */
export const webhookBody = z
  .strictObject({
    version,
    name: line(100),
    url: z
      .url({ protocol: /^https$/ })
      .max(2000)
      .meta({
        description: "https, on the public internet; no redirect is followed",
        examples: ["https://hooks.example/jiesu"],
      }),
    kinds: z.array(z.enum(webhookKinds)).min(1).max(webhookKinds.length),
    projectIds: z.array(id).min(1).max(500).exactOptional(),
    paused: z.literal(true).exactOptional(),
  })
  .meta({ id: "WebhookEntry", description: "Where a system outside is told of what" });

/** `POST /webhooks/{id}/secret` */
export const webhookSecretBody = z
  .strictObject({ version: z.int().min(1) })
  .meta({ id: "WebhookSecretRotation" });

/** `GET /webhooks/{id}/deliveries` */
export const deliveryQuery = z.strictObject({ cursor: cursor.exactOptional(), limit: limit.exactOptional() });
