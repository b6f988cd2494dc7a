import { container } from "../lib/adapters/composition/container.ts";
import { sendMessage } from "../lib/adapters/lambda/messages.ts";
import { queueConsumer } from "../lib/adapters/lambda/queue-consumer.ts";
import { sniffType } from "../lib/adapters/mail-in/sniff.ts";
import { mailer } from "../lib/adapters/mail-out/index.ts";
import { noticeRenderer } from "../lib/adapters/messages/index.ts";
import { storedMessengers } from "../lib/adapters/messengers/index.ts";
import { outboundFetchLater } from "../lib/adapters/outbound/later.ts";
import { runErrand } from "../lib/app/dispatch/errand.ts";
import { sendNotice } from "../lib/app/notices/send.ts";

export const handler = queueConsumer(
  () =>
    container("send", {
      mailer,
      messengers: storedMessengers,
      renderer: noticeRenderer,
      sniffType,
      outboundFetch: outboundFetchLater,
    }),
  sendMessage,
  (ports, message) => ("errand" in message ? runErrand(ports, message) : sendNotice(ports, message)),
  // A crash between hand-over and record repeats the one message that was on its way, not a batch of them.
  { inSeries: true },
);
