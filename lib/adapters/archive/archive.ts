import { createHash } from "node:crypto";
import * as z from "zod";
import type { Archive } from "../../app/ports/archive.ts";
import type { ObjectStore } from "../../app/ports/storage.ts";
import type { Telemetry } from "../../app/ports/telemetry.ts";
import {
  type Archivable,
  type ArchivedRun,
  bytesOf,
  type Entry,
  fitted,
  type Run,
  runsToMerge,
  type Sizing,
  type StoredBeside,
  storedRun,
  together,
  withMerged,
  withRuns,
} from "../../domain/document/archive.ts";
import { type Personal, type PersonalRef, without } from "../../domain/document/personal.ts";
import { inBatches } from "../../domain/in-batches.ts";
import { once } from "../../domain/once.ts";
import { personalShape } from "../dynamodb/complaints/complaint-schema.ts";
import { documentClock } from "../dynamodb/core/clock-schema.ts";

/** What archives stand on. The bucket is asked for only when something lies beside a document. */
export interface ArchivePorts {
  readonly objects: () => ObjectStore;
  readonly telemetry: Telemetry;
}

/** A document of more than so many bytes (JSON, before it is deflated) is told to people: an item has 400 KB. */
const NEAR_BOUND_BYTES = 200 * 1024;
const JSON_TYPE = "application/json; charset=utf-8";
/** So many objects are read at once. */
const AT_ONCE = 16;

/** The archive of one kind of document. `entry` makes what reads one entry of its history: most calls read none. */
export function archiveOf<D extends Archivable, E extends Entry>(
  { objects, telemetry }: ArchivePorts,
  sizing: Sizing<D, E>,
  entry: () => z.ZodType<E>,
): Archive<D> {
  const schema = once(() => runSchema(entry()));
  const put = ({ key, body }: StoredBeside) => objects().put(key, Buffer.from(body, "utf8"), JSON_TYPE);

  /** Many small runs become a large one, so that neither their list nor reading them grows with the history. */
  const withFewRuns = async (document: D): Promise<D> => {
    const many = runsToMerge(document);
    if (many.length === 0) return document;
    const runs = await inBatches(many, AT_ONCE, (run) => readRun(objects(), run, schema()));
    const { run, beside } = storedRun(together(runs), sizing.place(document), digest);
    await put(beside);
    return withMerged(document, many, run);
  };

  return {
    async fit(document) {
      const { document: fitting, beside } = fitted(document, sizing, digest);
      await inBatches(beside, AT_ONCE, put);
      const bytes = bytesOf(fitting);
      if (bytes > NEAR_BOUND_BYTES) {
        telemetry.count("DocumentsNearBound");
        telemetry.error("a document nears the size an item can have", {
          place: sizing.place(document),
          bytes,
        });
      }
      return beside.length === 0 ? fitting : withFewRuns(fitting);
    },

    withTexts: (document) => withTexts(document, objects),

    async without(document, refs, parts = []) {
      const { redacted = (entry: E) => entry } = sizing;
      return inBatches(document.archive ?? [], AT_ONCE, async (archived) => {
        const run = await readRun(objects(), archived, schema());
        const entries = run.entries.map((entry) => redacted(entry, parts));
        const isSame = entries.every((entry, index) => entry === run.entries[index]);
        const isThere = (await objects().get(archived.key)) !== undefined;
        if (isThere && isSame && !refs.some((ref) => run.personal[ref] !== undefined)) return archived;
        const kept = { ...run, entries, personal: without(run.personal, refs) };
        const { run: anew, beside } = storedRun(kept, sizing.place(document), digest);
        await put(beside);
        return { ...archived, key: anew.key };
      });
    },

    async whole(document) {
      const runs = await inBatches(document.archive ?? [], AT_ONCE, (run) =>
        readRun(objects(), run, schema()),
      );
      const joined = runs.length === 0 ? document : withRuns(document, runs, sizing);
      return withTexts(joined, objects);
    },
  };
}

function runSchema<E extends Entry>(entry: z.ZodType<E>): z.ZodType<Run<E>> {
  return z.strictObject({
    entries: z.array(entry),
    personal: z.record(z.string(), z.strictObject(personalShape)),
    clocks: z.array(documentClock),
  });
}

async function readRun<E extends Entry>(
  objects: ObjectStore,
  archived: ArchivedRun,
  schema: z.ZodType<Run<E>>,
): Promise<Run<E>> {
  const { key } = archived;
  const body = await objects.get(key);
  if (body !== undefined) return schema.parse(JSON.parse(Buffer.from(body).toString("utf8")));
  const left = await leftOf(objects, archived, schema);
  if (left === undefined) throw new Error(`archived history ${key} is not there`);
  return left;
}

const FAR = "9999-12-31T00:00:00Z";
const AT_MOST = 10_000;

/**
 * What an erasure or a merge has left of a run that a document from before it still names (a table restored from a backup): the
 * newest run that covers its entries, as far as it does.
 */
async function leftOf<E extends Entry>(
  objects: ObjectStore,
  { key, fromSeq, toSeq }: ArchivedRun,
  schema: z.ZodType<Run<E>>,
): Promise<Run<E> | undefined> {
  const place = key.slice(0, key.lastIndexOf("/") + 1);
  const lying = await objects.listOlderThan(place, FAR, AT_MOST);
  const covering = lying.findLast((one) => {
    const [, from, to] = /^(\d+)-(\d+)-/.exec(one.key.slice(place.length)) ?? [];
    return Number(from) <= fromSeq && Number(to) >= toSeq;
  });
  const body = covering === undefined ? undefined : await objects.get(covering.key);
  if (body === undefined) return undefined;
  const run = schema.parse(JSON.parse(Buffer.from(body).toString("utf8")));
  const isIn = (seq: number) => seq >= fromSeq && seq <= toSeq;
  return {
    ...run,
    entries: run.entries.filter(({ seq }) => isIn(seq)),
    personal: Object.fromEntries(
      Object.entries(run.personal).filter(([ref]) => isIn(Number(ref.slice(0, ref.indexOf("."))))),
    ),
  };
}

/** Long texts in full. One that is not there any more is left out, as an erased value is. */
async function withTexts<D extends Archivable>(document: D, objects: () => ObjectStore): Promise<D> {
  const long = Object.entries(document.personal).flatMap(([ref, { salt, rest }]) =>
    rest === undefined ? [] : [{ ref, salt, rest }],
  );
  if (long.length === 0) return document;
  const personal: Record<PersonalRef, Personal> = { ...document.personal };
  const bodies = await inBatches(long, AT_ONCE, ({ rest }) => objects().get(rest));
  for (const [index, { ref, salt, rest }] of long.entries()) {
    const body = bodies[index];
    if (body === undefined) delete personal[ref];
    else personal[ref] = { salt, value: Buffer.from(body).toString("utf8"), rest };
  }
  return { ...document, personal };
}

function digest(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("base64url");
}
