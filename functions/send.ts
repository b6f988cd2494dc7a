import { container } from "../lib/adapters/composition/container.ts";
import { itemRef } from "../lib/adapters/lambda/messages.ts";
import { queueConsumer } from "../lib/adapters/lambda/queue-consumer.ts";
import { mailer } from "../lib/adapters/mail-out/index.ts";
import { noticeRenderer } from "../lib/adapters/messages/index.ts";
import { storedMessengers } from "../lib/adapters/messengers/index.ts";
import { sendNotice } from "../lib/app/notices/send.ts";

export const handler = queueConsumer(
  container("send", { mailer, messengers: storedMessengers, renderer: noticeRenderer }),
  itemRef,
  sendNotice,
  // A crash between hand-over and record repeats the one message that was on its way, not a batch of them.
  { inSeries: true },
);
