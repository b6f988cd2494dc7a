import { container } from "../lib/adapters/composition/container.ts";
import { streamConsumer } from "../lib/adapters/lambda/stream-consumer.ts";

export const handler = streamConsumer(() => container("stream"));
