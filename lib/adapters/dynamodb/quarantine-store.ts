import * as z from "zod";
import type { Quarantined, QuarantineStore } from "../../app/ports.ts";
import { keys } from "./keys.ts";
import { queryPage } from "./query.ts";
import { instant, type Shape, text } from "./shape.ts";
import type { Table } from "./table.ts";
import { putValue, valueOf } from "./value-item.ts";

const quarantined: z.ZodType<Quarantined> = z.strictObject({
  id: text,
  at: instant,
  reason: text,
  rawKey: text,
  from: text.exactOptional(),
  subject: text.exactOptional(),
} satisfies Shape<Quarantined>);

/** Mails kept for people to look at, newest first. */
export function quarantineStore(table: Table): QuarantineStore {
  return {
    put: (item) => putValue(table, keys.quarantine(item.at, item.id), item),
    async list(page) {
      const rows = await queryPage(
        table,
        {
          KeyConditionExpression: "pk = :quarantine",
          ExpressionAttributeValues: { ":quarantine": "QUARANTINE" },
          ScanIndexForward: false,
        },
        page,
      );
      const items = rows.items.map((item) => valueOf(item, quarantined));
      return rows.cursor === undefined ? { items } : { items, cursor: rows.cursor };
    },
  };
}
