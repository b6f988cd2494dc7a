import type { Mailer } from "../../app/ports/messages.ts";
import { once } from "../../domain/once.ts";
import { reread, type ServicePlace } from "../messengers/settings.ts";
import type { AwsConfig } from "../runtime/aws-clients.ts";
import { withStandby } from "./failover.ts";
import { smtpMailer } from "./smtp.ts";

/** The mailer of the function that sends: the SMTP server that is set up, else SES where `aws` says. */
export function mailer(
  aws: AwsConfig,
  sender: { readonly from: string; readonly events: string },
  place: ServicePlace,
  now: () => number,
): Mailer {
  // Loaded with the first mail that goes this way: where an SMTP server stands instead, never.
  const ses = once(async () => (await import("./ses.ts")).sesMail(aws, sender.from, sender.events));
  return storedMailer(place, now, sender.from, { send: async (mail) => (await ses()).send(mail) });
}

/** The mailer: the one given, the SMTP server that is set up, or the first with the second standing by. */
export function storedMailer(place: ServicePlace, now: () => number, from: string, given: Mailer): Mailer {
  const current = reread(place, now, ["smtp"], ({ smtp }) => {
    if (smtp === undefined) return given;
    const other = smtpMailer(smtp, from);
    return smtp.role === "instead" ? other : withStandby(given, other);
  });
  return { send: async (mail) => (await current()).send(mail) };
}
