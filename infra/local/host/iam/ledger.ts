import type { AccessNeed, Authorizer } from "../../contract.ts";
import { applies, isAllowed, matchesWildcard } from "./decision.ts";
import type { RoleGrants } from "./roles.ts";

export interface DeniedCall extends AccessNeed {
  readonly role: string;
  readonly count: number;
}

/** One granted action that no call has needed since the start. */
export interface UnusedGrant {
  readonly role: string;
  readonly source: string;
  readonly action: string;
  readonly resources: readonly string[];
}

interface Asked {
  readonly need: AccessNeed;
  readonly granted: boolean;
  denied: number;
}

/** Actions of services that the local cloud does not put behind IAM: granted or not, nothing can be observed. */
const unobserved = ["logs:", "xray:", "cloudwatch:", "kms:"];

/** `C#…` → `C#`: statements speak of kinds of partitions, never of a single one. */
function kindOf(partition: string): string {
  return partition.slice(0, partition.indexOf("#") + 1) || partition;
}

/** Answers IAM questions from the synthesized roles and remembers what was asked. */
export class IamLedger implements Authorizer {
  readonly #roles: ReadonlyMap<string, RoleGrants>;
  readonly #roleOfKey: ReadonlyMap<string, string>;
  /** role → action + resource → what was asked, the answer (the statements never change) and how often it was refused. */
  readonly #asked = new Map<string, Map<string, Asked>>();

  constructor(roles: ReadonlyMap<string, RoleGrants>, roleOfKey: ReadonlyMap<string, string>) {
    this.#roles = roles;
    this.#roleOfKey = roleOfKey;
  }

  /** For the endpoint: an unknown key id belongs to the operator and may do everything. */
  check(keyId: string, need: AccessNeed): { allowed: true } | { allowed: false; reason: string } {
    const role = this.#roleOfKey.get(keyId);
    return role === undefined ? { allowed: true } : this.checkRole(role, need);
  }

  /** For the host itself when it acts for a service that assumes this role (event sources, the Scheduler). */
  checkRole(
    roleArn: string,
    need: AccessNeed,
    service?: string,
  ): { allowed: true } | { allowed: false; reason: string } {
    const role = this.#roles.get(roleArn);
    const trusted = service === undefined || (role?.trusted.includes(service) ?? false);
    const entry = this.#entry(roleArn, need);
    const allowed = trusted && entry.granted;
    if (allowed) return { allowed: true };
    entry.denied += 1;
    if (role === undefined) return { allowed: false, reason: `role ${roleArn} does not exist` };
    if (!trusted) return { allowed: false, reason: `${role.logicalId} does not trust ${service}` };
    return { allowed: false, reason: `${role.logicalId} may not perform ${need.action} on ${need.resource}` };
  }

  #entry(roleArn: string, need: AccessNeed): Asked {
    const asked = this.#asked.get(roleArn) ?? new Map<string, Asked>();
    this.#asked.set(roleArn, asked);
    const statements = this.#roles.get(roleArn)?.statements ?? [];
    // Partitions count for few roles; for the others a thousand of them are one question.
    const partitions = statements.some(({ leadingKeys }) => leadingKeys !== undefined)
      ? (need.leadingKeys ?? []).map(kindOf)
      : [];
    const key = [need.action, need.resource, ...new Set(partitions)].join(" ");
    const known = asked.get(key);
    if (known !== undefined) return known;
    const granted = isAllowed(statements, need);
    const entry: Asked = { need, granted, denied: 0 };
    asked.set(key, entry);
    return entry;
  }

  deniedCalls(): DeniedCall[] {
    return [...this.#asked].flatMap(([role, needs]) =>
      [...needs.values()]
        .filter(({ denied }) => denied > 0)
        .map(({ need, denied }) => ({ role, ...need, count: denied })),
    );
  }

  /** Granted actions that no allowed call has used since the start. */
  unusedGrants(): UnusedGrant[] {
    const unused: UnusedGrant[] = [];
    for (const [arn, role] of this.#roles) {
      const used = [...(this.#asked.get(arn)?.values() ?? [])].map(({ need }) => need);
      for (const statement of role.statements) {
        if (statement.effect !== "Allow") continue;
        for (const action of statement.notActions === undefined ? statement.actions : ["NotAction"]) {
          if (unobserved.some((prefix) => action.startsWith(prefix))) continue;
          const hit = used.some(
            (need) =>
              applies(statement, need) &&
              (action === "NotAction" || matchesWildcard(action, need.action, true)),
          );
          if (!hit)
            unused.push({
              role: role.logicalId,
              source: statement.source,
              action,
              resources: statement.resources,
            });
        }
      }
    }
    return unused;
  }
}
