import * as z from "zod";
import type { PersonRequestStore } from "../../../app/ports/person-requests.ts";
import { type ErasureReceipt, keptNames, removedNames } from "../../../domain/person-data/receipt.ts";
import {
  type PersonDataDecision,
  type PersonDataJob,
  type PersonDataRequest,
  personDataKinds,
} from "../../../domain/person-data/request.ts";
import { defined } from "../../../domain/present.ts";
import { actor } from "../complaints/event-schema.ts";
import { conditionally } from "../core/errors.ts";
import { deleteItem, putItem } from "../core/items.ts";
import { keys, PERSON_REQUEST_SORT } from "../core/keys.ts";
import { queryAll, queryPage } from "../core/query.ts";
import { count, instant, type Shape, text } from "../core/shape.ts";
import type { Table } from "../core/table.ts";
import { getValue, valueItem, valueOf } from "../core/value-item.ts";

const decision = z.looseObject({
  at: instant,
  by: text,
  outcome: z.enum(["done", "refused"]),
  reason: text.exactOptional(),
} satisfies Shape<PersonDataDecision>);

const receipt = {
  removed: z.partialRecord(z.enum(removedNames), count),
  kept: z.array(z.enum(keptNames)),
  waiting: z.array(text),
} satisfies Shape<ErasureReceipt>;

const job = {
  startedAt: instant,
  startedBy: text,
  complaintIds: z.array(text),
  evenOpen: z.literal(true).exactOptional(),
  done: z.array(text),
  steps: count,
  receipt: z.looseObject(receipt),
  finishedAt: instant.exactOptional(),
  copy: z.looseObject({ key: text, until: instant }).exactOptional(),
} satisfies Shape<PersonDataJob>;

export const personRequestSchema: z.ZodType<PersonDataRequest> = z.looseObject({
  id: text,
  kind: z.enum(personDataKinds),
  complaintId: text,
  number: text,
  projectId: text,
  by: actor,
  askedAt: instant,
  dueAt: instant,
  decided: decision.exactOptional(),
  job: z.looseObject(job).exactOptional(),
  version: count.exactOptional(),
} satisfies Shape<PersonDataRequest>);

/** Requests of people about the own data, newest first. */
export function personRequestStore(table: Table): PersonRequestStore {
  const putIf = async (
    item: PersonDataRequest,
    condition: string,
    values?: Readonly<Record<string, unknown>>,
  ): Promise<boolean> => {
    const written = await conditionally(() =>
      putItem(table, {
        Item: {
          ...valueItem(keys.personRequest(item.id), item),
          ...(item.decided === undefined ? {} : { decided: true }),
          ...defined({ version: item.version }),
        },
        ConditionExpression: condition,
        ...defined({ ExpressionAttributeValues: values }),
      }),
    );
    return written.done;
  };
  return {
    async put(item) {
      // First: a crash between the two leaves a pointer to nothing, and the request is made again.
      await putItem(table, { Item: { ...keys.requestOfComplaint(item.complaintId, item.id) } });
      await putIf(item, "attribute_not_exists(pk)");
    },
    find: (id) => getValue(table, keys.personRequest(id), personRequestSchema),
    decide: (item) =>
      putIf(item, "attribute_exists(pk) AND attribute_not_exists(decided) AND attribute_not_exists(version)"),
    replace: ({ version }, after) =>
      version === undefined
        ? putIf(after, "attribute_exists(pk) AND attribute_not_exists(version)")
        : putIf(after, "version = :before", { ":before": version }),
    async remove(id) {
      const gone = await getValue(table, keys.personRequest(id), personRequestSchema);
      if (gone !== undefined) await deleteItem(table, { Key: keys.requestOfComplaint(gone.complaintId, id) });
      await deleteItem(table, { Key: keys.personRequest(id) });
    },
    async ofComplaint(complaintId) {
      const { pk } = keys.requestOfComplaint(complaintId, "");
      const pointers = await queryAll(table, {
        KeyConditionExpression: "pk = :complaint AND begins_with(sk, :requests)",
        ExpressionAttributeValues: { ":complaint": pk, ":requests": PERSON_REQUEST_SORT },
      });
      const ids = pointers.map(({ sk }) => String(sk).slice(PERSON_REQUEST_SORT.length));
      const found = await Promise.all(
        ids.map((id) => getValue(table, keys.personRequest(id), personRequestSchema)),
      );
      return found.filter((one) => one !== undefined);
    },
    async list(page) {
      const rows = await queryPage(
        table,
        {
          KeyConditionExpression: "pk = :requests",
          ExpressionAttributeValues: { ":requests": "PERSON-DATA" },
          ScanIndexForward: false,
        },
        page,
      );
      const items = rows.items.map((item) => valueOf(item, personRequestSchema));
      return rows.cursor === undefined ? { items } : { items, cursor: rows.cursor };
    },
  };
}
