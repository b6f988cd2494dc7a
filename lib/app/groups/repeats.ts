import type { Complaint } from "../../domain/complaint/document.ts";
import { type FoundRepeat, findRepeat } from "../../domain/groups/repeats.ts";
import type { GroupPolicy } from "../../domain/policy/group-policy.ts";
import { change } from "../complaints/change.ts";
import type { Ports } from "../ports/index.ts";
import { isProblem } from "../problems/problem.ts";
import type { Neighbourhood } from "./surroundings.ts";

type RepeatPorts = Pick<Ports, "clock" | "crypto" | "complaints" | "rules" | "webhooks">;

/** So many complaints of a household are read at first. */
const NEWEST = 8;

async function among(
  { complaints }: RepeatPorts,
  complaint: Complaint,
  ids: readonly string[],
  policy: GroupPolicy,
): Promise<FoundRepeat | undefined> {
  if (ids.length === 0) return undefined;
  const others = await complaints.loadMany(ids);
  return findRepeat(complaint, await Promise.all(others.map((one) => complaints.withTexts(one))), policy);
}

/** Marks a complaint as 重复投诉 when its household came with the same matter before; what people linked stays. */
export async function linkRepeat(
  ports: RepeatPorts,
  complaint: Complaint,
  { sameParty }: Pick<Neighbourhood, "sameParty">,
  policy: GroupPolicy,
): Promise<void> {
  // The latest of them says how often the matter has come: as a rule it is among the newest, and older ones stay unread.
  const found =
    (await among(ports, complaint, sameParty.slice(0, NEWEST), policy)) ??
    (await among(ports, complaint, sameParty.slice(NEWEST), policy));
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
