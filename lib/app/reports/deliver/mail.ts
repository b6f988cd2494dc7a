import type { Notice, NoticeSubject } from "../../../domain/notices/notice.ts";
import { attachableBytes, reportingPolicyOf } from "../../../domain/policy/reporting-policy.ts";
import { mayTake, subscriptionId } from "../../../domain/subscriptions/subscription.ts";
import { localDate, toInstant } from "../../../domain/time/instant.ts";
import type { Ports } from "../../ports/index.ts";
import type { MailFile } from "../../ports/messages.ts";
import type { DeliveredFile, MailedFiles } from "../../ports/subscriptions.ts";

type MailPorts = Pick<Ports, "clock" | "organisation" | "reportFiles" | "rules" | "subscriptions">;

/**
 * What the mail to one subscriber says and carries. Rights are asked of the people and posts of this moment: for who has
 * left, lost the right, or taken the subscription back it is needless, and nothing is read.
 */
export async function deliveryFacts(
  ports: MailPorts,
  { recipient }: Notice,
  subject: Extract<NoticeSubject, { kind: "delivery" }>,
) {
  const delivery = await ports.subscriptions.delivery(subject);
  if (delivery === undefined)
    throw new Error(`files of ${subject.runId} for ${subject.subscription} are gone`);
  const personId = recipient.kind === "person" ? recipient.id : "";
  const [company, person, projects, own] = await Promise.all([
    ports.organisation.company(),
    ports.organisation.person(personId),
    ports.organisation.projects(),
    ports.subscriptions.find(personId),
  ]);
  if (company === undefined) throw new Error("no company is set up");
  const date = localDate(toInstant(ports.clock.now()), company.timeZone);
  const takes = own?.items.some((one) => subscriptionId(one) === subject.subscription) === true;
  if (person === undefined || !takes || !mayTake(person, delivery.subscription, projects, date))
    return { people: [], needless: true as const };
  return { delivery, people: [person], files: await smallFiles(ports, delivery, company.timeZone) };
}

/** All of the files, or none where they are too large together: then the mail leads to the page. */
async function smallFiles(
  { rules, reportFiles }: Pick<Ports, "rules" | "reportFiles">,
  { files }: MailedFiles,
  timeZone: string,
): Promise<readonly MailFile[]> {
  const { policy } = await rules.forCompany(timeZone);
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (bytes > attachableBytes(reportingPolicyOf(policy))) return [];
  return Promise.all(files.map((file) => attached(reportFiles, file)));
}

async function attached(
  files: Ports["reportFiles"],
  { key, title, contentType }: DeliveredFile,
): Promise<MailFile> {
  const content = await files.get(key);
  if (content === undefined) throw new Error(`file ${title} of a delivery is missing`);
  return { name: title, contentType, content };
}
