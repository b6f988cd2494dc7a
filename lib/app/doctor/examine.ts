import type { PolicyEdition } from "../../domain/editions/scope.ts";
import type { Person } from "../../domain/organisation/organisation.ts";
import type { Lack } from "../../domain/organisation/readiness.ts";
import { type Instant, toInstant } from "../../domain/time/instant.ts";
import { readiness } from "../organisation/readiness.ts";
import type { Ports } from "../ports/index.ts";
import { countWaiting } from "../quarantine/waiting.ts";

export type DoctorPorts = Pick<
  Ports,
  "clock" | "organisation" | "channelSystems" | "ruleStore" | "alarms" | "quarantine"
>;

/** What an installation lacks by its own table, what had to be mended, and where its rules are its own. */
export interface Examination {
  readonly at: Instant;
  readonly lacks: readonly Lack[];
  readonly work: { readonly rescues: number; readonly aside: number; readonly waitingMails: number };
  readonly ownPolicies: readonly PolicyEdition[];
}

/** Looks at everything that the table says of itself; writes nothing. */
export async function examine(ports: DoctorPorts, person: Person): Promise<Examination> {
  const [lacks, totals, { waiting }, { policies }] = await Promise.all([
    readiness(ports),
    ports.alarms.totals(),
    countWaiting(ports, person),
    ports.ruleStore.published(),
  ]);
  const now = toInstant(ports.clock.now());
  return {
    at: now,
    lacks,
    work: { ...totals, waitingMails: waiting },
    ownPolicies: lastOfScopes(policies, now),
  };
}

/** Of each scope the edition that took effect last. */
function lastOfScopes(policies: readonly PolicyEdition[], now: Instant): readonly PolicyEdition[] {
  const last = new Map<string, PolicyEdition>();
  for (const edition of policies) {
    if (edition.effectiveFrom > now) continue;
    const known = last.get(edition.scope);
    const isLater =
      known === undefined ||
      edition.effectiveFrom > known.effectiveFrom ||
      (edition.effectiveFrom === known.effectiveFrom && edition.number > known.number);
    if (isLater) last.set(edition.scope, edition);
  }
  return [...last.values()];
}
