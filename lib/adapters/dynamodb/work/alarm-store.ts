import * as z from "zod";
import type { AlarmStore, OverdueAlarm } from "../../../app/ports/alarms.ts";
import type { Page, PageRequest } from "../../../app/ports/page.ts";
import { defined } from "../../../domain/present.ts";
import { counterStep, counterValue } from "../core/counters.ts";
import { conditionally, read } from "../core/errors.ts";
import { type Item, queryItems, updateItem } from "../core/items.ts";
import { documentRefOf, heldOf, isDelivery, jobIdOf, keys, runIdOf } from "../core/keys.ts";
import { queryPage } from "../core/query.ts";
import { loadSettings } from "../core/settings.ts";
import type { Table } from "../core/table.ts";

/** The partition of the alarm index that the sweep does not read. */
export const ASIDE = "ASIDE";
/** The counter of what sweeps rescued. */
export const RESCUES = "sweep-rescues";

const row = z.object({ pk: z.string(), sk: z.string(), alarmSk: z.string() });
const countedItem = z.object({ tries: z.int().min(1) });

/**
 * The sharded alarm index over documents, notices, webhooks' deliveries, report runs, jobs and held commands. `shards`: as this process
 * knows them.
 */
export function alarmStore(table: Table, shards: number): AlarmStore {
  return {
    // Read each time: a sweep that began before the number was raised would never look into the new shards.
    async shards() {
      return Math.max(shards, (await loadSettings(table))?.alarmShards ?? 0);
    },

    async overdue(shard, before, page) {
      return overduePage(
        table,
        {
          IndexName: "alarms",
          KeyConditionExpression: "alarmShard = :shard AND alarmSk < :before",
          ExpressionAttributeValues: { ":shard": `A#${shard}`, ":before": before },
        },
        page,
      );
    },

    async countRescue(alarm, atMost) {
      const counted = await counting(table, alarm, atMost);
      if (counted === undefined) return undefined;
      await counterStep(table, RESCUES);
      return tries(counted, alarm);
    },

    async aside(page) {
      return overduePage(
        table,
        {
          IndexName: "alarms",
          KeyConditionExpression: "alarmShard = :aside",
          ExpressionAttributeValues: { ":aside": ASIDE },
        },
        page,
      );
    },

    async putAside({ ref, alarmKey }) {
      // If the alarm has changed meanwhile the item is alive again and stays in the sweep.
      await conditionally(() =>
        updateItem(table, {
          Key: ref,
          UpdateExpression: "SET alarmShard = :aside",
          ConditionExpression: "alarmSk = :alarm",
          ExpressionAttributeValues: { ":aside": ASIDE, ":alarm": alarmKey },
        }),
      );
    },

    async totals() {
      return { rescues: await counterValue(table, RESCUES), aside: await countAside(table) };
    },
  };
}

async function overduePage(
  table: Table,
  input: Parameters<typeof queryPage>[1],
  page: PageRequest,
): Promise<Page<OverdueAlarm>> {
  const rows = await queryPage(table, input, page);
  const items = rows.items.map(overdueAlarm);
  return rows.cursor === undefined ? { items } : { items, cursor: rows.cursor };
}

function overdueAlarm(item: Record<string, unknown>): OverdueAlarm {
  const { pk, sk, alarmSk } = read(row, item, { pk: String(item.pk), sk: String(item.sk) });
  const late = { ref: { pk, sk }, alarmKey: alarmSk, at: alarmSk.slice(0, alarmSk.indexOf("#")) };
  const document = documentRefOf(late.ref);
  if (document !== undefined) return { kind: "document", document, ...late };
  const runId = runIdOf(late.ref);
  if (runId !== undefined) return { kind: "run", runId, ...late };
  const jobId = jobIdOf(late.ref);
  if (jobId !== undefined) return { kind: "job", jobId, ...late };
  const held = heldOf(late.ref);
  if (held !== undefined) return { kind: "held", held, ...late };
  return { kind: isDelivery(late.ref) ? "delivery" : "notice", ...late };
}

/** One step of an item's rescue count, which says for which alarm it counts; undefined if that has had as many as it may. */
async function counting(
  table: Table,
  { ref, alarmKey }: OverdueAlarm,
  atMost: number,
): Promise<Item | undefined> {
  const step = (set: string, condition: string, values: Item) =>
    conditionally(() =>
      updateItem(table, {
        Key: keys.rescue(ref),
        UpdateExpression: `SET ${set}`,
        ConditionExpression: condition,
        ExpressionAttributeValues: { ":one": 1, ":alarm": alarmKey, ...values },
        ReturnValues: "ALL_NEW",
      }),
    );
  const again = await step("tries = tries + :one", "alarmKey = :alarm AND tries < :most", {
    ":most": atMost,
  });
  if (again.done) return again.result;
  // Another alarm than last time: counting begins anew.
  const anew = await step(
    "tries = :one, alarmKey = :alarm",
    "attribute_not_exists(pk) OR alarmKey <> :alarm",
    {},
  );
  return anew.done ? anew.result : undefined;
}

function tries(attributes: Item, { ref }: OverdueAlarm): number {
  return read(countedItem, attributes, keys.rescue(ref)).tries;
}

async function countAside(table: Table): Promise<number> {
  let count = 0;
  let start: Item | undefined;
  do {
    const answer = await queryItems(table, {
      IndexName: "alarms",
      KeyConditionExpression: "alarmShard = :aside",
      ExpressionAttributeValues: { ":aside": ASIDE },
      Select: "COUNT",
      ...defined({ ExclusiveStartKey: start }),
    });
    count += answer.count;
    start = answer.last;
  } while (start !== undefined);
  return count;
}
