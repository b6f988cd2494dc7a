import { container } from "../lib/adapters/composition/container.ts";
import { alarmMessage } from "../lib/adapters/lambda/messages.ts";
import { queueConsumer } from "../lib/adapters/lambda/queue-consumer.ts";
import { ring } from "../lib/app/dispatch/ring.ts";

export const handler = queueConsumer(() => container("alarm"), alarmMessage, ring);
