import { inBatches } from "../../domain/in-batches.ts";
import { normalContact } from "../../domain/organisation/identity/contact.ts";
import { mentionPattern, type Traces } from "../../domain/person-data/traces.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { eachOf, monthsAround } from "../paging/pages.ts";
import type { Quarantined } from "../ports/mail.ts";
import type { ErasurePorts } from "./ports.ts";

const FAR = "9999-12-31T00:00:00Z";
const AT_MOST = 1_000_000;
const AT_ONCE = 16;

type MailPorts = Pick<ErasurePorts, "clock" | "mailbox" | "parseMail" | "quarantine" | "senderRules">;

/**
 * Removes the kept raw mails that the person wrote, whatever became of them. A mail of somebody else that names the
 * person is that other's and stays.
 */
export async function removeMails(ports: MailPorts, traces: Traces): Promise<number> {
  const own = new Set(traces.rawMails);
  if (own.size === 0 && traces.emails.length === 0) return 0;
  let removed = 0;
  const places = [...monthsAround(traces.from, toInstant(ports.clock.now())), "aside"];
  for (const place of places) {
    const kept = await ports.mailbox.listOlderThan(`mail/${place}/`, FAR, AT_MOST);
    const gone = await inBatches(kept, AT_ONCE, async ({ key }) => {
      if (!own.has(key) && !(await isFrom(ports, key, traces))) return false;
      await ports.mailbox.remove(key);
      return true;
    });
    removed += gone.filter(Boolean).length;
  }
  return removed;
}

async function isFrom(ports: MailPorts, key: string, { emails }: Traces): Promise<boolean> {
  if (emails.length === 0) return false;
  const raw = await ports.mailbox.get(key);
  if (raw === undefined) return false;
  const { from, replyTo } = await ports.parseMail(raw);
  return [from?.address, replyTo?.address].some(
    (address) => address !== undefined && emails.includes(normalContact(address)),
  );
}

/** Takes the person's mails off the list of quarantined ones, and those that became the person's complaints, with their raw form. */
export async function removeQuarantined(ports: MailPorts, traces: Traces): Promise<number> {
  let removed = 0;
  const found: Quarantined[] = [];
  const pattern = mentionPattern(traces, { names: false });
  for await (const item of eachOf((page) => ports.quarantine.list(page))) {
    const { from, subject = "", accepted } = item;
    const isOwn =
      (from !== undefined && traces.emails.includes(normalContact(addressIn(from)))) ||
      (accepted?.complaintId !== undefined && traces.complaintIds.includes(accepted.complaintId)) ||
      (pattern !== undefined && subject.search(pattern) >= 0);
    if (isOwn) found.push(item);
  }
  for (const { id, rawKey } of found) {
    await ports.mailbox.remove(rawKey);
    await ports.quarantine.remove(id);
    removed += 1;
  }
  return removed;
}

/** `Name <name@host>` or the bare address. */
function addressIn(from: string): string {
  return /<([^<>]+)>/.exec(from)?.[1] ?? from;
}

/** Takes away rules about the person's own address, with what they dropped. */
export async function removeSenderRules(ports: MailPorts, traces: Traces): Promise<number> {
  const rules = (await ports.senderRules.list()).filter(({ sender }) =>
    traces.emails.includes(normalContact(sender)),
  );
  for (const rule of rules) await ports.senderRules.remove(`${rule.projectId ?? "*"} ${rule.sender}`);
  return rules.length;
}
