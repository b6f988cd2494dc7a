import { isList, type Values } from "./schema.ts";

/** Files that one command takes (docs/openapi.json). */
export const filesAtOnce = 20;

/** What goes with the command itself, and the batches of files that follow it. */
export function partsOf(values: Values): {
  readonly values: Values;
  readonly rest: readonly (readonly string[])[];
} {
  const { attachments } = values;
  if (attachments === undefined || !isList(attachments)) return { values, rest: [] };
  const [first = [], ...rest] = batchesOf(attachments.filter((id) => typeof id === "string"));
  return { values: { ...values, attachments: first }, rest };
}

export function batchesOf(ids: readonly string[]): readonly (readonly string[])[] {
  const count = Math.ceil(ids.length / filesAtOnce);
  return Array.from({ length: count }, (_, n) => ids.slice(n * filesAtOnce, (n + 1) * filesAtOnce));
}
