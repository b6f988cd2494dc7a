import { container } from "../lib/adapters/container.ts";
import { streamConsumer } from "../lib/adapters/lambda/stream-consumer.ts";

export const handler = streamConsumer(container("stream"));
