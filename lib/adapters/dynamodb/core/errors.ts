import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type * as z from "zod";
import type { ItemRef } from "../../../app/ports/alarms.ts";

/** An item does not have the form that this version of the software reads; the message says which item and where. */
export class UnreadableItemError extends Error {
  override readonly name = "UnreadableItemError";
}

/** A conditional write that was carried out, or the item that stands there instead of the expected one. */
export type Conditional<T> =
  | { readonly done: true; readonly result: T }
  | { readonly done: false; readonly found: Record<string, unknown> | undefined };

/** Runs a conditional write: a failed condition is an answer, every other error is thrown. */
export async function conditionally<T>(write: () => Promise<T>): Promise<Conditional<T>> {
  try {
    return { done: true, result: await write() };
  } catch (cause) {
    if (!(cause instanceof ConditionalCheckFailedException)) throw cause;
    return { done: false, found: cause.Item === undefined ? undefined : unmarshall(cause.Item) };
  }
}

/** Reads a part of an item; throws UnreadableItemError with paths but without values (they may be personal). */
export function read<T>(schema: z.ZodType<T>, value: unknown, ref: ItemRef): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues.map((issue) => `${issue.path.join(".") || "(item)"}: ${issue.code}`);
  throw new UnreadableItemError(`item ${ref.pk} ${ref.sk} is unreadable: ${where.join("; ")}`);
}
