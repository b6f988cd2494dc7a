import { container } from "../lib/adapters/composition/container.ts";
import { itemRef } from "../lib/adapters/lambda/messages.ts";
import { queueConsumer } from "../lib/adapters/lambda/queue-consumer.ts";
import { outboundPost } from "../lib/adapters/outbound/post.ts";
import { deliverWebhook } from "../lib/app/webhooks/deliver.ts";

export const handler = queueConsumer(() => container("webhook", { outboundPost }), itemRef, deliverWebhook);
