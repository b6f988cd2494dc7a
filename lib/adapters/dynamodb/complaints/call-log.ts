import * as z from "zod";
import type { CallLog, NumberSeen } from "../../../app/ports/call-log.ts";
import { keys, NUMBER_SEEN_SORT } from "../core/keys.ts";
import { queryAll } from "../core/query.ts";
import type { Table } from "../core/table.ts";
import { putValue, valueOf } from "../core/value-item.ts";

export const numberSeenSchema: z.ZodType<NumberSeen> = z.object({
  id: z.string(),
  complaintId: z.string(),
  by: z.string(),
  at: z.string(),
});

/** Who was shown a number, one item each beside the complaint. */
export function callLog(table: Table): CallLog {
  return {
    record: (seen) => putValue(table, keys.numberSeen(seen), seen),

    async ofComplaint(complaintId) {
      const items = await queryAll(table, {
        KeyConditionExpression: "pk = :pk AND begins_with(sk, :seen)",
        ExpressionAttributeValues: { ":pk": keys.complaint(complaintId).pk, ":seen": NUMBER_SEEN_SORT },
      });
      return items.map((item) => valueOf(item, numberSeenSchema));
    },
  };
}
