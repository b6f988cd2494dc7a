import * as z from "zod";
import type { RetentionStore } from "../../../app/ports/retention.ts";
import type { RetentionReport } from "../../../domain/person-data/retention.ts";
import { nightlyKinds } from "../../../domain/policy/privacy-policy.ts";
import { putItem } from "../core/items.ts";
import { keys } from "../core/keys.ts";
import { queryPage } from "../core/query.ts";
import { count, instant, type Shape, text } from "../core/shape.ts";
import type { Table } from "../core/table.ts";
import { valueItem, valueOf } from "../core/value-item.ts";

export const retentionSchema: z.ZodType<RetentionReport> = z.looseObject({
  date: text,
  startedAt: instant,
  finishedAt: instant.exactOptional(),
  removed: z.partialRecord(z.enum(nightlyKinds), count),
  complaintsUntil: instant.exactOptional(),
} satisfies Shape<RetentionReport>);

/** So long it is known what a night removed, in seconds: as long as the requests (`default`). */
const KEPT_SECONDS = 1095 * 86_400;

/** What the nightly runs removed, one item a night, forgotten by TTL. */
export function retentionStore(table: Table): RetentionStore {
  return {
    async put(night) {
      const expiresAt = Math.ceil(Date.parse(night.startedAt) / 1000) + KEPT_SECONDS;
      await putItem(table, { Item: { ...valueItem(keys.retentionReport(night.date), night), expiresAt } });
    },
    async latest(limit) {
      const { items } = await queryPage(
        table,
        {
          KeyConditionExpression: "pk = :retention",
          ExpressionAttributeValues: { ":retention": keys.retentionReport("").pk },
          ScanIndexForward: false,
        },
        { limit },
      );
      return items.map((item) => valueOf(item, retentionSchema));
    },
  };
}
