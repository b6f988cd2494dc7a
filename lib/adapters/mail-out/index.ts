import type { Mailer } from "../../app/ports.ts";
import type { AwsConfig } from "../aws-clients.ts";
import type { Table } from "../dynamodb/table.ts";
import { storedMailer } from "../messengers/index.ts";
import { sesMail } from "./ses.ts";

/** The mailer of the function that sends: the SMTP server that the table names, else SES where `aws` says. */
export function mailer(
  aws: AwsConfig,
  sender: { readonly from: string; readonly events: string },
  table: Table,
  now: () => number,
): Mailer {
  return storedMailer(table, now, sender.from, sesMail(aws, sender.from, sender.events));
}
