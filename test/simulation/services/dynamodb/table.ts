import type { TableDefinition } from "./definition.ts";
import { byRange, IndexCopy, type Row } from "./index-copy.ts";
import { invalid } from "./lexer.ts";
import { Sorted } from "./sorted.ts";
import { type Attributes, isEqual, itemSize, type Value } from "./values.ts";

/** A change as a KEYS_ONLY stream tells it. */
export interface Change {
  readonly sequence: number;
  readonly eventName: "INSERT" | "MODIFY" | "REMOVE";
  readonly keys: Attributes;
  /** Epoch milliseconds. */
  readonly at: number;
}

export interface TableTime {
  now(): number;
  /** How long the next change takes to reach indexes and replicas, in milliseconds. */
  lag(): number;
}

/** An item, or that there was none, as it was before its newest change. */
interface Old {
  readonly until: number;
  readonly item: Attributes | undefined;
}

/** 400 KB. */
const ITEM_LIMIT = 400 * 1024;

/** One table in memory: items by key, indexes that lag behind, replicas that may be stale, a stream. */
export class MemoryTable {
  readonly definition: TableDefinition;
  readonly indexes: ReadonlyMap<string, IndexCopy>;
  readonly changes: Change[] = [];
  readonly #time: TableTime;
  readonly #partitions = new Map<string, Sorted<Row>>();
  /** What a replica may still see instead of an item's newest change, by partition and range. */
  readonly #stale = new Map<string, Map<string, Old>>();
  #sequence = 0;
  onChange: (change: Change, before: Attributes | undefined, after: Attributes | undefined) => void =
    () => {};

  constructor(definition: TableDefinition, time: TableTime) {
    this.definition = definition;
    this.#time = time;
    this.indexes = new Map(definition.indexes.map((one) => [one.name, new IndexCopy(one, definition)]));
  }

  /** The key attributes of an item or key. Throws AwsError ValidationException unless they are texts that are not empty. */
  keyOf(item: Attributes): Attributes {
    const { hash, range } = this.definition;
    const key: Record<string, Value> = {};
    for (const name of range === undefined ? [hash] : [hash, range]) {
      const value = item[name];
      if (value === undefined) throw invalid(`One of the required keys was not given a value: ${name}`);
      if (!("S" in value)) throw invalid(`Type mismatch for key ${name}`);
      if (value.S === "")
        throw invalid(
          `The AttributeValue for a key attribute cannot contain an empty string value. Key: ${name}`,
        );
      key[name] = value;
    }
    return key;
  }

  read(key: Attributes): Attributes | undefined {
    const { hash, range } = this.#place(key);
    return this.#partitions.get(hash)?.find({ range, id: range, item: key })?.item;
  }

  /** As a replica may see it: for a while the item before its newest change. */
  readStale(key: Attributes): Attributes | undefined {
    const { hash, range } = this.#place(key);
    const old = this.#stale.get(hash)?.get(range);
    return old !== undefined && this.#time.now() < old.until ? old.item : this.read(key);
  }

  /** All items of a partition, as a replica may see them unless `consistent`. */
  partition(hash: string, consistent: boolean): readonly Row[] {
    const rows = this.#partitions.get(hash)?.elements ?? [];
    const stale = consistent ? undefined : this.#stillStale(hash);
    if (stale === undefined) return rows;
    const seen = rows.filter(({ range }) => !stale.has(range));
    for (const [range, { item }] of stale) if (item !== undefined) seen.push({ range, id: range, item });
    return seen.sort(byRange);
  }

  /** What replicas do not know yet of a partition; undefined if they know all. */
  #stillStale(hash: string): ReadonlyMap<string, Old> | undefined {
    const stale = this.#stale.get(hash);
    if (stale === undefined) return undefined;
    const now = this.#time.now();
    for (const [range, { until }] of stale) if (until <= now) stale.delete(range);
    if (stale.size > 0) return stale;
    this.#stale.delete(hash);
    return undefined;
  }

  /** Puts (or, without `after`, deletes) the item of a key. Throws AwsError ValidationException. */
  write(key: Attributes, after: Attributes | undefined): void {
    if (after !== undefined) this.check(after);
    const before = this.read(key);
    const { hash, range } = this.#place(key);
    const id = this.idOf(key);
    let partition = this.#partitions.get(hash);
    if (partition === undefined) this.#partitions.set(hash, (partition = new Sorted(byRange)));
    if (after === undefined) partition.remove({ range, id: range, item: key });
    else partition.put({ range, id: range, item: after });
    if (before === undefined && after === undefined) return;
    const now = this.#time.now();
    const lag = this.#time.lag();
    if (lag > 0) {
      const stale = this.#stale.get(hash) ?? new Map<string, Old>();
      stale.set(range, { until: now + lag, item: before });
      this.#stale.set(hash, stale);
    } else this.#stale.get(hash)?.delete(range);
    for (const index of this.indexes.values()) index.follow(id, after, now, now + lag);
    if (before !== undefined && after !== undefined && isEqual({ M: before }, { M: after })) return;
    this.#sequence += 1;
    const eventName = before === undefined ? "INSERT" : after === undefined ? "REMOVE" : "MODIFY";
    const change = { sequence: this.#sequence, eventName, keys: key, at: now } as const;
    this.changes.push(change);
    this.onChange(change, before, after);
  }

  /** Loses everything, as a table that was deleted and made anew: no stream tells of it. */
  lose(): void {
    this.#partitions.clear();
    this.#stale.clear();
    for (const index of this.indexes.values()) index.lose();
  }

  /** Every item, in no order that means anything. */
  *all(): Generator<Attributes> {
    for (const partition of this.#partitions.values()) for (const { item } of partition.elements) yield item;
  }

  idOf(key: Attributes): string {
    const { hash, range } = this.#place(key);
    return `${hash}\u0000${range}`;
  }

  #place(key: Attributes): { readonly hash: string; readonly range: string } {
    const text = (name: string | undefined) => {
      const value = name === undefined ? undefined : key[name];
      return value !== undefined && "S" in value ? value.S : "";
    };
    return { hash: text(this.definition.hash), range: text(this.definition.range) };
  }

  /** What DynamoDB refuses of an item whatever its conditions. Throws AwsError ValidationException. */
  check(item: Attributes): void {
    if (itemSize(item) > ITEM_LIMIT) throw invalid("Item size has exceeded the maximum allowed size");
    for (const { hash, range, name: index } of this.definition.indexes) {
      for (const name of [hash, range]) {
        const value = name === undefined ? undefined : item[name];
        if (value === undefined) continue;
        if (!("S" in value)) throw invalid(`Type mismatch for Index Key ${name} Index: ${index}`);
        if (value.S === "")
          throw invalid(
            `The AttributeValue for a key attribute cannot contain an empty string value. IndexName: ${index}`,
          );
      }
    }
  }
}
