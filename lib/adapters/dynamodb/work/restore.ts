import type { ItemRef } from "../../../app/ports/alarms.ts";
import { channels } from "../../../domain/classification/sources.ts";
import { DIGEST_COUNTER } from "../../../domain/digest/digest.ts";
import { inBatches } from "../../../domain/in-batches.ts";
import type { Instant } from "../../../domain/time/instant.ts";
import { markOf } from "../../secrets/key-ring.ts";
import { counters } from "../core/counters.ts";
import { conditionally } from "../core/errors.ts";
import { type Item, isSameItem, putItem, readItem, refOf } from "../core/items.ts";
import { documentRefOf, keys } from "../core/keys.ts";
import { scan } from "../core/scan.ts";
import type { Table } from "../core/table.ts";
import { RESCUES } from "./alarm-store.ts";
import { heldNotice } from "./notice-store.ts";

/** Numbers given after the restored moment are in people's hands: none may be given again. */
export const NUMBER_GAP = 1000;
/** Items written side by side. */
const AT_ONCE = 16;

export interface Restoring {
  /** The table that was restored from a backup; it is only read. */
  readonly source: Table;
  /** Where it is restored to: the table of the stack. */
  readonly target: Table;
  /** Documents that stand in the target in another state are taken back to the source's. */
  readonly overwrite: boolean;
  /** Counts and writes nothing. */
  readonly dryRun: boolean;
  readonly now: Instant;
}

/**
 * copied: was missing. held: of these, messages that had not been handed over, for people to release. overwritten: a
 * document taken back to the source's state, or a counter raised. kept: stands as it is.
 */
export const outcomes = ["copied", "held", "overwritten", "kept"] as const;
type Outcome = (typeof outcomes)[number];

/** What a page of the source came to. */
export type Restored = Readonly<Record<Outcome, number>>;

/** The two tables have different installation keys, and the target holds documents made with its own. */
export class OtherInstallation extends Error {
  override readonly name = "OtherInstallation";
}

/**
 * Brings a restored table's items into the one that the functions use: what is missing there, and with `overwrite`
 * documents in their restored state; what was accepted since stays. Numbers go on `NUMBER_GAP` further; messages not
 * handed over are held as failed, because they may have been sent after that moment. Repeatable. Throws OtherInstallation.
 */
export async function* restore(restoring: Restoring): AsyncGenerator<Restored> {
  await takeInstallation(restoring);
  for await (const items of scan(restoring.source)) {
    const living = items.filter(
      (item) => !isPast(item["expiresAt"], restoring.now) && !isDerived(refOf(item)),
    );
    const met = await inBatches(living, AT_ONCE, (item) => restored(restoring, item));
    const times = (wanted: Outcome) => met.filter((outcome) => outcome === wanted).length;
    const held = times("held");
    yield { copied: times("copied") + held, overwritten: times("overwritten"), kept: times("kept"), held };
  }
  if (!restoring.dryRun) await beginBeyond(restoring);
}

/** A source whose first number was given after the backup's moment has no counter in it: that number, too, is in people's hands. */
async function beginBeyond({ source, target }: Restoring): Promise<void> {
  for (const { prefix } of Object.values(channels)) {
    const isCounted = (await readItem(source, keys.counter(prefix))) !== undefined;
    if (!isCounted) await counters(target).raise(prefix, NUMBER_GAP);
  }
}

/** The keyed hashes of contacts and channel keys are made with the installation's key: it comes first. */
async function takeInstallation({ source, target, dryRun }: Restoring): Promise<void> {
  const ref = keys.settings();
  const [theirs, ours] = await Promise.all([readItem(source, ref), readItem(target, ref)]);
  if (theirs === undefined || (ours !== undefined && isSameInstallation(ours, theirs))) return;
  if (ours !== undefined && (await hasDocuments(target))) {
    throw new OtherInstallation("the target holds documents of another installation");
  }
  if (!dryRun) await putItem(target, { Item: theirs });
}

/** A backup from before the key was moved to the secrets holds it; the table that it comes into holds its mark. */
function isSameInstallation(ours: Item, theirs: Item): boolean {
  const [mine, other] = [ours, theirs].map(({ hashKey, keyMark }) =>
    typeof hashKey === "string" ? markOf(hashKey) : keyMark,
  );
  return isSameItem(ours, theirs) || (mine !== undefined && mine === other);
}

async function hasDocuments(table: Table): Promise<boolean> {
  for await (const items of scan(table)) {
    if (items.some((item) => documentRefOf(refOf(item)) !== undefined)) return true;
  }
  return false;
}

async function restored({ target, overwrite, dryRun, now }: Restoring, item: Item): Promise<Outcome> {
  const ref = refOf(item);
  const standing = await readItem(target, ref);
  const numbers = numbersOf(item);
  if (numbers !== undefined) {
    // Far enough beyond the backup's once: whoever restores again does not skip another thousand.
    const last = Number(item["last"]) + NUMBER_GAP;
    if (Number(standing?.["last"] ?? 0) >= last) return "kept";
    if (!dryRun) await counters(target).raise(numbers, last);
    return standing === undefined ? "copied" : "overwritten";
  }
  if (standing === undefined) {
    const held = heldNotice(item, now);
    return written(target, held ?? item, { dryRun, outcome: held === undefined ? "copied" : "held" });
  }
  if (!overwrite || documentRefOf(ref) === undefined || isSameItem(standing, item)) return "kept";
  return written(target, item, { dryRun, outcome: "overwritten", over: standing });
}

interface Writing {
  readonly dryRun: boolean;
  readonly outcome: Outcome;
  /** What was seen there; without it nothing may stand there. */
  readonly over?: Item;
}

/** Whoever writes at the same moment wins: a document that people work on is not pulled away under them. */
async function written(target: Table, item: Item, { dryRun, outcome, over }: Writing): Promise<Outcome> {
  if (dryRun) return outcome;
  const condition =
    over === undefined
      ? { ConditionExpression: "attribute_not_exists(pk)" }
      : {
          ConditionExpression: "revision = :seen",
          ExpressionAttributeValues: { ":seen": over["revision"] },
        };
  const result = await conditionally(() => putItem(target, { Item: item, ...condition }));
  return result.done ? outcome : "kept";
}

/**
 * Counters of what happened: they are in nobody's hands and stay as they were. A gap in the digests would be a digest that somebody
 * has taken away.
 */
const countsOfWhatHappened = [RESCUES, DIGEST_COUNTER].map((name) => keys.counter(name).pk);

/** The prefix that running numbers are counted for (D10). */
function numbersOf(item: Item): string | undefined {
  const { pk, sk } = refOf(item);
  const ref = keys.counter("");
  if (sk !== ref.sk || item["expiresAt"] !== undefined || countsOfWhatHappened.includes(pk)) return undefined;
  return pk.slice(ref.pk.length);
}

/** Made from other items when it is asked for: a copy of before would tell of people of before. */
function isDerived({ sk }: ItemRef): boolean {
  return sk === keys.desk("").sk;
}

function isPast(expiresAt: unknown, now: Instant): boolean {
  return typeof expiresAt === "number" && expiresAt * 1000 <= Date.parse(now);
}
