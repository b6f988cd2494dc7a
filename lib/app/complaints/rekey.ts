import { type Complaint, registeredValue } from "../../domain/complaint/document.ts";
import type { RegistrationChanges } from "../../domain/complaint/events.ts";
import { householdKeyIn } from "../organisation/address-books.ts";
import { contactKey } from "../organisation/keys.ts";
import type { Ports } from "../ports/index.ts";
import { isProblem } from "../problems/problem.ts";
import { change } from "./change.ts";
import { eachPage } from "./each-page.ts";

type RekeyPorts = Pick<
  Ports,
  "clock" | "crypto" | "complaints" | "households" | "organisation" | "rules" | "webhooks"
>;

/** Who the history names: an operator has no post. */
const OPERATOR = { kind: "channel", id: "operator" } as const;

/**
 * Puts the household and contact keys of every complaint into normal form, by today's household file: a correction on
 * record for each that changes. What is withdrawn or referred keeps its keys. Run again, it changes nothing.
 */
export async function* rekey(
  ports: RekeyPorts,
): AsyncGenerator<{ readonly checked: number; readonly changed: number }> {
  for await (const complaints of eachPage(ports)) {
    let changed = 0;
    for (const complaint of complaints) {
      const changes = await changesOf(ports, complaint);
      if (Object.keys(changes).length === 0) continue;
      const result = await change(ports, complaint, {
        command: { type: "correct", changes, personal: {} },
        by: OPERATOR,
        commandId: `rekey:${ports.crypto.randomId()}`,
        request: "",
      });
      if (!isProblem(result)) changed += 1;
      else if (result.problem !== "not-allowed-now")
        throw new Error(`${complaint.registration.id}: ${result.problem}`);
    }
    yield { checked: complaints.length, changed };
  }
}

async function changesOf(ports: RekeyPorts, complaint: Complaint): Promise<RegistrationChanges> {
  const { projectId, location, ...kept } = complaint.registration;
  const household = await householdKeyIn(ports, projectId, location);
  const contact = registeredValue(complaint, "phone") ?? registeredValue(complaint, "email");
  const contactIs = contact === undefined ? undefined : contactKey(ports.crypto, contact);
  return {
    ...(household === undefined || household === kept.householdKey ? {} : { householdKey: household }),
    ...(contactIs === undefined || contactIs === kept.contactKey ? {} : { contactKey: contactIs }),
  };
}
