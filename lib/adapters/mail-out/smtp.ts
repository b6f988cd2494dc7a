import type { Transporter } from "nodemailer";
import { type Mailer, NotTakenError, PermanentMailError } from "../../app/ports/messages.ts";
import { once } from "../../domain/once.ts";
import { defined } from "../../domain/present.ts";
import type { SmtpSettings } from "../mail-server/smtp-settings.ts";
import { mayStayInClear } from "../mail-server/tls.ts";
import { buildMime, senderAddress } from "./mime.ts";
import { type SmtpFailure, verdictOf } from "./smtp-refusal.ts";

/**
 * Sends over SMTP, where SES is not offered. `url` holds server and account, e.g. `smtps://user:password@host:465`. A 5xx
 * answer about this mail is for good (PermanentMailError, without the server's sentence, which names the address); one about
 * the sender (relaying denied, not signed in) is a fault of the settings and comes back with the queue's back-off, like
 * everything else.
 */
export function smtpMailer(settings: ServerSettings, from: string): Mailer {
  const transport = once(() => transportTo(settings));
  return {
    async send(mail) {
      const raw = await buildMime(from, mail);
      try {
        const { messageId } = await (await transport()).sendMail({
          envelope: { from: senderAddress(from), to: [mail.to] },
          raw,
        });
        return messageId;
      } catch (cause) {
        if (!isSmtpFailure(cause)) throw cause;
        const verdict = verdictOf(cause);
        const said = cause.responseCode ?? cause.code;
        if (verdict === "for-good") throw new PermanentMailError(`the mail server refused the mail: ${said}`);
        if (verdict === "not-taken") {
          throw new NotTakenError(`the mail server did not take the mail: ${cause.command ?? ""} ${said}`);
        }
        throw cause;
      }
    },
  };
}

function isSmtpFailure(cause: unknown): cause is SmtpFailure {
  return cause instanceof Error && ("responseCode" in cause || "code" in cause);
}

type ServerSettings = Pick<SmtpSettings, "url" | "tls">;

/** Loaded with the first mail: where SES sends, no start waits for it. */
async function transportTo({ url, tls }: ServerSettings): Promise<Transporter> {
  const { createTransport } = await import("nodemailer");
  return createTransport({
    url,
    requireTLS: !mayStayInClear(new URL(url), tls),
    ...defined({ tls: tls?.ca === undefined ? undefined : { ca: tls.ca } }),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  });
}
