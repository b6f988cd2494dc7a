import type { Complaint } from "../../domain/complaint/document.ts";
import { findRepeat } from "../../domain/groups/repeats.ts";
import type { GroupPolicy } from "../../domain/policy/group-policy.ts";
import { change } from "../complaints/change.ts";
import type { Ports } from "../ports/index.ts";
import { isProblem } from "../problems/problem.ts";
import type { Surroundings } from "./surroundings.ts";

type RepeatPorts = Pick<Ports, "clock" | "crypto" | "complaints" | "rules">;

/** Marks a complaint as 重复投诉 when its household came with the same matter before; what people linked stays. */
export async function linkRepeat(
  ports: RepeatPorts,
  complaint: Complaint,
  { sameParty }: Pick<Surroundings, "sameParty">,
  policy: GroupPolicy,
): Promise<void> {
  const parties = await ports.complaints.loadMany(sameParty);
  const found = findRepeat(
    complaint,
    await Promise.all(parties.map((one) => ports.complaints.withTexts(one))),
    policy,
  );
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
