import { type Complaint, isOpen } from "../../domain/complaint/document.ts";
import type { Actor } from "../../domain/document/event.ts";
import {
  alwaysKept,
  type ErasureReceipt,
  type RemovedKind,
  withRemoved,
} from "../../domain/person-data/receipt.ts";
import { type Traces, tracesOf } from "../../domain/person-data/traces.ts";
import { eraseComplaint } from "./complaint.ts";
import { eraseOfGroups } from "./groups.ts";
import { eraseOfHouseholds } from "./households.ts";
import { noteErasure } from "./list.ts";
import { removeMails, removeQuarantined, removeSenderRules } from "./mails.ts";
import type { ErasurePorts } from "./ports.ts";
import { maskReports } from "./reports.ts";
import { maskTexts } from "./texts.ts";

/** What may hold something of a person outside of the own complaints; the complaints, which tell what to look for, come last. */
const outside: Readonly<
  Record<
    Exclude<RemovedKind, "complaints" | "files">,
    (ports: ErasurePorts, traces: Traces) => Promise<number>
  >
> = {
  mails: removeMails,
  quarantine: removeQuarantined,
  senders: removeSenderRules,
  households: eraseOfHouseholds,
  groups: eraseOfGroups,
  texts: maskTexts,
  reports: maskReports,
};

/** An erasure that goes on step by step; nothing in it is personal. */
export interface Erasure {
  readonly complaintIds: readonly string[];
  readonly evenOpen?: true;
  readonly done: readonly string[];
  readonly receipt: ErasureReceipt;
}

export const emptyReceipt: ErasureReceipt = { removed: {}, kept: alwaysKept, waiting: [] };

/** How many steps an erasure has. */
export function stepsOf({ complaintIds }: Pick<Erasure, "complaintIds">): number {
  return Object.keys(outside).length + complaintIds.length;
}

/**
 * Carries an erasure on, step by step, each given back when it is done so that it can be recorded; a step may be done twice.
 * Put on the list first (unless it comes from there). First what lies outside of the complaints, as long as they tell what to look for, then complaint by complaint. Complaints still
 * being handled wait, unless it is for them too; while one waits, so does everything that only it tells of.
 */
export async function* erasing(
  ports: ErasurePorts,
  begun: Erasure,
  { by, isListed = false }: { readonly by?: Actor; readonly isListed?: boolean } = {},
): AsyncGenerator<Erasure> {
  let erasure = begun;
  const step = (name: string, removed: ErasureReceipt["removed"]) => {
    erasure = {
      ...erasure,
      done: [...erasure.done, name],
      receipt: withRemoved(erasure.receipt, removed),
    };
    return erasure;
  };
  const left = erasure.complaintIds.filter((id) => !erasure.done.includes(id));
  const complaints = await wholeOnes(ports, left);
  const ready = complaints.filter((one) => erasure.evenOpen === true || !isOpen(one));
  const waiting = complaints
    .filter((one) => !ready.includes(one))
    .map(({ registration }) => registration.number);
  erasure = { ...erasure, receipt: waitingFor(erasure.receipt, waiting) };
  if (ready.length > 0) {
    if (!isListed) await noteErasure(ports, ready);
    const traces = tracesOf(ready);
    // What one complaint tells of is looked for once; those that waited bring their own later.
    const round = ready.map(({ registration }) => registration.id).toSorted()[0] ?? "";
    for (const [name, remove] of Object.entries(outside)) {
      const key = `${name}:${round}`;
      if (!erasure.done.includes(key)) yield step(key, { [name]: await remove(ports, traces) });
    }
    for (const { registration } of ready) {
      yield step(registration.id, {
        complaints: 1,
        files: await eraseComplaint(ports, registration.id, { by, again: isListed }),
      });
    }
  }
  for (const id of left) {
    if (!complaints.some(({ registration }) => registration.id === id)) yield step(id, {});
  }
  yield erasure;
}

/** True once nothing of it is left to do. */
export function isErased({ complaintIds, done }: Erasure): boolean {
  return complaintIds.every((id) => done.includes(id));
}

function waitingFor(receipt: ErasureReceipt, waiting: readonly string[]): ErasureReceipt {
  const kept = receipt.kept.filter((kind) => kind !== "open");
  return { ...receipt, waiting, kept: waiting.length === 0 ? kept : [...kept, "open"] };
}

async function wholeOnes(
  { complaints }: Pick<ErasurePorts, "complaints">,
  ids: readonly string[],
): Promise<readonly Complaint[]> {
  const found: Complaint[] = [];
  for (const id of ids) {
    const complaint = await complaints.load(id);
    if (complaint !== undefined) found.push(await complaints.whole(complaint));
  }
  return found;
}
