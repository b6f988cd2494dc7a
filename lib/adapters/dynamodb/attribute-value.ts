import type { AttributeValue } from "@aws-sdk/client-dynamodb";

/**
 * An item in the wire form as plain values. The document client translates answers but not the item that a failed
 * condition brings along. Knows the types we store; throws TypeError for any other.
 */
export function plainItem(item: Readonly<Record<string, AttributeValue>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, plainValue(value)]));
}

function plainValue(value: AttributeValue): unknown {
  if (value.S !== undefined) return value.S;
  if (value.N !== undefined) return Number(value.N);
  if (value.B !== undefined) return value.B;
  if (value.BOOL !== undefined) return value.BOOL;
  if (value.M !== undefined) return plainItem(value.M);
  if (value.L !== undefined) return value.L.map(plainValue);
  if (value.SS !== undefined) return new Set(value.SS);
  if (value.NULL !== undefined) return null;
  throw new TypeError(`items of this table hold no ${Object.keys(value).join("/")}`);
}
