import { erasedRefs } from "../../domain/document/chain.ts";
import type { Person } from "../../domain/organisation/organisation.ts";
import { omit } from "../../domain/present.ts";
import { type Instant, toInstant } from "../../domain/time/instant.ts";
import type { Ports } from "../ports/index.ts";
import { isProblem, type Problem, problem } from "../problems/problem.ts";
import { type AuditFault, auditOf } from "./audit.ts";
import { showComplaint } from "./read.ts";

/** What was checked of one complaint's history, and what did not agree. */
export interface ComplaintProof {
  readonly checkedAt: Instant;
  /** Events whose hashes were computed anew, each over the one before. */
  readonly events: number;
  /** Personal values and texts that were compared with their digests. */
  readonly values: number;
  /** Values that an event says were erased. */
  readonly erased: number;
  /** Clocks whose due instants were counted anew by the rules stamped on them. */
  readonly clocks: number;
  /** The hash of the newest event: whoever wrote it down can tell later whether anything before it was changed. */
  readonly head: string;
  readonly faults: readonly Omit<AuditFault, "id" | "number">[];
}

type ProofPorts = Pick<Ports, "clock" | "crypto" | "complaints" | "organisation" | "rules">;

/** Checks a complaint as `npm run audit` does all of them, for a person who may read it. */
export async function proveComplaint(
  ports: ProofPorts,
  reader: Person,
  idOrNumber: string,
): Promise<ComplaintProof | Problem> {
  const shown = await showComplaint(ports, reader, idOrNumber);
  return isProblem(shown) ? shown : prove(ports, shown.complaint.registration.id);
}

/** As it is stored: what a reader may not see is checked too, and not shown. */
export async function prove(
  ports: Pick<ProofPorts, "clock" | "crypto" | "complaints" | "rules">,
  id: string,
): Promise<ComplaintProof | Problem> {
  const stored = await ports.complaints.load(id);
  if (stored === undefined) return problem("unknown-complaint");
  const complaint = await ports.complaints.whole(stored);
  const faults = await auditOf(ports, complaint);
  return {
    checkedAt: toInstant(ports.clock.now()),
    events: complaint.events.length,
    values: Object.keys(complaint.personal).length,
    erased: erasedRefs(complaint.events).size,
    clocks: complaint.clocks.length,
    head: complaint.events.at(-1)?.hash ?? "",
    faults: faults.map((fault) => omit(fault, "id", "number")),
  };
}
