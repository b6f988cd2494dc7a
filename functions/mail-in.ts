import { container } from "../lib/adapters/container.ts";
import { rawMailMessages } from "../lib/adapters/lambda/messages.ts";
import { queueConsumer } from "../lib/adapters/lambda/queue-consumer.ts";
import { takeMails } from "../lib/app/mail-intake.ts";

export const handler = queueConsumer(container("mail-in"), rawMailMessages, takeMails);
