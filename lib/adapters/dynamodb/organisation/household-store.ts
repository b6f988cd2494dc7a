import * as z from "zod";
import type { HouseholdStore } from "../../../app/ports/organisation.ts";
import { HOUSEHOLDS_PER_PART, type HouseholdList } from "../../../domain/organisation/households.ts";
import { type Household, householdKinds } from "../../../domain/organisation/organisation.ts";
import type { Instant } from "../../../domain/time/instant.ts";
import { conditionally, read } from "../core/errors.ts";
import { putItem, updateItem } from "../core/items.ts";
import { keys } from "../core/keys.ts";
import { packedJson, packJson } from "../core/packed-json.ts";
import { queryAll } from "../core/query.ts";
import { count, instant, type Shape, text } from "../core/shape.ts";
import type { Table } from "../core/table.ts";
import { getItem } from "../core/together.ts";
import { getValue, valueItem } from "../core/value-item.ts";

const household = {
  projectId: text,
  area: text,
  building: text,
  unit: text,
  room: text,
  occupied: z.boolean(),
  kind: z.enum(householdKinds).exactOptional(),
  name: text.exactOptional(),
  phone: text.exactOptional(),
  floorArea: z.number().exactOptional(),
  occupiedSince: text.exactOptional(),
} satisfies Shape<Household>;

export const householdSchema = z.looseObject(household);

const list: z.ZodType<HouseholdList> = z.looseObject({
  projectId: text,
  version: z.int().min(1),
  importId: text,
  previousImportId: text.exactOptional(),
  contentHash: text,
  month: text,
  at: instant,
  by: text,
  households: count,
} satisfies Shape<HouseholdList>);

/** A part as its item holds it, packed: hundreds of like rows. */
const part = z.object({ pk: text, sk: text, rows: packedJson.pipe(z.array(householdSchema)) });

/**
 * Households by import: the parts of an import are written first and forgotten by themselves; one conditional write of
 * the project's list then says which import counts, so that nobody ever sees half of one.
 */
export function householdStore(table: Table): HouseholdStore {
  return {
    list: (projectId) => getValue(table, keys.householdList(projectId), list),
    async stage(projectId, importId, households, until) {
      for (let from = 0; from < households.length; from += HOUSEHOLDS_PER_PART) {
        const item = {
          ...keys.householdPart(projectId, importId, from / HOUSEHOLDS_PER_PART),
          rows: packJson(households.slice(from, from + HOUSEHOLDS_PER_PART)),
          expiresAt: seconds(until),
        };
        // A part that is there is the same one, and may be in use already.
        await conditionally(() =>
          putItem(table, {
            Item: item,
            ConditionExpression: "attribute_not_exists(pk)",
          }),
        );
      }
    },
    async households(projectId, importId) {
      return (await parts(table, projectId, importId)).flatMap(({ rows }) => rows);
    },
    async part(projectId, importId, index) {
      const ref = keys.householdPart(projectId, importId, index);
      const item = await getItem(table, ref);
      return item === undefined ? [] : read(part, item, ref).rows;
    },
    async rewrite(projectId, importId, index, households) {
      // Only the rows change: when the part is forgotten stays as it is.
      await updateItem(table, {
        Key: keys.householdPart(projectId, importId, index),
        UpdateExpression: "SET #rows = :rows",
        ExpressionAttributeNames: { "#rows": "rows" },
        ExpressionAttributeValues: { ":rows": packJson(households) },
        ConditionExpression: "attribute_exists(pk)",
      });
    },
    async keep(projectId, importId, until) {
      for (const { pk, sk } of await parts(table, projectId, importId)) {
        const kept = await conditionally(() =>
          updateItem(table, {
            Key: { pk, sk },
            ...(until === undefined
              ? { UpdateExpression: "REMOVE expiresAt" }
              : {
                  UpdateExpression: "SET expiresAt = :until",
                  ExpressionAttributeValues: { ":until": seconds(until) },
                }),
            ConditionExpression: "attribute_exists(pk)",
          }),
        );
        if (!kept.done && until === undefined)
          throw new Error(`rows of household import ${importId} are forgotten already`);
      }
    },
    async activate(next) {
      const item = { ...valueItem(keys.householdList(next.projectId), next), version: next.version };
      const written = await conditionally(() =>
        putItem(table, {
          Item: item,
          ...(next.version === 1
            ? { ConditionExpression: "attribute_not_exists(pk)" }
            : {
                ConditionExpression: "version = :before",
                ExpressionAttributeValues: { ":before": next.version - 1 },
              }),
        }),
      );
      return written.done;
    },
  };
}

function seconds(at: Instant): number {
  return Math.ceil(Date.parse(at) / 1000);
}

async function parts(table: Table, projectId: string, importId: string) {
  const { pk } = keys.householdPart(projectId, importId, 0);
  const items = await queryAll(table, {
    KeyConditionExpression: "pk = :import",
    ExpressionAttributeValues: { ":import": pk },
    ConsistentRead: true,
  });
  return items.map((item) => read(part, item, { pk, sk: String(item["sk"]) }));
}
