import type { ItemRef } from "../../../app/ports/alarms.ts";
import type { Freshness } from "../../../app/ports/freshness.ts";
import { type Item, readItem, readItems } from "./items.ts";
import type { Table } from "./table.ts";

interface Asked {
  readonly ref: ItemRef;
  freshness: Freshness;
  readonly answer: Promise<Item | undefined>;
  readonly resolve: (item: Item | undefined) => void;
  readonly reject: (cause: unknown) => void;
}

/** The most items that one call reads. */
const MOST = 100;

/** What was asked for and not yet sent, by table. */
const waiting = new WeakMap<Table, Map<string, Asked>>();

/**
 * Reads one item, strongly consistent unless `lately` is enough. Whatever is asked for until nobody can go on without an
 * answer goes in one call: five items cost the units of five and the time of one. What need not be current is so all the
 * same where it goes with something that must be.
 */
export function getItem(table: Table, ref: ItemRef, freshness: Freshness = "now"): Promise<Item | undefined> {
  let asked = waiting.get(table);
  if (asked === undefined) {
    asked = new Map();
    waiting.set(table, asked);
    // After the promises that can go on now: they may ask for more.
    queueMicrotask(() => process.nextTick(() => send(table)));
  }
  const name = nameOf(ref);
  const known = asked.get(name);
  if (known !== undefined) {
    if (freshness === "now") known.freshness = "now";
    return known.answer;
  }
  const { promise, resolve, reject } = Promise.withResolvers<Item | undefined>();
  asked.set(name, { ref, freshness, answer: promise, resolve, reject });
  return promise;
}

function send(table: Table): void {
  const asked = [...(waiting.get(table)?.values() ?? [])];
  waiting.delete(table);
  for (let from = 0; from < asked.length; from += MOST) void answer(table, asked.slice(from, from + MOST));
}

/** Every question gets its answer, or the error that there was instead. */
async function answer(table: Table, asked: readonly Asked[]): Promise<void> {
  try {
    const [only, ...more] = asked;
    const isConsistent = asked.some(({ freshness }) => freshness === "now");
    const found =
      only === undefined || more.length > 0
        ? await batch(table, asked, isConsistent)
        : [{ name: nameOf(only.ref), item: await readItem(table, only.ref, isConsistent) }];
    const items = new Map(found.map(({ name, item }) => [name, item]));
    for (const { ref, resolve } of asked) resolve(items.get(nameOf(ref)));
  } catch (cause) {
    for (const { reject } of asked) reject(cause);
  }
}

/** What a full answer or a busy partition left over is read one by one, where the client waits and tries again. */
async function batch(table: Table, asked: readonly Asked[], isConsistent: boolean) {
  const refs = asked.map(({ ref }) => ref);
  const { items, left } = await readItems(table, refs, isConsistent);
  const later = await Promise.all(
    left.map(async (ref) => ({ name: nameOf(ref), item: await readItem(table, ref, isConsistent) })),
  );
  return [
    ...items.map((item) => ({ name: nameOf({ pk: String(item["pk"]), sk: String(item["sk"]) }), item })),
    ...later,
  ];
}

function nameOf({ pk, sk }: ItemRef): string {
  return `${pk}\n${sk}`;
}
