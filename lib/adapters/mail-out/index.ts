import type { Mailer } from "../../app/ports/messages.ts";
import type { Table } from "../dynamodb/core/table.ts";
import { reread } from "../messengers/settings.ts";
import type { AwsConfig } from "../runtime/aws-clients.ts";
import { withStandby } from "./failover.ts";
import { sesMail } from "./ses.ts";
import { smtpMailer } from "./smtp.ts";

/** The mailer of the function that sends: the SMTP server that the table names, else SES where `aws` says. */
export function mailer(
  aws: AwsConfig,
  sender: { readonly from: string; readonly events: string },
  table: Table,
  now: () => number,
): Mailer {
  return storedMailer(table, now, sender.from, sesMail(aws, sender.from, sender.events));
}

/** The mailer: the one given, the SMTP server that the table names, or the first with the second standing by. */
export function storedMailer(table: Table, now: () => number, from: string, given: Mailer): Mailer {
  const current = reread(table, now, ({ smtp }) => {
    if (smtp === undefined) return given;
    const other = smtpMailer(smtp, from);
    return smtp.role === "instead" ? other : withStandby(given, other);
  });
  return { send: async (mail) => (await current()).send(mail) };
}
