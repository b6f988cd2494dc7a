import type { BoxStore } from "../../../app/ports/intake.ts";
import { keys } from "../core/keys.ts";
import type { Table } from "../core/table.ts";
import { putValue } from "../core/value-item.ts";

/** Openings of complaint boxes (投诉箱), one item each; the same opening told again is the same item. */
export function boxStore(table: Table): BoxStore {
  return { putRound: (round) => putValue(table, keys.boxRound(round.boxId, round.roundId), round) };
}
