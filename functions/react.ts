import { container } from "../lib/adapters/composition/container.ts";
import { readHeldLater } from "../lib/adapters/http/held/later.ts";
import { reactMessage } from "../lib/adapters/lambda/messages.ts";
import { queueConsumer } from "../lib/adapters/lambda/queue-consumer.ts";
import { reactTo } from "../lib/app/dispatch/reactions.ts";

export const handler = queueConsumer(
  () => container("react", { readHeld: readHeldLater }),
  reactMessage,
  reactTo,
);
