import type { Clock } from "../clocks/clock.ts";
import { type Digest, digestOf } from "./chain.ts";
import type { Personal, PersonalRef } from "./personal.ts";

/** A run of older entries that lies in the object store, newest last. */
export interface ArchivedRun {
  readonly key: string;
  readonly fromSeq: number;
  readonly toSeq: number;
  /** The chain hash of its last entry; "" where entries are not chained. */
  readonly lastHash: string;
  /** Short digests of its commands, one after the other; of the newest runs only. */
  readonly commands?: string;
  /** Their beginnings, of older runs. Neither: the run was written before they were kept, and may hold any command. */
  readonly keys?: string;
  /** How often runs were put together in it; absent: never. */
  readonly level?: number;
}

/** What a document's history consists of: events, reports or announcements. */
export interface Entry {
  readonly seq: number;
  readonly hash?: string;
  readonly commandId?: string;
}

/** What left a document together. */
export interface Run<E extends Entry> {
  readonly entries: readonly E[];
  readonly personal: Readonly<Record<PersonalRef, Personal>>;
  readonly clocks: readonly Clock[];
}

/** What a document needs so that parts of it can lie beside it. */
export interface Archivable {
  readonly personal: Readonly<Record<PersonalRef, Personal>>;
  readonly archive?: readonly ArchivedRun[];
}

/** How a kind of document is kept small. */
export interface Sizing<D extends Archivable, E extends Entry> {
  /** `<kind>/<id>`: where everything that lies beside the document begins. */
  readonly place: (document: D) => string;
  readonly entries: (document: D) => readonly E[];
  /** False for an entry that the document goes on from or still owes something for, however old it is. */
  readonly leaves: (entry: E, document: D) => boolean;
  /** True for a personal value that is needed without the history. */
  readonly stays: (ref: PersonalRef, document: D) => boolean;
  /** Clocks that only the history needs. */
  readonly idle: (document: D) => readonly Clock[];
  /** How much of its history stays with it, in bytes (UTF-8, JSON); absent: as for a complaint. */
  readonly keeps?: { readonly from: number; readonly to: number };
  /** The document with these entries and without these clocks. */
  readonly reduced: (document: D, entries: readonly E[], without: readonly Clock[]) => D;
  /** An entry without what it says itself of somebody (`parts`); the same object if nothing. Absent: no entry does. */
  readonly redacted?: (entry: E, parts: readonly string[]) => E;
  /** The document with these entries and these clocks beside its own. */
  readonly joined: (document: D, entries: readonly E[], clocks: readonly Clock[]) => D;
}

/** From so many bytes (UTF-8, JSON) on the older part of a history leaves the document, until it has `to`. */
const KEEPS = { from: 48 * 1024, to: 12 * 1024 } as const;
/** A text longer than this lies beside the document; its beginning stays. */
const LONG_TEXT_BYTES = 4096;
/** Characters of a long text that stay in the document. */
const BEGINNING = 200;

/** So many runs tell which commands they hold at full length. */
const RECALLED_RUNS = 3;
/** 36 bits a command: what seems to be one is looked at before it is believed. */
const COMMAND_DIGEST = 6;
/** 24 bits of an older one: one new command in ten thousand looks through a very long history for nothing. */
const OLD_DIGEST = 4;

/** An object to be written before the document that names it; nobody ever changes it. */
export interface StoredBeside {
  readonly key: string;
  readonly body: string;
}

/** A document that fits its item, with what must be written beside it first. */
export interface Fitted<D> {
  readonly document: D;
  readonly beside: readonly StoredBeside[];
}

/** Bytes of a value as JSON in UTF-8. */
export function bytesOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}

/** Moves long texts and the older part of a long history out of a document; the same object if it is small. */
export function fitted<D extends Archivable, E extends Entry>(
  document: D,
  sizing: Sizing<D, E>,
  digest: Digest,
): Fitted<D> {
  const shortened = withShortTexts(document, sizing.place(document), digest);
  const run = overflowing(shortened.document, sizing);
  if (run === undefined) return shortened;
  const stored = storedRun(run, sizing.place(document), digest);
  const gone = new Set(run.entries);
  const left = sizing.reduced(
    shortened.document,
    sizing.entries(shortened.document).filter((entry) => !gone.has(entry)),
    run.clocks,
  );
  const personal = Object.fromEntries(
    Object.entries(shortened.document.personal).filter(([ref]) => run.personal[ref] === undefined),
  );
  const archive = [...(document.archive ?? []), stored.run].map((one, index, all) =>
    index < all.length - RECALLED_RUNS ? withKeys(one) : one,
  );
  return { document: { ...left, personal, archive }, beside: [...shortened.beside, stored.beside] };
}

/** A run as an object named after its content, and the document's note of it. */
export function storedRun<E extends Entry>(
  run: Run<E>,
  place: string,
  digest: Digest,
): { readonly run: ArchivedRun; readonly beside: StoredBeside } {
  const [first, last] = [run.entries[0], run.entries.at(-1)];
  if (first === undefined || last === undefined) throw new TypeError("a run without an entry");
  const body = JSON.stringify(run);
  const key = `${place}/history/${first.seq}-${last.seq}-${digest(body)}`;
  const commandIds = new Set(run.entries.flatMap(({ commandId }) => commandId ?? []));
  const commands = [...commandIds].map((id) => commandDigest(id, digest)).join("");
  const lastHash = last.hash ?? "";
  return { run: { key, fromSeq: first.seq, toSeq: last.seq, lastHash, commands }, beside: { key, body } };
}

/**
 * True if a command may be among those that left the document, however long ago; the whole history knows for sure. A
 * request that is sent again has been seen before whatever version it names now.
 */
export function mayRecall(
  { archive = [] }: Pick<Archivable, "archive">,
  commandId: string,
  digest: Digest,
): boolean {
  const wanted = commandDigest(commandId, digest);
  return archive.some(({ commands, keys }) => {
    if (commands !== undefined) return isAmong(commands, wanted);
    return keys === undefined || isAmong(keys, wanted.slice(0, OLD_DIGEST));
  });
}

/** True if one of the digests, all of its length, is this one. */
function isAmong(digests: string, wanted: string): boolean {
  for (let at = 0; at < digests.length; at += wanted.length) {
    if (digests.startsWith(wanted, at)) return true;
  }
  return false;
}

function commandDigest(commandId: string, digest: Digest): string {
  return digest(commandId).slice(0, COMMAND_DIGEST);
}

/** An older run: of its commands' digests the beginnings stay. */
function withKeys(run: ArchivedRun): ArchivedRun {
  const { commands, ...rest } = run;
  if (commands === undefined) return run;
  const keys = new Set<string>();
  for (let at = 0; at < commands.length; at += COMMAND_DIGEST) {
    keys.add(commands.slice(at, at + OLD_DIGEST));
  }
  return { ...rest, keys: [...keys].join("") };
}

/** So many runs of one level are put together, so that their number grows with the logarithm of the history only. */
const TOGETHER = 8;

/** The runs to be put together next, oldest first; none while there are few. The newest wait. */
export function runsToMerge({ archive = [] }: Pick<Archivable, "archive">): readonly ArchivedRun[] {
  const levels = new Map<number, ArchivedRun[]>();
  for (const run of archive.slice(0, -RECALLED_RUNS)) {
    const level = run.level ?? 0;
    levels.set(level, [...(levels.get(level) ?? []), run]);
  }
  const many = [...levels.values()].find((runs) => runs.length >= TOGETHER);
  return many?.slice(0, TOGETHER) ?? [];
}

/** The document with one run in the place of several that were put together in it. */
export function withMerged<D extends Archivable>(
  document: D,
  merged: readonly ArchivedRun[],
  run: ArchivedRun,
): D {
  const [first] = merged;
  const one = { ...withKeys(run), level: (first?.level ?? 0) + 1 };
  const archive = (document.archive ?? []).flatMap((each) =>
    each === first ? [one] : merged.includes(each) ? [] : [each],
  );
  return { ...document, archive };
}

/** Several runs as one. */
export function together<E extends Entry>(runs: readonly Run<E>[]): Run<E> {
  return {
    entries: runs.flatMap(({ entries }) => entries),
    personal: Object.assign({}, ...runs.map(({ personal }) => personal)),
    clocks: runs.flatMap(({ clocks }) => clocks),
  };
}

/** The document with these runs of its history, oldest first. */
export function withRuns<D extends Archivable, E extends Entry>(
  document: D,
  runs: readonly Run<E>[],
  sizing: Sizing<D, E>,
): D {
  const run = together(runs);
  const own = sizing.entries(document);
  // A document that is whole already stays as it is.
  const there = new Set(own.map(({ seq }) => seq));
  const entries = [...run.entries.filter(({ seq }) => !there.has(seq)), ...own];
  const joined = sizing.joined(
    document,
    entries.toSorted((a, b) => a.seq - b.seq),
    run.clocks,
  );
  return { ...joined, personal: { ...run.personal, ...document.personal } };
}

/** The newest entries that fit stay; of the older ones those go that nothing waits for. */
function overflowing<D extends Archivable, E extends Entry>(
  document: D,
  sizing: Sizing<D, E>,
): Run<E> | undefined {
  const entries = sizing.entries(document);
  const idle = sizing.idle(document);
  const { from, to } = sizing.keeps ?? KEEPS;
  if (bytesOf([entries, idle, document.personal]) <= from) return undefined;
  const weight = new Map(entries.map((entry) => [entry, bytesOf(entry) + bytesOfTexts(document, entry.seq)]));
  let bytes = bytesOf(idle) + [...weight.values()].reduce((sum, one) => sum + one, 0);
  if (bytes <= from) return undefined;
  const going: E[] = [];
  for (const entry of entries.slice(0, -1)) {
    if (bytes <= to) break;
    if (!sizing.leaves(entry, document)) continue;
    going.push(entry);
    bytes -= weight.get(entry) ?? 0;
  }
  if (going.length === 0) return undefined;
  const seqs = new Set(going.map(({ seq }) => seq));
  const personal = Object.fromEntries(
    Object.entries(document.personal).filter(([ref]) => seqs.has(seqOf(ref)) && !sizing.stays(ref, document)),
  );
  return { entries: going, personal, clocks: idle };
}

function bytesOfTexts(document: Archivable, seq: number): number {
  const own = Object.entries(document.personal).filter(([ref]) => seqOf(ref) === seq);
  return own.length === 0 ? 0 : bytesOf(own);
}

/** The event that a personal value belongs to; NaN for values that belong to none. */
function seqOf(ref: PersonalRef): number {
  return Number(ref.slice(0, ref.indexOf(".")));
}

function withShortTexts<D extends Archivable>(document: D, place: string, digest: Digest): Fitted<D> {
  const long = Object.entries(document.personal).filter(
    ([, { value }]) => value.length * 3 > LONG_TEXT_BYTES && bytesOf(value) > LONG_TEXT_BYTES,
  );
  if (long.length === 0) return { document, beside: [] };
  const shortened = long.map(([ref, { salt, value }]) => {
    const rest = `${place}/texts/${digestOf({ salt, value }, digest)}`;
    return { ref, body: value, text: { salt, value: beginningOf(value), rest } };
  });
  const personal = {
    ...document.personal,
    ...Object.fromEntries(shortened.map(({ ref, text }) => [ref, text])),
  };
  return {
    document: { ...document, personal },
    beside: shortened.map(({ text, body }) => ({ key: text.rest, body })),
  };
}

/** Whole characters only: half a surrogate pair is none. */
function beginningOf(text: string): string {
  const beginning = text.slice(0, BEGINNING);
  return `${/[\uD800-\uDBFF]$/.test(beginning) ? beginning.slice(0, -1) : beginning}…`;
}
