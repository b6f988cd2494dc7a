import { at, type Condition, readCondition } from "./conditions.ts";
import type { IndexDefinition } from "./definition.ts";
import type { Row } from "./index-copy.ts";
import { invalid, Reader, tokensOf } from "./lexer.ts";
import type { MemoryTable } from "./table.ts";
import { type Attributes, compareText, itemSize, type Value } from "./values.ts";

export interface QueryInput {
  readonly IndexName?: string;
  readonly KeyConditionExpression?: string;
  readonly FilterExpression?: string;
  readonly ProjectionExpression?: string;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues?: Attributes;
  readonly ExclusiveStartKey?: Attributes;
  readonly Limit?: number;
  readonly ScanIndexForward?: boolean;
  readonly ConsistentRead?: boolean;
  readonly Select?: string;
}

/** 1 MB a page. */
const PAGE_BYTES = 1024 * 1024;

/** One page of a query over a table or an index. Throws AwsError ValidationException. */
export function query(table: MemoryTable, input: QueryInput, now: number) {
  const { ExpressionAttributeNames: names = {}, ExpressionAttributeValues: values = {} } = input;
  const index = input.IndexName === undefined ? undefined : table.indexes.get(input.IndexName);
  if (input.IndexName !== undefined && index === undefined) {
    throw invalid(`The table does not have the specified index: ${input.IndexName}`);
  }
  if (index !== undefined && input.ConsistentRead === true) {
    throw invalid("Consistent reads are not supported on global secondary indexes");
  }
  if (input.Limit !== undefined && input.Limit < 1) throw invalid("Limit must be greater than or equal to 1");
  const keys = index?.definition ?? table.definition;
  const reader = new Reader(input.KeyConditionExpression ?? "", names);
  const condition = readCondition(reader, values);
  const hash = hashOf(input, keys, names, values);
  const filter = filterOf(input, names, values);
  const rows =
    index === undefined ? table.partition(hash, input.ConsistentRead === true) : index.rows(hash, now);
  const forward = input.ScanIndexForward !== false;
  const ordered = within(rows, spanOf(input, keys, names, values), forward);
  const start = input.ExclusiveStartKey;
  if (start !== undefined) checkStart(start, [table.definition, keys]);
  const after = start === undefined ? undefined : placeOf(start, keys, table);
  const items: Attributes[] = [];
  let scanned = 0;
  let bytes = 0;
  let last: Attributes | undefined;
  for (const { range, id, item } of ordered) {
    if (!condition(item)) continue;
    if (after !== undefined) {
      const order = compareText(range, after.range) || (index === undefined ? 0 : compareText(id, after.id));
      if (forward ? order <= 0 : order >= 0) continue;
    }
    scanned += 1;
    bytes += itemSize(item);
    if (filter(item)) items.push(item);
    if (scanned === input.Limit || bytes >= PAGE_BYTES) {
      last = keysIn(item, [table.definition, keys]);
      break;
    }
  }
  const shown = input.ProjectionExpression === undefined ? items : items.map((item) => project(item, input));
  return {
    ...(input.Select === "COUNT" ? {} : { Items: shown }),
    Count: items.length,
    ScannedCount: scanned,
    ...(last === undefined ? {} : { LastEvaluatedKey: last }),
  };
}

type Keys = Pick<IndexDefinition, "hash" | "range">;

/** Behind every text that begins with another. */
const LAST = "\u{10ffff}\u{10ffff}";

/** Between which range keys rows may fit a key condition; the condition itself still decides. */
function spanOf(
  { KeyConditionExpression: expression = "" }: QueryInput,
  keys: Keys,
  names: Readonly<Record<string, string>>,
  values: Attributes,
): { readonly from?: string; readonly to?: string } {
  const tokens = tokensOf(expression);
  const at = tokens.findIndex(
    ({ kind, text }) =>
      (kind === "name" ? names[text] : kind === "word" ? text : undefined) === (keys.range ?? ""),
  );
  if (at < 0) return {};
  const given = (place: number) => {
    const value = values[tokens[place]?.text ?? ""];
    return value !== undefined && "S" in value ? value.S : undefined;
  };
  const [first, second] = [given(at + 2), given(at + 4)];
  if (first === undefined) return {};
  const sign = tokens[at + 1]?.text.toUpperCase();
  if (sign === "=") return { from: first, to: first };
  if (sign === ">" || sign === ">=") return { from: first };
  if (sign === "<" || sign === "<=") return { to: first };
  if (sign === "BETWEEN" && second !== undefined) return { from: first, to: second };
  return sign === "," ? { from: first, to: first + LAST } : {};
}

/** The rows of a span in the order that is asked for. */
function* within(
  rows: readonly Row[],
  { from, to }: { readonly from?: string; readonly to?: string },
  forward: boolean,
): Generator<Row> {
  const begin = from === undefined ? 0 : placeAfter(rows, (range) => compareText(range, from) < 0);
  const end = to === undefined ? rows.length : placeAfter(rows, (range) => compareText(range, to) <= 0);
  for (let index = begin; index < end; index += 1)
    yield rows[forward ? index : end - 1 - (index - begin)] as Row;
}

/** How many rows come first, of which this is true. */
function placeAfter(rows: readonly Row[], isBefore: (range: string) => boolean): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore((rows[middle] as Row).range)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A page begins after a key of the table and of the index, whole and with nothing else. */
function checkStart(start: Attributes, keys: readonly Keys[]): void {
  const names = new Set(keys.flatMap(({ hash, range }) => (range === undefined ? [hash] : [hash, range])));
  const isKey =
    Object.keys(start).length === names.size && [...names].every((name) => start[name] !== undefined);
  if (!isKey) throw invalid("The provided starting key is invalid");
}

function filterOf(input: QueryInput, names: Readonly<Record<string, string>>, values: Attributes): Condition {
  if (input.FilterExpression === undefined) return () => true;
  return readCondition(new Reader(input.FilterExpression, names), values);
}

/** The partition that a key condition names; it must name one, by equality. */
function hashOf(
  { KeyConditionExpression: expression = "" }: QueryInput,
  keys: Keys,
  names: Readonly<Record<string, string>>,
  values: Attributes,
): string {
  const reader = new Reader(expression, names);
  while (!reader.done) {
    const token = reader.peek();
    const name = token?.kind === "name" ? names[token.text] : token?.text;
    const isEquality = reader.peek(1)?.text === "=" && reader.peek(2)?.kind === "value";
    if ((token?.kind === "name" || token?.kind === "word") && name === keys.hash && isEquality) {
      const value = values[reader.peek(2)?.text ?? ""];
      if (value === undefined || !("S" in value)) throw invalid("Query condition: the key must be a text");
      return value.S;
    }
    reader.next();
  }
  throw invalid(`Query condition missed key schema element: ${keys.hash}`);
}

function placeOf(key: Attributes, keys: Keys, table: MemoryTable) {
  const value = keys.range === undefined ? undefined : key[keys.range];
  return { range: value !== undefined && "S" in value ? value.S : "", id: table.idOf(key) };
}

function keysIn(item: Attributes, keys: readonly Keys[]): Attributes {
  const found: Record<string, Value> = {};
  for (const { hash, range } of keys) {
    for (const name of [hash, range]) {
      const value = name === undefined ? undefined : item[name];
      if (name !== undefined && value !== undefined) found[name] = value;
    }
  }
  return found;
}

/** The attributes that a projection names; whole attributes only, as the product asks for. */
export function project(
  item: Attributes,
  input: Pick<QueryInput, "ProjectionExpression" | "ExpressionAttributeNames">,
): Attributes {
  const reader = new Reader(input.ProjectionExpression ?? "", input.ExpressionAttributeNames ?? {});
  const shown: Record<string, Value> = {};
  do {
    const path = reader.path();
    if (path.length > 1) throw invalid("nested projections are not part of this store");
    const value = at(item, path);
    if (value !== undefined) shown[String(path[0])] = value;
  } while (reader.takeIf(","));
  return shown;
}
