import { normalContact } from "../../domain/organisation/identity/contact.ts";
import { type Instant, localDate, plusSeconds } from "../../domain/time/instant.ts";
import { shortHash } from "../documents/ids.ts";
import type { Ports } from "../ports/index.ts";
import type { IntakeRequest } from "./intake-request.ts";

/** `default`: so many confirmations a day go to one number or address of what anybody may send in: it may be somebody else's. */
const CONFIRMATIONS_A_DAY = 5;

const DAY = 86_400;

type CappingPorts = Pick<Ports, "counters" | "crypto" | "telemetry">;

/**
 * True if a complaint that anybody may have sent in is registered without a confirmation, because its number or address has had enough
 * of them on this day of the project. Counted are all alike, known to us or not, by a keyed hash that is forgotten after two days.
 */
export async function isConfirmedEnough(
  ports: CappingPorts,
  { complainant = {} }: Pick<IntakeRequest, "complainant">,
  { now, timeZone }: { readonly now: Instant; readonly timeZone: string },
): Promise<boolean> {
  const contacts = [complainant.phone, complainant.email].filter((contact) => contact !== undefined);
  const date = localDate(now, timeZone);
  const counts = await Promise.all(
    contacts.map((contact) => {
      const whose = shortHash(ports.crypto, `confirmed:${normalContact(contact)}`);
      return ports.counters.hit(`confirmed#${whose}#${date}`, plusSeconds(now, 2 * DAY));
    }),
  );
  if (counts.every((count) => count <= CONFIRMATIONS_A_DAY)) return false;
  ports.telemetry.count("MailsUnanswered");
  return true;
}
