import type { Complaint } from "../../domain/complaint/document.ts";
import { valuesOf } from "../../domain/person-data/traces.ts";
import { contactKeys } from "../organisation/keys.ts";
import type { ErasurePorts } from "./ports.ts";

const MOST = 2000;

/**
 * The complaints of the person who made this one, itself first: those found by the same number, address or openid that
 * were ever given there (`default`: one step; what is known only of those found leads no further, it may be another's).
 */
export async function complaintsOfPerson(
  { complaints, crypto }: Pick<ErasurePorts, "complaints" | "crypto">,
  complaint: Complaint,
): Promise<readonly string[]> {
  const whole = await complaints.whole(complaint);
  const { id, contactKey } = complaint.registration;
  const contacts = [...valuesOf(whole, "phone"), ...valuesOf(whole, "email")];
  const keys = new Set([
    ...contacts.flatMap((contact) => contactKeys(crypto, contact)),
    ...(contactKey === undefined ? [] : [contactKey]),
  ]);
  const ids = [id];
  for (const key of keys) ids.push(...(await complaints.idsByContact(key, MOST)));
  return [...new Set(ids)];
}
