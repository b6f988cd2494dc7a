import { container } from "../lib/adapters/composition/container.ts";
import { rawMailMessages } from "../lib/adapters/lambda/messages.ts";
import { queueConsumer } from "../lib/adapters/lambda/queue-consumer.ts";
import { parseMail } from "../lib/adapters/mail-in/index.ts";
import { sniffType } from "../lib/adapters/mail-in/sniff.ts";
import { takeMails } from "../lib/app/mail/mail-intake.ts";

export const handler = queueConsumer(
  () => container("mail-in", { parseMail, sniffType }),
  rawMailMessages,
  takeMails,
);
