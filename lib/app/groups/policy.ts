import type { Complaint } from "../../domain/complaint/document.ts";
import { type GroupPolicy, groupPolicyOf } from "../../domain/policy/group-policy.ts";
import type { Ports } from "../ports/index.ts";

/** The numbers in force where this complaint was made. */
export async function groupPolicyFor(
  { rules }: Pick<Ports, "rules">,
  { registration }: Complaint,
): Promise<GroupPolicy> {
  const { policy } = await rules.forProject(registration.projectId, registration.timeZone);
  return groupPolicyOf(policy);
}
