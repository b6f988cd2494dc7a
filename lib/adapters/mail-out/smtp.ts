import { createTransport } from "nodemailer";
import { type Mailer, NotTakenError, PermanentMailError } from "../../app/ports/messages.ts";
import { buildMime, senderAddress } from "./mime.ts";

/** What a refused command looks like (nodemailer): its code and the server's three digits. */
interface SmtpFailure extends Error {
  readonly code?: string;
  /** The system call that failed: `connect` where nobody listens. */
  readonly syscall?: string;
  readonly responseCode?: number;
}

/** No address, no TLS, or not let in: the server has seen nothing of the mail. */
const BEFORE_THE_MAIL: readonly string[] = ["EDNS", "ETLS", "EAUTH"];

/**
 * Sends over SMTP, where SES is not offered. `url` holds server and account, e.g. `smtps://user:password@host:465`. A 5xx
 * answer is for good (PermanentMailError, without the server's sentence, which names the address); everything else comes
 * back with the queue's back-off.
 */
export function smtpMailer(url: string, from: string): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  });
  return {
    async send(mail) {
      const raw = await buildMime(from, mail);
      try {
        const { messageId } = await transport.sendMail({
          envelope: { from: senderAddress(from), to: [mail.to] },
          raw,
        });
        return messageId;
      } catch (cause) {
        if (!isSmtpFailure(cause)) throw cause;
        const { code = "", responseCode = 0, syscall } = cause;
        if (responseCode >= 500 && code !== "EAUTH") {
          throw new PermanentMailError(`the mail server refused the mail: ${responseCode}`);
        }
        if (responseCode >= 400 || syscall === "connect" || BEFORE_THE_MAIL.includes(code)) {
          throw new NotTakenError(`the mail server did not take the mail: ${responseCode || code}`);
        }
        throw cause;
      }
    },
  };
}

function isSmtpFailure(cause: unknown): cause is SmtpFailure {
  return cause instanceof Error && ("responseCode" in cause || "code" in cause);
}
