import { randomUUID } from "node:crypto";
import PostalMime from "postal-mime";
import type { SentMail } from "../../contract.ts";
import { accountId, region } from "../account.ts";

/** SES's mailbox simulator: what happens to mails sent there. */
const simulated: readonly { readonly mailbox: RegExp; readonly kind: "BOUNCE" | "COMPLAINT" }[] = [
  { mailbox: /^bounce(?:\+.*)?@simulator\.amazonses\.com$/i, kind: "BOUNCE" },
  { mailbox: /^complaint(?:\+.*)?@simulator\.amazonses\.com$/i, kind: "COMPLAINT" },
];
const detailTypes = { BOUNCE: "Email Bounced", COMPLAINT: "Email Complaint Received" } as const;

/** The EventBridge events that SES would send of this mail; `told` is what its configuration set tells of. */
export async function mailEvents(
  mail: SentMail,
  configurationSet: string,
  told: readonly string[],
): Promise<Readonly<Record<string, unknown>>[]> {
  const happened = simulated.flatMap(({ mailbox, kind }) => {
    const emailAddresses = mail.to.filter((address) => mailbox.test(address));
    return emailAddresses.length > 0 && told.includes(kind) ? [{ kind, emailAddresses }] : [];
  });
  if (happened.length === 0) return [];
  const { headers } = await PostalMime.parse(mail.raw);
  const timestamp = new Date(mail.at).toISOString();
  return happened.map(({ kind, emailAddresses }) => ({
    version: "0",
    id: randomUUID(),
    "detail-type": detailTypes[kind],
    source: "aws.ses",
    account: accountId,
    time: timestamp,
    region,
    resources: [`arn:aws:ses:${region}:${accountId}:configuration-set/${configurationSet}`],
    detail: {
      eventType: kind === "BOUNCE" ? "Bounce" : "Complaint",
      ...(kind === "BOUNCE"
        ? {
            bounce: {
              bounceType: "Permanent",
              bounceSubType: "General",
              bouncedRecipients: emailAddresses.map((emailAddress) => ({ emailAddress })),
              timestamp,
            },
          }
        : {
            complaint: {
              complainedRecipients: emailAddresses.map((emailAddress) => ({ emailAddress })),
              timestamp,
            },
          }),
      mail: {
        timestamp,
        source: mail.from,
        messageId: mail.id,
        destination: mail.to,
        headersTruncated: false,
        headers: headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
        tags: { "ses:configuration-set": [configurationSet] },
      },
    },
  }));
}
