import {
  BadRequestException,
  MessageRejected,
  SESv2Client,
  SESv2ServiceException,
  SendEmailCommand,
} from "@aws-sdk/client-sesv2";
import { type Mailer, NotTakenError, PermanentMailError } from "../../app/ports/messages.ts";
import { type AwsConfig, settingsOf, withoutLog } from "../runtime/aws-clients.ts";
import { buildMime, senderAddress } from "./mime.ts";

/** The mailer of the function that sends: SES where `aws` says. */
export function sesMail(aws: AwsConfig, from: string, events: string): Mailer {
  return sesMailer(onceOnly(withoutLog(new SESv2Client(settingsOf(aws)))), from, events);
}

/**
 * The client tries again by itself only what SES says it has not taken. Whatever else fails may have gone out all the same:
 * another attempt is the notice's own, where it is counted as possibly the second.
 */
function onceOnly(client: SESv2Client): SESv2Client {
  const standard = client.config.retryStrategy;
  client.config.retryStrategy = async () => {
    const strategy = await standard();
    if (!("refreshRetryTokenForRetry" in strategy)) return strategy;
    return {
      acquireInitialRetryToken: (scope) => strategy.acquireInitialRetryToken(scope),
      recordSuccess: (token) => strategy.recordSuccess(token),
      async refreshRetryTokenForRetry(token, failure) {
        if (failure.errorType !== "THROTTLING") throw failure.error;
        return strategy.refreshRetryTokenForRetry(token, failure);
      },
    };
  };
  return client;
}

/**
 * Sends through SES v2. `from` is the sender as people see it, e.g. `接诉 <desk@example.com>`; `events` the
 * configuration set whose events tell what becomes of the mails, "none" for none.
 */
export function sesMailer(client: SESv2Client, from: string, events = "none"): Mailer {
  return {
    async send(mail) {
      const raw = await buildMime(from, mail);
      try {
        const { MessageId } = await client.send(
          new SendEmailCommand({
            FromEmailAddress: senderAddress(from),
            Destination: { ToAddresses: [mail.to] },
            Content: { Raw: { Data: raw } },
            ...(events === "none" ? {} : { ConfigurationSetName: events }),
          }),
        );
        if (MessageId === undefined) throw new Error("SES accepted a mail without giving it an id");
        return MessageId;
      } catch (cause) {
        // Refused for what it is or whom it goes to. SES's own sentence names the address, so it stays out of the logs.
        if (cause instanceof MessageRejected || cause instanceof BadRequestException) {
          throw new PermanentMailError(`SES refused the mail: ${cause.name}`);
        }
        // Any other answer of the client's fault (throttled, paused, not verified) means that nothing was taken.
        if (cause instanceof SESv2ServiceException && cause.$fault === "client") {
          throw new NotTakenError(`SES did not take the mail: ${cause.name}`, { cause });
        }
        throw cause;
      }
    },
  };
}
