import type { Complaint } from "../../domain/complaint/document.ts";
import { findRepeat } from "../../domain/groups/repeats.ts";
import { change } from "../change.ts";
import { isProblem } from "../outcome.ts";
import type { Ports } from "../ports.ts";
import { groupPolicyFor } from "./policy.ts";

type RepeatPorts = Pick<Ports, "clock" | "crypto" | "complaints" | "rules">;

/** The latest complaints of a household that are looked at. */
const LATEST = 50;

/** Marks a complaint as 重复投诉 when its household came with the same matter before; what people linked stays. */
export async function linkRepeat(ports: RepeatPorts, complaint: Complaint): Promise<void> {
  const policy = await groupPolicyFor(ports, complaint);
  const found = findRepeat(complaint, await ofHousehold(ports, complaint), policy);
  if (found === undefined) return;
  const { repeat } = complaint;
  if (repeat !== undefined && repeat.complaintId !== found.complaintId) return;
  const result = await change(ports, complaint, {
    command: { type: "link-repeat", ...found },
    by: { kind: "timer" },
    commandId: `repeat:${found.complaintId}:${found.nth}`,
    request: "",
  });
  if (isProblem(result)) throw new Error(`repeat of ${complaint.registration.id}: ${result.problem}`);
}

async function ofHousehold(ports: RepeatPorts, { registration }: Complaint): Promise<readonly Complaint[]> {
  const { id, projectId, householdKey, contactKey } = registration;
  const ids =
    householdKey !== undefined
      ? await ports.complaints.idsByHousehold(projectId, `${householdKey}#`, LATEST)
      : contactKey !== undefined
        ? await ports.complaints.idsByContact(contactKey, LATEST)
        : [];
  return ports.complaints.loadMany(ids.filter((other) => other !== id));
}
