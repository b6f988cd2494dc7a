import * as z from "zod";
import type { CompanyTextsStore } from "../../../app/ports/submissions.ts";
import type { BulletinHead, CompanyTexts } from "../../../domain/submissions/company-texts.ts";
import { personalShape } from "../complaints/complaint-schema.ts";
import { conditionally, read } from "../core/errors.ts";
import { updateItem } from "../core/items.ts";
import { jsonText } from "../core/json-text.ts";
import { keys } from "../core/keys.ts";
import { count, instant, type Shape, text } from "../core/shape.ts";
import type { Table } from "../core/table.ts";
import { getItem } from "../core/together.ts";
import { insertItem, replaceItem } from "../core/versioned-item.ts";

const shape = {
  schema: z.literal(1),
  month: text,
  issue: count.exactOptional(),
  bulletin: z
    .looseObject({
      year: count.exactOptional(),
      number: count.exactOptional(),
      title: text.exactOptional(),
    } satisfies Shape<BulletinHead>)
    .exactOptional(),
  personal: z.record(text, z.looseObject(personalShape)),
  by: text,
  writtenAt: instant,
  revision: count,
} satisfies Shape<CompanyTexts>;

/** Fields of a later release are kept (ADR 0020). */
export const companyTextsSchema: z.ZodType<CompanyTexts> = z.looseObject(shape);
const stored = z.object({ doc: jsonText });

/** What headquarters write of a month, beside the projects' submissions. */
export function companyTextsStore(table: Table): CompanyTextsStore {
  return {
    async load(month) {
      const item = await getItem(table, keys.companyTexts(month));
      return item === undefined ? undefined : textsOf(item);
    },

    async reserveBulletin(year, number, { month, scope }) {
      const taken = await conditionally(() =>
        updateItem(table, {
          Key: keys.bulletinNumber(year, number),
          UpdateExpression: "SET #scope = :scope",
          // Set by headquarters for the month, then taken by the edition it was meant for; ever after that one's.
          ConditionExpression: "attribute_not_exists(#scope) OR #scope = :scope OR #scope = :month",
          ExpressionAttributeNames: { "#scope": "scope" },
          ExpressionAttributeValues: { ":scope": scope, ":month": month },
        }),
      );
      return taken.done;
    },

    async write(texts) {
      const item = itemOf(texts);
      const found =
        texts.revision === 1
          ? await insertItem(table, item)
          : await replaceItem(table, item, texts.revision - 1);
      return found === undefined ? {} : { conflict: textsOf(found) };
    },
  };
}

function itemOf(texts: CompanyTexts) {
  return { ...keys.companyTexts(texts.month), revision: texts.revision, doc: JSON.stringify(texts) };
}

function textsOf(item: Record<string, unknown>): CompanyTexts {
  const ref = { pk: String(item["pk"]), sk: String(item["sk"]) };
  return read(companyTextsSchema, read(stored, item, ref).doc, ref);
}
