import * as z from "zod";
import type { ContractorRecord, OrganisationStore } from "../../../app/ports/organisation.ts";
import type { Contractor } from "../../../domain/organisation/contractor.ts";
import { conditionally } from "../core/errors.ts";
import { putItem } from "../core/items.ts";
import { CONTRACTOR_SORT, keys } from "../core/keys.ts";
import { queryAll } from "../core/query.ts";
import { type Shape, text } from "../core/shape.ts";
import type { Table } from "../core/table.ts";
import { getValue, valueItem, valueOf } from "../core/value-item.ts";

const contractor = {
  id: text,
  name: text,
  trades: z.array(text),
  contact: z.looseObject({ name: text, phone: text.exactOptional(), email: text.exactOptional() }),
  contractUntil: text,
} satisfies Shape<Contractor>;

const record: z.ZodType<ContractorRecord> = z.looseObject({
  contractor: z.looseObject(contractor),
  version: z.int().min(1),
} satisfies Shape<ContractorRecord>);

/** Companies outside that do the work of departments. */
export function contractorStore(
  table: Table,
): Pick<OrganisationStore, "contractor" | "contractors" | "changeContractor"> {
  return {
    contractor: (id) => getValue(table, keys.contractor(id), record),
    async contractors() {
      const items = await queryAll(table, {
        KeyConditionExpression: "pk = :org AND begins_with(sk, :contractor)",
        ExpressionAttributeValues: { ":org": keys.contractor("").pk, ":contractor": CONTRACTOR_SORT },
        ConsistentRead: true,
      });
      return items.map((item) => valueOf(item, record));
    },
    async changeContractor(changed) {
      const { version } = changed;
      const written = await conditionally(() =>
        putItem(table, {
          Item: { ...valueItem(keys.contractor(changed.contractor.id), changed), version },
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
  };
}
