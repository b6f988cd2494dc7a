import * as z from "zod";
import type { SearchEntry, SearchIndex } from "../../../app/ports/search-index.ts";
import { defined } from "../../../domain/present.ts";
import { fromInstant } from "../../../domain/time/instant.ts";
import { read } from "../core/errors.ts";
import { putItem } from "../core/items.ts";
import { keys } from "../core/keys.ts";
import { queryPage } from "../core/query.ts";
import type { Table } from "../core/table.ts";

const stored = z.object({
  pk: z.string(),
  sk: z.string(),
  bits: z.instanceof(Uint8Array),
});

/**
 * Fingerprints of complaints, one small item each, a month of the company in one partition: a project is a range of it,
 * and headquarters read it as a whole.
 */
export function searchIndexStore(table: Table): SearchIndex {
  return {
    async put(month, { id, projectId, receivedAt, bits }, until) {
      const Item = {
        ...keys.searchEntry(month, { projectId, receivedAt, id }),
        bits,
        expiresAt: Math.floor(fromInstant(until).epochMilliseconds / 1000),
      };
      await putItem(table, { Item });
    },

    async inMonth(month, projectId, page) {
      const range = projectId === undefined ? "" : " AND begins_with(sk, :project)";
      const { items, cursor } = await queryPage(
        table,
        {
          KeyConditionExpression: `pk = :month${range}`,
          ExpressionAttributeValues: {
            ":month": keys.searchEntry(month, { projectId: "", receivedAt: "", id: "" }).pk,
            ...(projectId === undefined ? {} : { ":project": `${projectId}#` }),
          },
          ScanIndexForward: false,
        },
        page,
      );
      return { items: items.map(entryOf), ...defined({ cursor }) };
    },
  };
}

function entryOf(item: Record<string, unknown>): SearchEntry {
  const { sk, bits } = read(stored, item, { pk: String(item.pk), sk: String(item.sk) });
  const [projectId = "", receivedAt = "", id = ""] = sk.split("#");
  return { id, projectId, receivedAt, bits };
}
