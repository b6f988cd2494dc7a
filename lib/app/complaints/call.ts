import { registeredValue } from "../../domain/complaint/document.ts";
import type { Person } from "../../domain/organisation/organisation.ts";
import { toInstant } from "../../domain/time/instant.ts";
import type { Ports } from "../ports/index.ts";
import { isProblem, type Problem, problem } from "../problems/problem.ts";
import { showComplaint } from "./read.ts";

/**
 * The complainant's number for a person who is about to call: who may know the complainant gets it, and that they did is on
 * record before it is handed out. Refused with no-address where none is known or may be.
 */
export async function numberToCall(
  ports: Pick<Ports, "callLog" | "clock" | "complaints" | "crypto" | "organisation" | "rules">,
  person: Person,
  idOrNumber: string,
): Promise<{ readonly phone: string } | Problem> {
  const shown = await showComplaint(ports, person, idOrNumber);
  if (isProblem(shown)) return shown;
  const phone = registeredValue(shown.complaint, "phone");
  if (phone === undefined) return problem("no-address");
  await ports.callLog.record({
    id: ports.crypto.randomId(),
    complaintId: shown.complaint.registration.id,
    by: person.id,
    at: toInstant(ports.clock.now()),
  });
  return { phone };
}
