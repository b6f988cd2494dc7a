import type { IndexDefinition, TableDefinition } from "./definition.ts";
import { Sorted } from "./sorted.ts";
import { type Attributes, compareText, isEqual } from "./values.ts";

/** A row of a global secondary index: the projected item and where it stands. */
export interface Row {
  readonly range: string;
  /** The table's own key, which tells rows with one range apart. */
  readonly id: string;
  readonly item: Attributes;
}

interface Standing {
  readonly hash: string;
  readonly row: Row;
}

export const byRange = (a: Row, b: Row) => compareText(a.range, b.range) || compareText(a.id, b.id);

function text(item: Attributes, name: string | undefined): string | undefined {
  if (name === undefined) return "";
  const value = item[name];
  return value !== undefined && "S" in value ? value.S : undefined;
}

/** One index that follows the table with a lag: a change is seen some time after it was made, in the item's order. */
export class IndexCopy {
  readonly definition: IndexDefinition;
  readonly #table: TableDefinition;
  readonly #partitions = new Map<string, Sorted<Row>>();
  readonly #standing = new Map<string, Standing>();
  /** The newest state of each item on its way to the index. */
  readonly #coming = new Map<string, Standing | undefined>();
  readonly #waiting: { readonly id: string; readonly from: number; readonly next: Standing | undefined }[] =
    [];
  readonly #lastFrom = new Map<string, number>();

  constructor(definition: IndexDefinition, table: TableDefinition) {
    this.definition = definition;
    this.#table = table;
  }

  /** Tells of an item's new state, seen from the instant `from` on. */
  follow(id: string, item: Attributes | undefined, now: number, from: number): void {
    const next = item === undefined ? undefined : this.#standingOf(id, item);
    const known = this.#coming.has(id) ? this.#coming.get(id) : this.#standing.get(id);
    if (isSame(known, next)) return;
    // Changes of one item are never seen in another order than they were made.
    const seen = Math.max(from, this.#lastFrom.get(id) ?? 0);
    if (seen <= now) {
      // What has arrived and was not looked at yet comes before it.
      this.#catchUp(now);
      this.#settle(id, next);
      return;
    }
    this.#coming.set(id, next);
    this.#lastFrom.set(id, seen);
    this.#waiting.push({ id, from: seen, next });
  }

  lose(): void {
    this.#partitions.clear();
    this.#standing.clear();
    this.#coming.clear();
    this.#lastFrom.clear();
    this.#waiting.length = 0;
  }

  rows(hash: string, now: number): readonly Row[] {
    this.#catchUp(now);
    return this.#partitions.get(hash)?.elements ?? [];
  }

  #catchUp(now: number): void {
    if (this.#waiting.length === 0) return;
    const later = [];
    for (const change of this.#waiting) {
      if (change.from > now) {
        later.push(change);
        continue;
      }
      this.#settle(change.id, change.next);
    }
    this.#waiting.splice(0, this.#waiting.length, ...later);
    const ids = new Set(later.map(({ id }) => id));
    for (const id of this.#coming.keys()) {
      if (ids.has(id)) continue;
      this.#coming.delete(id);
      this.#lastFrom.delete(id);
    }
  }

  #settle(id: string, next: Standing | undefined): void {
    const before = this.#standing.get(id);
    if (before !== undefined) this.#partitions.get(before.hash)?.remove(before.row);
    if (next === undefined) {
      this.#standing.delete(id);
      return;
    }
    let partition = this.#partitions.get(next.hash);
    if (partition === undefined) this.#partitions.set(next.hash, (partition = new Sorted(byRange)));
    partition.put(next.row);
    this.#standing.set(id, next);
  }

  #standingOf(id: string, item: Attributes): Standing | undefined {
    const { hash: hashName, range: rangeName, carries } = this.definition;
    const hash = text(item, hashName);
    const range = text(item, rangeName);
    if (hash === undefined || range === undefined) return undefined;
    if (carries === "all") return { hash, row: { range, id, item } };
    const names = [this.#table.hash, this.#table.range, hashName, rangeName, ...carries];
    const projected: Record<string, Attributes[string]> = {};
    for (const name of names) {
      const value = name === undefined ? undefined : item[name];
      if (name !== undefined && value !== undefined) projected[name] = value;
    }
    return { hash, row: { range, id, item: projected } };
  }
}

function isSame(a: Standing | undefined, b: Standing | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return (
    a.hash === b.hash &&
    a.row.range === b.row.range &&
    Object.keys(a.row.item).length === Object.keys(b.row.item).length &&
    Object.entries(b.row.item).every(([name, value]) => {
      const known = a.row.item[name];
      return known !== undefined && isEqual(known, value);
    })
  );
}
