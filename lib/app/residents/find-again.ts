import { registeredValue } from "../../domain/complaint/document.ts";
import { normalContact } from "../../domain/organisation/identity/contact.ts";
import { trackingSecret } from "../complaints/tracking.ts";
import { sameSecret } from "../documents/same-secret.ts";
import type { Ports } from "../ports/index.ts";

/**
 * The secret of a complaint for whoever knows its number and the whole phone number that was left with it. Undefined for
 * an unknown number, another phone and an anonymous complaint alike, on the same path.
 */
export async function findAgain(
  ports: Pick<Ports, "crypto" | "complaints">,
  number: string,
  phone: string,
): Promise<string | undefined> {
  const id = await ports.complaints.idByNumber(number);
  const complaint = await ports.complaints.load(id ?? "nobody's");
  const known = complaint === undefined ? undefined : registeredValue(complaint, "phone");
  const expected = ports.crypto.keyedHash(`phone:${known === undefined ? "" : normalContact(known)}`);
  const given = ports.crypto.keyedHash(`phone:${normalContact(phone)}`);
  const secret = trackingSecret(ports, id ?? "nobody's");
  return sameSecret(expected, given) && known !== undefined ? secret : undefined;
}
