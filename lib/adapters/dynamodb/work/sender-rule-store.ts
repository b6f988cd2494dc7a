import * as z from "zod";
import type { SenderRuleStore } from "../../../app/ports/mail.ts";
import { type SenderRule, senderRuleId, senderTreatments } from "../../../domain/senders/rule.ts";
import { conditionally } from "../core/errors.ts";
import { deleteItem, putItem, refOf } from "../core/items.ts";
import { keys } from "../core/keys.ts";
import { queryAll, queryCount } from "../core/query.ts";
import { count, instant, type Shape, text } from "../core/shape.ts";
import type { Table } from "../core/table.ts";
import { getValue, valueItem, valueOf } from "../core/value-item.ts";

export const senderRuleSchema: z.ZodType<SenderRule> = z.looseObject({
  sender: text,
  projectId: text.exactOptional(),
  treatment: z.enum(senderTreatments),
  reason: text,
  source: text,
  changed: z.looseObject({ at: instant, by: text }).exactOptional(),
  version: count,
  ended: z.literal(true).exactOptional(),
} satisfies Shape<SenderRule>);

/** Sender rules stand together, because every mail asks for all of them; dropped mails stand by their rule and expire. */
export function senderRuleStore(table: Table): SenderRuleStore {
  return {
    async list() {
      const items = await queryAll(table, {
        KeyConditionExpression: "pk = :senders",
        ExpressionAttributeValues: { ":senders": "SENDERS" },
        ConsistentRead: true,
      });
      return items.map((item) => valueOf(item, senderRuleSchema));
    },
    find: (id) => getValue(table, keys.senderRule(id), senderRuleSchema),
    async put(rule) {
      const written = await conditionally(() =>
        putItem(table, {
          Item: { ...valueItem(keys.senderRule(senderRuleId(rule)), rule), version: rule.version },
          ...(rule.version === 1
            ? { ConditionExpression: "attribute_not_exists(pk)" }
            : {
                ConditionExpression: "version = :before",
                ExpressionAttributeValues: { ":before": rule.version - 1 },
              }),
        }),
      );
      return written.done;
    },
    async remove(id) {
      const drops = await queryAll(table, {
        KeyConditionExpression: "pk = :rule",
        ExpressionAttributeValues: { ":rule": keys.droppedMail(id, "", "").pk },
      });
      for (const item of drops) await deleteItem(table, { Key: refOf(item) });
      await deleteItem(table, { Key: keys.senderRule(id) });
    },
    async dropped({ ruleId, at, rawKey }, until) {
      await putItem(table, {
        Item: { ...keys.droppedMail(ruleId, at, rawKey), expiresAt: Math.ceil(Date.parse(until) / 1000) },
      });
    },
    async countDropped(ruleId, since) {
      return queryCount(table, {
        KeyConditionExpression: "pk = :rule AND sk > :since",
        ExpressionAttributeValues: { ":rule": keys.droppedMail(ruleId, "", "").pk, ":since": since },
      });
    },
  };
}
