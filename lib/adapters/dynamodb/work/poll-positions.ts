import * as z from "zod";
import type { PollPositions } from "../../../app/ports/polled-mailbox.ts";
import { keys } from "../core/keys.ts";
import type { Table } from "../core/table.ts";
import { getValue, putValue } from "../core/value-item.ts";

const position = z.looseObject({ uidValidity: z.string(), lastUid: z.int() });

/** How far the polled mailbox has been taken: one item. */
export function pollPositions(table: Table): PollPositions {
  return {
    load: () => getValue(table, keys.pollPosition(), position),
    save: (at) => putValue(table, keys.pollPosition(), at),
  };
}
