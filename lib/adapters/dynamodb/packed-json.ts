import { deflateRawSync, inflateRawSync } from "node:zlib";
import * as z from "zod";

/** A value as deflated JSON: a history of like events shrinks to a fifth, and DynamoDB bills by size (ADR 0009). */
export function packJson(value: unknown): Uint8Array {
  return deflateRawSync(JSON.stringify(value));
}

/** Reads what `packJson` wrote, and the plain JSON text of earlier items. */
export const packedJson = z
  .union([z.instanceof(Uint8Array), z.string()])
  .transform((packed, context): unknown => {
    try {
      return JSON.parse(typeof packed === "string" ? packed : inflateRawSync(packed).toString("utf8"));
    } catch {
      // The parser's own message would quote the text, which may be personal.
      context.addIssue({ code: "custom", message: "not deflated JSON" });
      return z.NEVER;
    }
  });
