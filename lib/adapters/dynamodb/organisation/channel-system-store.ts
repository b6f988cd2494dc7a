import type { ChannelSystemStore } from "../../../app/ports/organisation.ts";
import { conditionally } from "../core/errors.ts";
import { putItem } from "../core/items.ts";
import { keys, SYSTEM_SORT } from "../core/keys.ts";
import { queryAll } from "../core/query.ts";
import type { Table } from "../core/table.ts";
import { getValue, putValue, valueItem, valueOf } from "../core/value-item.ts";
import { channelSystemSchema, keyHolderSchema, keyUseSchema } from "./organisation-schema.ts";

/** Channel systems with their keys' digests: the system's item alone decides which keys are in force. */
export function channelSystemStore(table: Table): ChannelSystemStore {
  return {
    find: (system) => getValue(table, keys.channelSystem(system), channelSystemSchema),
    async list() {
      const items = await queryAll(table, {
        KeyConditionExpression: "pk = :org AND begins_with(sk, :system)",
        ExpressionAttributeValues: { ":org": keys.channelSystem("").pk, ":system": SYSTEM_SORT },
        ConsistentRead: true,
      });
      return items.map((item) => valueOf(item, channelSystemSchema));
    },
    async put(system) {
      const { version } = system;
      const written = await conditionally(() =>
        putItem(table, {
          Item: { ...valueItem(keys.channelSystem(system.system), system), version },
          ...(version === 1
            ? { ConditionExpression: "attribute_not_exists(pk)" }
            : {
                ConditionExpression: "version = :before",
                ExpressionAttributeValues: { ":before": version - 1 },
              }),
        }),
      );
      return written.done;
    },
    holder: async (keyHash) => (await getValue(table, keys.channelKey(keyHash), keyHolderSchema))?.system,
    noteUse: (keyHash, at) => putValue(table, keys.channelKeyUse(keyHash), { at }),
    lastUse: async (keyHash) => (await getValue(table, keys.channelKeyUse(keyHash), keyUseSchema))?.at,
    point: (keyHash, system) => putValue(table, keys.channelKey(keyHash), { system }),
  };
}
