import * as z from "zod";
import type { PaperLog, PaperTaken } from "../../../app/ports/paper-log.ts";
import { isPaperForm } from "../../../domain/papers/forms.ts";
import { keys, PAPER_SORT } from "../core/keys.ts";
import { queryAll } from "../core/query.ts";
import type { Table } from "../core/table.ts";
import { putValue, valueOf } from "../core/value-item.ts";

export const paperTakenSchema: z.ZodType<PaperTaken> = z.object({
  id: z.string(),
  complaintId: z.string(),
  form: z.string().refine(isPaperForm),
  by: z.string(),
  at: z.string(),
});

/** Forms taken, one item each beside their complaint. */
export function paperLog(table: Table): PaperLog {
  return {
    record: (taken) => putValue(table, keys.paperTaken(taken), taken),

    async ofComplaint(complaintId) {
      const items = await queryAll(table, {
        KeyConditionExpression: "pk = :pk AND begins_with(sk, :paper)",
        ExpressionAttributeValues: { ":pk": keys.complaint(complaintId).pk, ":paper": PAPER_SORT },
      });
      return items.map((item) => valueOf(item, paperTakenSchema));
    },
  };
}
