import { container } from "../lib/adapters/container.ts";
import { itemRef } from "../lib/adapters/lambda/messages.ts";
import { queueConsumer } from "../lib/adapters/lambda/queue-consumer.ts";
import { sesMail } from "../lib/adapters/mail-out/ses.ts";
import { noticeRenderer } from "../lib/adapters/messages/index.ts";
import { storedMessengers } from "../lib/adapters/messengers/index.ts";
import { sendNotice } from "../lib/app/send.ts";

export const handler = queueConsumer(
  container("send", { mailer: sesMail, messengers: storedMessengers, renderer: noticeRenderer }),
  itemRef,
  sendNotice,
);
