import { type Complaint, registeredValue } from "../../domain/complaint/document.ts";
import type { RegistrationChanges } from "../../domain/complaint/events.ts";
import { defined } from "../../domain/present.ts";
import { householdKeyIn } from "../organisation/address-books.ts";
import { contactKey } from "../organisation/keys.ts";
import type { Ports } from "../ports/index.ts";
import type { RegistrationPatch } from "../ports/plain-command.ts";

/** The values among it, by the field they stand beside the event as. */
export function toldValues({
  complainant = {},
  against,
  place,
  signatories,
  originalAt,
  matter,
}: RegistrationPatch) {
  const { name, phone, email } = complainant;
  return defined({ name, phone, email, against: against?.text, place, signatories, originalAt, matter });
}

/** The facts among it, and the keys by which household and contact are found. */
export async function changesOf(
  { crypto, households }: Pick<Ports, "crypto" | "households">,
  told: RegistrationPatch,
  complaint: Complaint,
): Promise<RegistrationChanges> {
  const { complainant = {}, against = {}, withheld, occurredAt, requestedReplyAt, manner, headcount } = told;
  const location =
    told.location === undefined ? undefined : { ...complaint.registration.location, ...told.location };
  const newContact =
    complainant.phone ?? (registeredValue(complaint, "phone") === undefined ? complainant.email : undefined);
  return defined({
    anonymous: complainant.anonymous,
    complainantKind: complainant.kind,
    language: complainant.language,
    withheld,
    location,
    householdKey:
      location && (await householdKeyIn({ households }, complaint.registration.projectId, location)),
    contactKey: newContact === undefined ? undefined : contactKey(crypto, newContact),
    occurredAt,
    requestedReplyAt,
    againstDepartmentId: against.departmentId,
    againstPersonId: against.personId,
    manner,
    headcount,
    external:
      told.external && complaint.registration.external
        ? { ...complaint.registration.external, ...told.external }
        : undefined,
  });
}
