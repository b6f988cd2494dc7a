import { type AuditFault, audit } from "../../lib/app/complaints/audit.ts";

/**
 * What the audit finds in the histories of a test in which no timer runs. That nobody was reminded there is true, and says
 * nothing of what was recorded.
 */
export async function faultsOfHistories(ports: Parameters<typeof audit>[0]): Promise<AuditFault[]> {
  const found: AuditFault[] = [];
  for await (const { faults } of audit(ports)) found.push(...faults);
  return found.filter(({ rung }) => rung?.what !== "missed");
}
