import * as z from "zod";
import type { Archive } from "../../../app/ports/archive.ts";
import type { EmergencyRow, EmergencyStore } from "../../../app/ports/emergencies.ts";
import { nextAlarm } from "../../../domain/document/timer.ts";
import { type Emergency, harmOf, statusOf, versionOf } from "../../../domain/emergencies/emergency.ts";
import { openReports } from "../../../domain/emergencies/report.ts";
import { defined } from "../../../domain/present.ts";
import { monthOf } from "../../../domain/time/instant.ts";
import { read } from "../core/errors.ts";
import { refOf } from "../core/items.ts";
import { jsonText } from "../core/json-text.ts";
import { keys } from "../core/keys.ts";
import { queryPage } from "../core/query.ts";
import { alarmShard } from "../core/shard.ts";
import type { Table } from "../core/table.ts";
import { getItem } from "../core/together.ts";
import { unarchived } from "../core/unarchived.ts";
import { insertItem, replaceItem } from "../core/versioned-item.ts";
import { emergencyRow, emergencySchema } from "./emergency-schema.ts";

const stored = z.object({ doc: jsonText });
const listed = z.object({ fact: emergencyRow });

/** Emergency events in DynamoDB, one item each, in the alarm index until no report is awaited. */
export function emergencyStore(
  table: Table,
  shards: number,
  archive: Archive<Emergency> = unarchived,
): EmergencyStore {
  return {
    async load(id) {
      const item = await getItem(table, keys.emergency(id));
      return item === undefined ? undefined : emergencyOf(item);
    },

    whole: (document) => archive.whole(document),
    withTexts: (document) => archive.withTexts(document),
    without: (document, refs, parts) => archive.without(document, refs, parts),

    async insert(event) {
      const found = await insertItem(table, emergencyItem(await archive.fit(event), shards));
      return found === undefined ? {} : { exists: emergencyOf(found) };
    },

    async replace(event, expectedRevision) {
      const found = await replaceItem(
        table,
        emergencyItem(await archive.fit(event), shards),
        expectedRevision,
      );
      return found === undefined ? {} : { conflict: emergencyOf(found) };
    },

    async inMonth(projectId, month, page) {
      const rows = await queryPage(
        table,
        {
          IndexName: "facts",
          KeyConditionExpression: "factPk = :month",
          ExpressionAttributeValues: { ":month": factPartition(projectId, month) },
        },
        page,
      );
      const items = rows.items.map((item) => read(listed, item, refOf(item)).fact);
      return rows.cursor === undefined ? { items } : { items, cursor: rows.cursor };
    },
  };
}

/** The item of an emergency event, with what its indexes are built from. */
export function emergencyItem(event: Emergency, shards: number) {
  const { id, projectId, occurredAt, timeZone } = event.registration;
  const at = nextAlarm(event);
  return {
    ...keys.emergency(id),
    revision: event.revision,
    doc: JSON.stringify(event),
    factPk: factPartition(projectId, monthOf(occurredAt, timeZone)),
    factSk: `${occurredAt}#${id}`,
    fact: emergencyRowOf(event),
    ...(at === undefined ? {} : { alarmShard: alarmShard(id, shards), alarmSk: `${at}#${id}` }),
  };
}

function factPartition(projectId: string, month: string): string {
  return `E#${projectId}#${month}`;
}

/** What lists show of an event. */
export function emergencyRowOf(event: Emergency): EmergencyRow {
  const { id, category, outcome, outsourced, accident, press, departmentId } = event.registration;
  const { occurredAt, discoveredAt } = event.registration;
  const status = statusOf(event);
  const [next] = status === "open" ? openReports(event) : [];
  return {
    id,
    category,
    outcome,
    outsourced,
    accident,
    press,
    departmentId,
    occurredAt,
    discoveredAt,
    ...harmOf(event),
    status,
    version: versionOf(event),
    late: event.reports.filter(({ late }) => late).length,
    ...defined({ next }),
  };
}

/** Reads an event's item. Throws UnreadableItemError. */
export function emergencyOf(item: Record<string, unknown>): Emergency {
  const ref = refOf(item);
  return read(emergencySchema, read(stored, item, ref).doc, ref);
}
