import { type DueDifference, recount } from "../../domain/clocks/recount.ts";
import type { Rules } from "../../domain/clocks/start.ts";
import type { Complaint } from "../../domain/complaint/document.ts";
import { evolve } from "../../domain/complaint/evolve.ts";
import { timingFor } from "../../domain/complaint/rules/timing.ts";
import { plansIn, type RulesOf, type RungFault, rungFaults } from "../../domain/complaint/rung-proof.ts";
import { type ChainFault, canonicalJson, erasedRefs, verifyChain } from "../../domain/document/chain.ts";
import { redactedEvents } from "../../domain/document/redaction.ts";
import { defined } from "../../domain/present.ts";
import { toInstant } from "../../domain/time/instant.ts";
import type { Ports } from "../ports/index.ts";
import { eachPage } from "./each-page.ts";

type AuditPorts = Pick<Ports, "clock" | "crypto" | "complaints" | "organisation" | "rules">;

export type AuditFaultName = ChainFault["fault"] | "state" | "due" | "rung";

/** A complaint whose history contradicts itself. */
export interface AuditFault {
  readonly id: string;
  readonly number: string;
  /**
   * hash, sequence, personal, hole: the chain is broken at `seq`; state: the history does not give the document; due: a
   * clock's due instants are not what the stamped rules give, counted day by day; rung: the same for when a rung had to
   * ring, or it was recorded otherwise than it rang, or not at all.
   */
  readonly fault: AuditFaultName;
  readonly seq?: number;
  readonly due?: DueDifference;
  readonly rung?: RungFault;
}

export interface AuditProgress<F = AuditFault> {
  readonly checked: number;
  readonly faults: readonly F[];
}

/**
 * Checks every complaint's hash chain, that replaying its events gives the stored document, and that every due instant and
 * every rung is what a second way of counting gives; page by page.
 */
export async function* audit(ports: AuditPorts): AsyncGenerator<AuditProgress> {
  for await (const complaints of eachPage(ports)) {
    const faults: AuditFault[] = [];
    for (const stored of complaints) {
      const complaint = await ports.complaints.whole(stored);
      faults.push(...(await auditOf(ports, complaint)));
    }
    yield { checked: complaints.length, faults };
  }
}

/** Everything that contradicts itself in one complaint whose history is whole. */
export async function auditOf(
  ports: Pick<AuditPorts, "clock" | "crypto" | "rules">,
  complaint: Complaint,
): Promise<readonly AuditFault[]> {
  return [
    ...faultsOf(ports, complaint),
    ...(await dueFaults(ports, complaint)),
    ...(await rungFaultsOf(ports, complaint)),
  ];
}

function faultsOf(ports: Pick<AuditPorts, "crypto">, complaint: Complaint): AuditFault[] {
  const { id, number } = complaint.registration;
  const chain = verifyChain(complaint.events, complaint.personal, (text) => ports.crypto.digest(text), {
    erased: erasedRefs(complaint.events),
    redacted: redactedEvents(complaint.events),
  });
  const faults: AuditFault[] = chain.map(({ seq, fault }) => ({ id, number, fault, seq }));
  return isReplay(complaint) ? faults : [...faults, { id, number, fault: "state" }];
}

async function dueFaults(ports: Pick<AuditPorts, "rules">, complaint: Complaint): Promise<AuditFault[]> {
  const { id, number, projectId, timeZone } = complaint.registration;
  const faults: AuditFault[] = [];
  for (const clock of complaint.clocks) {
    const rules = await ports.rules.stamped(clock, projectId, timeZone);
    const due = recount(clock, timingFor(clock.name, complaint, clock.cycle), rules);
    // Until it was told apart, a returned ticket's time moved the clocks from before, too.
    const before = due && recount(clock, timingFor(clock.name, complaint), rules);
    if (due !== undefined && before !== undefined) faults.push({ id, number, fault: "due", due });
  }
  return faults;
}

async function rungFaultsOf(
  ports: Pick<AuditPorts, "clock" | "rules">,
  { events, registration }: Complaint,
): Promise<AuditFault[]> {
  const { id, number, projectId, timeZone } = registration;
  const byStamp = new Map<string, Rules>();
  const keyOf = ({ policyVersion, calendarVersion }: Parameters<RulesOf>[0]) =>
    `${policyVersion} ${calendarVersion}`;
  for (const plan of plansIn(events)) {
    if (!byStamp.has(keyOf(plan)))
      byStamp.set(keyOf(plan), await ports.rules.stamped(plan, projectId, timeZone));
  }
  const rulesOf: RulesOf = (stamp) => {
    const rules = byStamp.get(keyOf(stamp));
    if (rules === undefined) throw new RangeError(`no rules ${keyOf(stamp)}`);
    return rules;
  };
  const found = rungFaults(events, rulesOf, toInstant(ports.clock.now()));
  return found.map(({ seq, ...rung }) => ({
    id,
    number,
    fault: "rung",
    ...defined({ seq }),
    rung,
  }));
}

/** What belongs to the storage protocol, or stands beside the events, does not come from them. */
function derived(complaint: Complaint): string {
  const {
    personal: _,
    revision: __,
    writtenAt: ___,
    armed: ____,
    outbox: _____,
    archive: ______,
    ...rest
  } = complaint;
  return canonicalJson(rest);
}

function isReplay(complaint: Complaint): boolean {
  let replayed: Complaint | undefined;
  for (const event of complaint.events) replayed = evolve(replayed, event);
  return replayed !== undefined && derived(replayed) === derived(complaint);
}
