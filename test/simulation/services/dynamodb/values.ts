/** DynamoDB's attribute values as they stand on the wire. */
export type Value =
  | { readonly S: string }
  | { readonly N: string }
  | { readonly B: string }
  | { readonly BOOL: boolean }
  | { readonly NULL: true }
  | { readonly M: Readonly<Record<string, Value>> }
  | { readonly L: readonly Value[] }
  | { readonly SS: readonly string[] }
  | { readonly NS: readonly string[] }
  | { readonly BS: readonly string[] };

export type Attributes = Readonly<Record<string, Value>>;

export type TypeName = "S" | "N" | "B" | "BOOL" | "NULL" | "M" | "L" | "SS" | "NS" | "BS";

/** The one type that a value has. */
export function typeOf(value: Value): TypeName {
  return Object.keys(value)[0] as TypeName;
}

/** Text in the byte order of its UTF-8, as DynamoDB sorts: surrogates come after all other units. */
export function compareText(a: string, b: string): number {
  const end = Math.min(a.length, b.length);
  for (let at = 0; at < end; at += 1) {
    let left = a.charCodeAt(at);
    let right = b.charCodeAt(at);
    if (left === right) continue;
    if (left >= 0xd800 && right >= 0xd800) {
      left = left >= 0xe000 ? left - 0x800 : left + 0x2000;
      right = right >= 0xe000 ? right - 0x800 : right + 0x2000;
    }
    return left - right;
  }
  return a.length - b.length;
}

/** Order of two values of one ordered type; undefined where there is none. */
export function compare(a: Value, b: Value): number | undefined {
  if ("S" in a && "S" in b) return compareText(a.S, b.S);
  if ("N" in a && "N" in b) return Number(a.N) - Number(b.N);
  if ("B" in a && "B" in b) return Buffer.compare(Buffer.from(a.B, "base64"), Buffer.from(b.B, "base64"));
  return undefined;
}

export function isEqual(a: Value, b: Value): boolean {
  if (a === b) return true;
  if ("S" in a && "S" in b) return a.S === b.S;
  if ("B" in a && "B" in b) return a.B === b.B;
  if ("N" in a && "N" in b) return Number(a.N) === Number(b.N);
  if ("L" in a && "L" in b) {
    return a.L.length === b.L.length && a.L.every((one, index) => isEqual(one, b.L[index] as Value));
  }
  if ("M" in a && "M" in b) {
    const keys = Object.keys(a.M);
    return (
      keys.length === Object.keys(b.M).length &&
      keys.every((key) => key in b.M && isEqual(a.M[key] as Value, b.M[key] as Value))
    );
  }
  for (const kind of ["SS", "NS", "BS"] as const) {
    const left = (a as Record<string, readonly string[]>)[kind];
    const right = (b as Record<string, readonly string[]>)[kind];
    if (left === undefined || right === undefined) continue;
    return left.length === right.length && left.every((one) => right.includes(one));
  }
  return JSON.stringify(a) === JSON.stringify(b);
}

const bytes = (text: string) => Buffer.byteLength(text);

/** Size of one value by DynamoDB's rules, in bytes. */
export function sizeOf(value: Value): number {
  if ("S" in value) return bytes(value.S);
  if ("N" in value) return Math.ceil(value.N.replace(/[-.]/g, "").length / 2) + 1;
  if ("B" in value) return Buffer.byteLength(value.B, "base64");
  if ("BOOL" in value || "NULL" in value) return 1;
  if ("M" in value) return 3 + itemSize(value.M) + Object.keys(value.M).length;
  if ("L" in value) return 3 + value.L.reduce((sum, one) => sum + 1 + sizeOf(one), 0);
  if ("SS" in value) return value.SS.reduce((sum, one) => sum + bytes(one), 0);
  if ("NS" in value) return value.NS.reduce((sum, one) => sum + sizeOf({ N: one }), 0);
  return value.BS.reduce((sum, one) => sum + Buffer.from(one, "base64").length, 0);
}

/** Size of an item: names and values. */
export function itemSize(item: Attributes): number {
  let size = 0;
  for (const [name, value] of Object.entries(item)) size += bytes(name) + sizeOf(value);
  return size;
}

/** A number as DynamoDB writes it: no exponent, no needless zeros. */
export function numberText(value: number): string {
  if (Number.isInteger(value)) return BigInt(value).toString();
  return String(value);
}
