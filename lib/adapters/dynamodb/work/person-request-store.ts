import * as z from "zod";
import type { PersonRequestStore } from "../../../app/ports/person-requests.ts";
import {
  type PersonDataDecision,
  type PersonDataRequest,
  personDataKinds,
} from "../../../domain/person-data/request.ts";
import { actor } from "../complaints/event-schema.ts";
import { conditionally } from "../core/errors.ts";
import { putItem } from "../core/items.ts";
import { keys } from "../core/keys.ts";
import { queryPage } from "../core/query.ts";
import { instant, type Shape, text } from "../core/shape.ts";
import type { Table } from "../core/table.ts";
import { getValue, valueItem, valueOf } from "../core/value-item.ts";

const decision = z.looseObject({
  at: instant,
  by: text,
  outcome: z.enum(["done", "refused"]),
  reason: text.exactOptional(),
} satisfies Shape<PersonDataDecision>);

const request: z.ZodType<PersonDataRequest> = z.looseObject({
  id: text,
  kind: z.enum(personDataKinds),
  complaintId: text,
  number: text,
  projectId: text,
  by: actor,
  askedAt: instant,
  dueAt: instant,
  decided: decision.exactOptional(),
} satisfies Shape<PersonDataRequest>);

/** Requests of people about the own data, newest first. */
export function personRequestStore(table: Table): PersonRequestStore {
  const putIf = async (item: PersonDataRequest, condition: string): Promise<boolean> => {
    const written = await conditionally(() =>
      putItem(table, {
        Item: {
          ...valueItem(keys.personRequest(item.id), item),
          ...(item.decided === undefined ? {} : { decided: true }),
        },
        ConditionExpression: condition,
      }),
    );
    return written.done;
  };
  return {
    async put(item) {
      await putIf(item, "attribute_not_exists(pk)");
    },
    find: (id) => getValue(table, keys.personRequest(id), request),
    decide: (item) => putIf(item, "attribute_exists(pk) AND attribute_not_exists(decided)"),
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
      const items = rows.items.map((item) => valueOf(item, request));
      return rows.cursor === undefined ? { items } : { items, cursor: rows.cursor };
    },
  };
}
