import * as z from "zod";
import type { Upload } from "../../../app/ports/upload.ts";
import type { UploadStore } from "../../../app/ports/uploads.ts";
import { conditionally } from "../core/errors.ts";
import { putItem, updateItem } from "../core/items.ts";
import { keys } from "../core/keys.ts";
import { count, instant, type Shape, text } from "../core/shape.ts";
import type { Table } from "../core/table.ts";
import { getValue, valueItem } from "../core/value-item.ts";

export const uploadSchema: z.ZodType<Upload> = z.looseObject({
  id: text,
  owner: text,
  fileName: text,
  contentType: text,
  size: count,
  createdAt: instant,
  expiresAt: instant,
  complaintId: text.exactOptional(),
} satisfies Shape<Upload>);

/** Announced files; DynamoDB forgets them by itself some time after they may no longer be used. */
export function uploadStore(table: Table): UploadStore {
  return {
    async insert(announced) {
      await putItem(table, {
        Item: {
          ...valueItem(keys.upload(announced.id), announced),
          expiresAt: Math.ceil(Date.parse(announced.expiresAt) / 1000),
        },
        ConditionExpression: "attribute_not_exists(pk)",
      });
    },
    find: (id) => getValue(table, keys.upload(id), uploadSchema),
    async bind(announced, complaintId) {
      const written = await conditionally(() =>
        updateItem(table, {
          Key: keys.upload(announced.id),
          UpdateExpression: "SET complaintId = :complaint, #value = :value",
          ConditionExpression:
            "attribute_exists(pk) AND (attribute_not_exists(complaintId) OR complaintId = :complaint)",
          ExpressionAttributeNames: { "#value": "value" },
          ExpressionAttributeValues: {
            ":complaint": complaintId,
            ":value": JSON.stringify({ ...announced, complaintId }),
          },
        }),
      );
      return written.done;
    },
  };
}
