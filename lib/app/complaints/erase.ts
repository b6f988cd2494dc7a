import { decide } from "../../domain/complaint/decide.ts";
import type { Complaint } from "../../domain/complaint/document.ts";
import type { StoredEvent, Whereabouts } from "../../domain/complaint/events.ts";
import { complaintSizing } from "../../domain/complaint/sizing.ts";
import { redactedEvent } from "../../domain/complaint/whereabouts.ts";
import { erasedRefs, verifyChain } from "../../domain/document/chain.ts";
import type { Actor } from "../../domain/document/event.ts";
import { type PersonalRef, personalRef } from "../../domain/document/personal.ts";
import { digestOfRedacted, redactedEvents, redactedHistory } from "../../domain/document/redaction.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { keysBeside, removeLeftOver } from "../documents/beside.ts";
import { changed } from "../documents/change.ts";
import type { Ports } from "../ports/index.ts";
import { isProblem, type Problem, problem } from "../problems/problem.ts";
import { seal } from "./seal.ts";

export interface Erasing {
  /** The number of the complaint, the first or the converted one. */
  readonly number: string;
  /** Fields (`phone`: of every event) or single values (`3.text`); none: everything. */
  readonly fields: readonly string[];
  /** Absent: the operator, who has no post. */
  readonly by?: Actor;
  /**
   * It has been erased before and a backup brought the document back: what lies beside it is erased already, so what is missing
   * there is recorded as erased, and what events say there is vouched for as it stands.
   */
  readonly again?: true;
}

export interface Erased {
  readonly number: string;
  /** What this run erased; empty when nothing of it stood any more. */
  readonly refs: readonly PersonalRef[];
  /** What was taken out of the events themselves: where somebody lives, by what the contact is found. */
  readonly parts: readonly Whereabouts[];
}

/** Who the history names where no person of ours decided it. */
const OPERATOR = { kind: "channel", id: "operator" } as const;

type ErasePorts = Pick<Ports, "clock" | "crypto" | "complaints" | "rules" | "besideDocuments">;

/**
 * Erases personal values of a complaint with their salts, for good (个人信息保护法 47), those of its archived history
 * too: one conditional write that also records which ones, then the objects that held them are removed. With everything
 * (or `location`, `contact`) the events no longer say where the person lives and by what the contact is found; what else they
 * say stays, and so does their chain. Run again, it erases nothing, and removes what a crash has left.
 */
export async function erase(
  ports: ErasePorts,
  { number, fields, by = OPERATOR, again }: Erasing,
): Promise<Erased | Problem> {
  // Without the bucket nothing may be erased: the objects would stay.
  void ports.besideDocuments;
  const id = await ports.complaints.idByNumber(number);
  const loaded = id === undefined ? undefined : await ports.complaints.load(id);
  if (loaded === undefined) return problem("unknown-complaint");
  const commandId = `erase:${ports.crypto.randomId()}`;
  const result = await changed(
    loaded,
    (standing) => erasedFrom(ports, standing, { fields, commandId, by, again: again === true }),
    (after, revision) => ports.complaints.replace(after, revision),
    (current) => problem("busy", { current }),
  );
  if (isProblem(result)) return result;
  const [before, after] = await Promise.all([
    ports.complaints.whole(result.before),
    ports.complaints.whole(result.document),
  ]);
  await removeLeftOver(ports, complaintSizing.place(after), keysBeside(before), keysBeside(after));
  const event = result.document.events.findLast((one) => one.commandId === commandId);
  return {
    number: loaded.registration.number,
    refs: event?.fact.type === "erased" ? event.fact.refs : [],
    parts: event?.fact.type === "erased" ? (event.fact.parts ?? []) : [],
  };
}

interface Recorded {
  readonly commandId?: string;
  readonly by?: Actor;
  readonly again?: boolean;
}

/** What an erasure of before has taken that this document does not know of. */
function goneBefore({ events, personal }: Complaint, digest: (text: string) => string) {
  const faults = verifyChain(events, personal, digest, {
    erased: erasedRefs(events),
    redacted: redactedEvents(events),
  });
  const holes = new Set(faults.flatMap(({ seq, fault }) => (fault === "hole" ? [seq] : [])));
  const refs = events
    .filter(({ seq }) => holes.has(seq))
    .flatMap(({ seq, digests = {} }) => Object.keys(digests).map((field) => personalRef(seq, field)))
    .filter((ref) => personal[ref] === undefined);
  const redacted = events
    .filter(({ seq }) => faults.some((one) => one.seq === seq && one.fault === "hash"))
    .map((event) => ({ seq: event.seq, digest: digestOfRedacted(event, digest) }));
  return { refs, redacted };
}

/** Decided on the whole history, recorded in the document as it stands. */
async function erasedFrom(
  ports: ErasePorts,
  standing: Complaint,
  how: Pick<Erasing, "fields"> & Required<Recorded>,
): Promise<Complaint | Problem> {
  const { fields, commandId, by } = how;
  const { projectId, timeZone } = standing.registration;
  const rules = await ports.rules.forProject(projectId, timeZone, standing.clocks);
  const now = ports.clock.now();
  const digest = (text: string) => ports.crypto.digest(text);
  const read = await ports.complaints.whole(standing);
  // A long text that is not there any more still has its beginning in the document.
  const whole = { ...read, personal: { ...standing.personal, ...read.personal } };
  const gone = how.again ? goneBefore(whole, digest) : { refs: [], redacted: [] };
  const decision = decide(whole, { type: "erase", fields }, { ...rules, now, by });
  if ("refused" in decision) return problem(decision.refused, { current: standing });
  const decided = decision.drafts[0]?.fact;
  const own = decided?.type === "erased" ? decided : { refs: [], parts: [] };
  const { parts = [] } = own;
  const refs = [...new Set([...own.refs, ...gone.refs])].sort();
  if (refs.length === 0 && parts.length === 0 && gone.redacted.length === 0) return standing;
  const take = (event: StoredEvent) => redactedEvent(event, parts);
  // What is archived is vouched for here and redacted there.
  const taken = redactedHistory(whole.events, take, digest).redacted;
  const redacted = [...gone.redacted.filter(({ seq }) => !taken.some((one) => one.seq === seq)), ...taken];
  const fact = {
    type: "erased" as const,
    refs,
    ...(parts.length === 0 ? {} : { parts }),
    ...(redacted.length === 0 ? {} : { redacted }),
  };
  const drafts = [{ fact, occurredAt: toInstant(now) }];
  const recording = { recordedAt: toInstant(now), by, commandId, request: "" };
  const left = { ...standing, events: standing.events.map(take) };
  const after = seal(left, drafts, recording, digest);
  return { ...after, archive: await ports.complaints.without(standing, refs, parts) };
}
