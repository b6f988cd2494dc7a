import { createHash } from "node:crypto";
import * as z from "zod";

/** A message attribute as the SQS protocol carries it; binary values are base64. */
export const messageAttributeSchema = z.object({
  DataType: z.string().regex(/^(String|Number|Binary)(\..+)?$/),
  StringValue: z.string().optional(),
  BinaryValue: z.base64().optional(),
});
export const messageAttributesSchema = z.record(z.string().min(1).max(256), messageAttributeSchema);
export type MessageAttributes = z.infer<typeof messageAttributesSchema>;

export const md5 = (data: string | Uint8Array) => createHash("md5").update(data).digest("hex");

function withLength(data: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, data]);
}

/** `MD5OfMessageAttributes`: name, type and value of each, in the order of the names. */
export function attributesDigest(attributes: MessageAttributes): string {
  const parts = Object.entries(attributes)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, { DataType, StringValue, BinaryValue }]) => [
      withLength(Buffer.from(name)),
      withLength(Buffer.from(DataType)),
      Buffer.from([DataType.startsWith("Binary") ? 2 : 1]),
      withLength(
        BinaryValue === undefined ? Buffer.from(StringValue ?? "") : Buffer.from(BinaryValue, "base64"),
      ),
    ]);
  return md5(Buffer.concat(parts));
}

/** Bytes that count towards a message's size beside its body. */
export function attributesSize(attributes: MessageAttributes): number {
  let size = 0;
  for (const [name, { DataType, StringValue, BinaryValue }] of Object.entries(attributes)) {
    size += Buffer.byteLength(name) + Buffer.byteLength(DataType) + Buffer.byteLength(StringValue ?? "");
    size += Buffer.byteLength(BinaryValue ?? "", "base64");
  }
  return size;
}
