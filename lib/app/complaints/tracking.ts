import type { Complaint } from "../../domain/complaint/document.ts";
import { isShortHash, shortHash } from "../documents/ids.ts";
import type { Ports } from "../ports/index.ts";

/** The secret of a complaint's tracking link: derived, so it is stored nowhere. */
export function trackingSecret(ports: Pick<Ports, "crypto">, id: string): string {
  return shortHash(ports.crypto, tracked(id));
}

function tracked(id: string): string {
  return `track:${id}`;
}

/** The complainant's own link to the state of the complaint. */
export function trackingUrl(ports: Pick<Ports, "crypto" | "publicUrl">, complaint: Complaint): string {
  const { id, number } = complaint.registration;
  return `${ports.publicUrl}/public/complaints/${number}?secret=${trackingSecret(ports, id)}`;
}

/** The same on our pages, short enough to be copied by hand. */
export function shortTrackingUrl(ports: Pick<Ports, "crypto" | "publicUrl">, complaint: Complaint): string {
  const { id, number } = complaint.registration;
  return `${ports.publicUrl}/t/${number}?secret=${trackingSecret(ports, id)}`;
}

/** Where the complainant grades how it was handled. */
export function ratingUrl(ports: Pick<Ports, "crypto" | "publicUrl">, complaint: Complaint): string {
  const { id, number } = complaint.registration;
  return `${ports.publicUrl}/public/complaints/${number}/rating?secret=${trackingSecret(ports, id)}`;
}

/** The complaint behind a number and its secret; undefined for a wrong one, whichever of the two it is. */
export async function track(
  ports: Pick<Ports, "crypto" | "complaints">,
  number: string,
  secret: string,
): Promise<Complaint | undefined> {
  const id = await ports.complaints.idByNumber(number);
  // An unknown number takes the same path as a wrong secret, so that neither looks nor time tells which numbers exist.
  const right = isShortHash(ports.crypto, tracked(id ?? "nobody's"), secret);
  if (id === undefined || !right) return undefined;
  const complaint = await ports.complaints.load(id);
  return complaint === undefined ? undefined : ports.complaints.whole(complaint);
}
