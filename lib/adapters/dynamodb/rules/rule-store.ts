import type { ItemRef } from "../../../app/ports/alarms.ts";
import type { RuleStore } from "../../../app/ports/rules.ts";
import { conditionally } from "../core/errors.ts";
import { putItem } from "../core/items.ts";
import { keys } from "../core/keys.ts";
import { queryAll } from "../core/query.ts";
import type { Table } from "../core/table.ts";
import { getValue, valueItem, valueOf } from "../core/value-item.ts";
import { calendarEditionSchema, policyEditionSchema } from "./rule-schema.ts";

/**
 * Published rules: one partition of editions, which every function reads at most once a minute, and each policy's text
 * as an item of its own. Nothing is ever changed or deleted.
 */
export function ruleStore(table: Table): RuleStore {
  return {
    async published(freshness = "now") {
      const items = await queryAll(table, {
        KeyConditionExpression: "pk = :rules",
        ExpressionAttributeValues: { ":rules": keys.policyEdition("").pk },
        ConsistentRead: freshness === "now",
      });
      const isPolicy = (item: Record<string, unknown>) => String(item.sk).startsWith("POLICY#");
      return {
        policies: items.filter(isPolicy).map((item) => valueOf(item, policyEditionSchema)),
        calendars: items
          .filter((item) => !isPolicy(item))
          .map((item) => valueOf(item, calendarEditionSchema)),
      };
    },

    async policy(version) {
      // Loaded with the first policy that somebody published: the built-in ones are never read.
      const { storedPolicySchema } = await import("../../../contracts/rules/policy-schema.ts");
      return getValue(table, keys.policy(version), storedPolicySchema);
    },

    async publishPolicy(edition, policy) {
      // The text first: an edition that can be seen can be read. A text without edition only uses up its number.
      const isFree = await claimed(table, keys.policy(edition.version), policy);
      return isFree && (await claimed(table, keys.policyEdition(edition.version), edition));
    },

    publishCalendar: (edition) => claimed(table, keys.calendarEdition(edition.version), edition),
  };
}

async function claimed(table: Table, ref: ItemRef, value: object): Promise<boolean> {
  const written = await conditionally(() =>
    putItem(table, {
      Item: valueItem(ref, value),
      ConditionExpression: "attribute_not_exists(pk)",
    }),
  );
  return written.done;
}
