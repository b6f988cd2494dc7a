import { erase } from "../complaints/erase.ts";
import { isProblem } from "../problems/problem.ts";
import { listedErasures } from "./list.ts";
import type { ErasurePorts } from "./ports.ts";
import { emptyReceipt, erasing } from "./run.ts";

/** How far a replay is: entries of the list, and complaints that had come back. */
export interface Replayed {
  readonly entries: number;
  readonly erasedAgain: number;
}

/**
 * Carries the listed erasures out again on a table that a backup has brought back: what the backup did not know of is erased once
 * more, everywhere. Done again, it finds nothing. One after the other, so that it can be broken off.
 */
export async function* replayErasures(ports: ErasurePorts): AsyncGenerator<Replayed> {
  let entries = 0;
  for (const { complaintIds, fields = [] } of await listedErasures(ports)) {
    entries += 1;
    const back = await haveComeBack(ports, complaintIds, fields);
    if (back.length > 0 && fields.length === 0) {
      const begun = { complaintIds: back, evenOpen: true, done: [], receipt: emptyReceipt } as const;
      for await (const step of erasing(ports, begun, { isListed: true })) void step;
    } else if (back.length > 0) {
      for (const id of back) await eraseFields(ports, id, fields);
    }
    yield { entries, erasedAgain: back.length };
  }
}

/** The complaints of an entry that hold personal values (again). */
async function haveComeBack(
  { complaints }: ErasurePorts,
  ids: readonly string[],
  fields: readonly string[],
): Promise<string[]> {
  const found = await complaints.loadMany(ids);
  return found
    .filter(({ personal, registration }) => {
      const refs = Object.keys(personal);
      const left =
        fields.length === 0 ? refs : refs.filter((ref) => fields.some((field) => ref.endsWith(field)));
      return (
        left.length > 0 ||
        registration.contactKey !== undefined ||
        Object.keys(registration.location).length > 0
      );
    })
    .map(({ registration }) => registration.id);
}

async function eraseFields(ports: ErasurePorts, id: string, fields: readonly string[]): Promise<void> {
  const complaint = await ports.complaints.load(id);
  if (complaint === undefined) return;
  const erased = await erase(ports, { number: complaint.registration.number, fields });
  if (isProblem(erased)) throw new Error(`complaint ${complaint.registration.number}: ${erased.problem}`);
}
