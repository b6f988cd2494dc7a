import * as z from "zod";
import type { Archive } from "../../../app/ports/archive.ts";
import type { GroupRow, GroupStore } from "../../../app/ports/groups.ts";
import { nextAlarm } from "../../../domain/document/timer.ts";
import type { Group } from "../../../domain/groups/group.ts";
import { defined } from "../../../domain/present.ts";
import { read } from "../core/errors.ts";
import { refOf } from "../core/items.ts";
import { GROUP_SORT, keys } from "../core/keys.ts";
import { packedJson, packJson } from "../core/packed-json.ts";
import { queryPage } from "../core/query.ts";
import { alarmShard } from "../core/shard.ts";
import type { Table } from "../core/table.ts";
import { getItem } from "../core/together.ts";
import { unarchived } from "../core/unarchived.ts";
import { insertItem, replaceItem } from "../core/versioned-item.ts";
import { groupRow, groupSchema } from "./group-schema.ts";

const stored = z.object({ doc: packedJson });
const listed = z.object({ fact: groupRow });

/** Groups in DynamoDB, one item each, in the alarm index beside the complaints. */
export function groupStore(table: Table, shards: number, archive: Archive<Group> = unarchived): GroupStore {
  return {
    async load(id) {
      const item = await getItem(table, keys.group(id));
      return item === undefined ? undefined : groupOf(item);
    },

    async latest(series) {
      const { items } = await queryPage(
        table,
        {
          KeyConditionExpression: "pk = :series AND begins_with(sk, :group)",
          ExpressionAttributeValues: { ":series": `G#${series}`, ":group": GROUP_SORT },
          ScanIndexForward: false,
          ConsistentRead: true,
        },
        { limit: 1 },
      );
      return items.map(groupOf)[0];
    },

    whole: (document) => archive.whole(document),
    withTexts: (document) => archive.withTexts(document),
    without: (document, refs, parts) => archive.without(document, refs, parts),

    async insert(group) {
      const found = await insertItem(table, groupItem(await archive.fit(group), shards));
      return found === undefined ? {} : { exists: groupOf(found) };
    },

    async replace(group, expectedRevision) {
      const found = await replaceItem(table, groupItem(await archive.fit(group), shards), expectedRevision);
      return found === undefined ? {} : { conflict: groupOf(found) };
    },

    async ofProject(projectId, page) {
      const rows = await queryPage(
        table,
        {
          IndexName: "facts",
          KeyConditionExpression: "factPk = :project",
          ExpressionAttributeValues: { ":project": factPartition(projectId) },
          ScanIndexForward: false,
        },
        page,
      );
      const items = rows.items.map((item) => read(listed, item, refOf(item)).fact);
      return rows.cursor === undefined ? { items } : { items, cursor: rows.cursor };
    },
  };
}

/** The item of a group, with what its indexes are built from. */
export function groupItem(group: Group, shards: number) {
  const { id, projectId } = group.identity;
  const at = nextAlarm(group);
  return {
    ...keys.group(id),
    revision: group.revision,
    doc: packJson(group),
    factPk: factPartition(projectId),
    factSk: `${group.proposedAt}#${id}`,
    fact: rowOf(group),
    ...(at === undefined ? {} : { alarmShard: alarmShard(id, shards), alarmSk: `${at}#${id}` }),
  };
}

function factPartition(projectId: string): string {
  return `G#${projectId}`;
}

/** What lists show of a group. */
export function rowOf(group: Group): GroupRow {
  const { identity, status, level, members, evidence, proposedAt, endedAt } = group;
  return {
    id: identity.id,
    code: identity.code,
    status,
    level,
    members: members.length,
    evidence,
    proposedAt,
    ...defined({ endedAt }),
  };
}

/** Reads a group's item. Throws UnreadableItemError. */
export function groupOf(item: Record<string, unknown>): Group {
  const ref = refOf(item);
  return read(groupSchema(), read(stored, item, ref).doc, ref);
}
