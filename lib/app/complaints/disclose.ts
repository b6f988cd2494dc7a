import { registeredValue } from "../../domain/complaint/document.ts";
import type { Location } from "../../domain/complaint/events.ts";
import { isComplainedOf } from "../../domain/complaint/rules/complained-of.ts";
import type { Person } from "../../domain/organisation/organisation.ts";
import type { ReadWay, ShownReason } from "../../domain/person-data/read.ts";
import { defined } from "../../domain/present.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { noteRead, type ReadLogPorts } from "../person-data/reads.ts";
import type { Ports } from "../ports/index.ts";
import { isProblem, type Problem, problem } from "../problems/problem.ts";
import { type ShownComplaint, showComplaint } from "./read.ts";

type DisclosePorts = Parameters<typeof showComplaint>[0] & ReadLogPorts;

/** Who complained, as far as it is known and may be. */
export interface Disclosed {
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly location: Location;
  readonly signatories?: string;
  readonly channelData?: string;
}

/**
 * Who complained, in full, for one whom the policy's lines let be shown it; that it was shown, and what for, is on record before it is
 * handed out. Refused with unknown-complaint, complained-of (D4) and not-shown.
 */
export async function discloseComplainant(
  ports: DisclosePorts,
  person: Person,
  idOrNumber: string,
  reason: ShownReason,
): Promise<Disclosed | Problem> {
  const shown = await shownInFull(ports, person, idOrNumber, "shown", reason);
  if (isProblem(shown)) return shown;
  const value = (field: string) => registeredValue(shown, field);
  return {
    location: shown.registration.location,
    ...defined({
      name: value("name"),
      phone: value("phone"),
      email: value("email"),
      signatories: value("signatories"),
      channelData: value("channelData"),
    }),
  };
}

/**
 * Number and name of the complainant for a person who is about to call. Refused as the above, and with no-address where no
 * number is known or may be.
 */
export async function numberToCall(
  ports: DisclosePorts & Pick<Ports, "callLog" | "crypto">,
  person: Person,
  idOrNumber: string,
): Promise<{ readonly phone: string; readonly name?: string } | Problem> {
  const shown = await shownInFull(ports, person, idOrNumber, "call", "contact");
  if (isProblem(shown)) return shown;
  const phone = registeredValue(shown, "phone");
  if (phone === undefined) return problem("no-address");
  await ports.callLog.record({
    id: ports.crypto.randomId(),
    complaintId: shown.registration.id,
    by: person.id,
    at: toInstant(ports.clock.now()),
  });
  return { phone, ...defined({ name: registeredValue(shown, "name") }) };
}

async function shownInFull(
  ports: DisclosePorts,
  person: Person,
  idOrNumber: string,
  way: ReadWay,
  reason: ShownReason,
): Promise<NonNullable<ShownComplaint["inFull"]> | Problem> {
  const found = await showComplaint(ports, person, idOrNumber);
  if (isProblem(found)) return found;
  if (isComplainedOf(found.complaint, person)) return problem("complained-of");
  if (found.inFull === undefined) return problem("not-shown");
  await noteRead(ports, person, found.complaint, way, reason);
  return found.inFull;
}
