import { container } from "../lib/adapters/container.ts";
import { itemRef } from "../lib/adapters/lambda/messages.ts";
import { queueConsumer } from "../lib/adapters/lambda/queue-consumer.ts";
import { sendNotice } from "../lib/app/send.ts";

export const handler = queueConsumer(container("send"), itemRef, sendNotice);
