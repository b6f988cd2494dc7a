import { hash as hashOf } from "node:crypto";
import type { Complaint } from "../../../domain/complaint/document.ts";
import type { StoredEvent } from "../../../domain/complaint/events.ts";
import { chainHash, digestOf } from "../../../domain/document/chain.ts";
import { type Personal, personalRef } from "../../../domain/document/personal.ts";

/*
 * Half of a packed document are hashes, which nothing packs. All but the newest follow from what stands beside them (ADR 0021):
 * an event's digests from the values, its hash from its predecessor's. The newest hash stays, and whoever changes a
 * value or an event in the table is found by it.
 */

/** In place of an event's digests: those of the values beside it, none of them erased or shortened. */
const OF_VALUES = 1;

const digests = new WeakMap<Personal, string>();
/** The predecessor's hash from which an event's own was found to follow. */
const followed = new WeakMap<StoredEvent, string>();

/** The document without what `withDerived` finds again. What does not follow from the rest is kept as it stands. */
export function withoutDerived(complaint: Complaint): object {
  const { events, personal } = complaint;
  const fields = fieldsBySeq(personal);
  return {
    ...complaint,
    events: events.map((event, index) => {
      const before = index === 0 && event.seq === 1 ? "" : events[index - 1];
      const previous = before === "" || before === undefined ? before : before.hash;
      const isNext = before === "" || before?.seq === event.seq - 1;
      const { hash, digests: given, ...rest } = event;
      const follows = isNext && previous !== undefined && index < events.length - 1 && isOf(event, previous);
      return {
        ...rest,
        ...(given === undefined
          ? {}
          : { digests: areOf(event, fields.get(event.seq) ?? [], personal) ? OF_VALUES : given }),
        ...(follows ? {} : { hash }),
      };
    }),
  };
}

/** What is missing in a stored document, before it is read. */
export interface Gaps {
  readonly document: unknown;
  readonly hashes: ReadonlySet<number>;
  readonly digests: ReadonlySet<number>;
}

/** A stored document in the form that its schema knows, and where something must be derived. */
export function gapsIn(document: unknown): Gaps {
  const [hashes, ofValues] = [new Set<number>(), new Set<number>()];
  if (!isRecord(document) || !Array.isArray(document["events"]))
    return { document, hashes, digests: ofValues };
  const events = document["events"].map((event: unknown) => {
    if (!isRecord(event)) return event;
    const seq = Number(event["seq"]);
    const [lacksHash, lacksDigests] = [event["hash"] === undefined, event["digests"] === OF_VALUES];
    if (lacksHash) hashes.add(seq);
    if (lacksDigests) ofValues.add(seq);
    return { ...event, ...(lacksHash ? { hash: "" } : {}), ...(lacksDigests ? { digests: {} } : {}) };
  });
  return { document: { ...document, events }, hashes, digests: ofValues };
}

/** The document with what follows from the rest. */
export function withDerived(complaint: Complaint, gaps: Gaps): Complaint {
  if (gaps.hashes.size + gaps.digests.size === 0) return complaint;
  const fields = fieldsBySeq(complaint.personal);
  let previous = "";
  const events = complaint.events.map((event): StoredEvent => {
    const whole = gaps.digests.has(event.seq)
      ? { ...event, digests: digestsOf(event.seq, fields.get(event.seq) ?? [], complaint.personal) }
      : event;
    const { hash: stored, ...rest } = whole;
    const isMissing = gaps.hashes.has(event.seq);
    const hash = isMissing ? chainHash(previous, rest, sha256) : stored;
    const made = isMissing ? { ...whole, hash } : whole;
    if (isMissing) followed.set(made, previous);
    previous = hash;
    return made;
  });
  return { ...complaint, events };
}

function isOf(event: StoredEvent, previous: string): boolean {
  if (followed.get(event) === previous) return true;
  const { hash, ...rest } = event;
  if (chainHash(previous, rest, sha256) !== hash) return false;
  followed.set(event, previous);
  return true;
}

function areOf(
  { seq, digests: given = {} }: StoredEvent,
  fields: readonly string[],
  personal: Complaint["personal"],
): boolean {
  if (fields.length === 0 || Object.keys(given).length !== fields.length) return false;
  return fields.every((field) => {
    const value = personal[personalRef(seq, field)];
    return value !== undefined && value.rest === undefined && digestFor(value) === given[field];
  });
}

function digestsOf(
  seq: number,
  fields: readonly string[],
  personal: Complaint["personal"],
): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = personal[personalRef(seq, field)];
      return value === undefined ? [] : [[field, digestFor(value)]];
    }),
  );
}

/** Computed once for each value: documents are copied, values are not. */
function digestFor(value: Personal): string {
  const known = digests.get(value) ?? digestOf(value, sha256);
  digests.set(value, known);
  return known;
}

function fieldsBySeq(personal: Complaint["personal"]): Map<number, string[]> {
  const fields = new Map<number, string[]>();
  for (const ref of Object.keys(personal)) {
    const dot = ref.indexOf(".");
    const seq = Number(ref.slice(0, dot));
    fields.set(seq, [...(fields.get(seq) ?? []), ref.slice(dot + 1)]);
  }
  return fields;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function sha256(text: string): string {
  return hashOf("sha256", text, "base64url");
}
