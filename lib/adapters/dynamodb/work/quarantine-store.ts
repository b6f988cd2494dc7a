import * as z from "zod";
import type { Acceptance, Quarantined, QuarantineStore } from "../../../app/ports/mail.ts";
import type { Page, PageRequest } from "../../../app/ports/page.ts";
import type { Instant } from "../../../domain/time/instant.ts";
import { conditionally } from "../core/errors.ts";
import { deleteItem, putItem } from "../core/items.ts";
import { keys } from "../core/keys.ts";
import { queryPage } from "../core/query.ts";
import { instant, type Shape, text } from "../core/shape.ts";
import type { Table } from "../core/table.ts";
import { getValue, valueItem, valueOf } from "../core/value-item.ts";

const acceptance = z.looseObject({
  at: instant,
  by: text,
  projectId: text,
  complaintId: text.exactOptional(),
  number: text.exactOptional(),
} satisfies Shape<Acceptance>);

export const quarantinedSchema: z.ZodType<Quarantined> = z.looseObject({
  id: text,
  at: instant,
  reason: text,
  rawKey: text,
  from: text.exactOptional(),
  subject: text.exactOptional(),
  danger: z.array(text).exactOptional(),
  projectIds: z.array(text).exactOptional(),
  accepted: acceptance.exactOptional(),
  dismissed: z.looseObject({ at: instant, by: text }).exactOptional(),
} satisfies Shape<Quarantined>);

/** Mails kept for people to look at, newest first. */
export function quarantineStore(table: Table): QuarantineStore {
  const putIf = async (item: Quarantined, condition: string): Promise<boolean> => {
    const { accepted, dismissed, id } = item;
    const written = await conditionally(() =>
      putItem(table, {
        Item: {
          ...valueItem(keys.quarantine(id), item),
          ...(accepted === undefined ? {} : { accepted: true }),
          ...(dismissed === undefined ? {} : { dismissed: true }),
        },
        ConditionExpression: condition,
      }),
    );
    return written.done;
  };
  return {
    async put(item) {
      // Listed already, perhaps accepted meanwhile: it stays as it is.
      await putIf(item, "attribute_not_exists(pk)");
    },
    find: (id) => getValue(table, keys.quarantine(id), quarantinedSchema),
    accept: (item) => putIf(item, "attribute_exists(pk) AND attribute_not_exists(accepted)"),
    dismiss: (item) => putIf(item, "attribute_exists(pk) AND attribute_not_exists(accepted)"),
    async remove(id) {
      await deleteItem(table, { Key: keys.quarantine(id) });
    },
    async finish(item) {
      await putIf(item, "attribute_exists(pk)");
    },
    list: (page) => listed(table, page),
    since: (at, page) => listed(table, page, at),
  };
}

/** Ids begin with the instant's digits. */
async function listed(table: Table, page: PageRequest, since?: Instant): Promise<Page<Quarantined>> {
  const bounds = since === undefined ? {} : { ":since": since.replace(/\D/g, "") };
  const rows = await queryPage(
    table,
    {
      KeyConditionExpression: `pk = :quarantine${since === undefined ? "" : " AND sk > :since"}`,
      ExpressionAttributeValues: { ":quarantine": "QUARANTINE", ...bounds },
      ScanIndexForward: false,
    },
    page,
  );
  const items = rows.items.map((item) => valueOf(item, quarantinedSchema));
  return rows.cursor === undefined ? { items } : { items, cursor: rows.cursor };
}
