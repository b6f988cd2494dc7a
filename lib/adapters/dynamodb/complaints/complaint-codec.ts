import * as z from "zod";
import { nextDueAt } from "../../../domain/clocks/clock.ts";
import { type Complaint, isOpen } from "../../../domain/complaint/document.ts";
import { hasPendingReactions, nextAlarm } from "../../../domain/document/timer.ts";
import { groupingCode } from "../../../domain/groups/candidate.ts";
import { sightingOf } from "../../../domain/groups/sighting.ts";
import { once } from "../../../domain/once.ts";
import { householdOf } from "../../../domain/organisation/identity/household-key.ts";
import { factRow, monthOfReceipt } from "../../../domain/statistics/fact-row.ts";
import { packChange } from "../core/change-key.ts";
import { read, UnreadableItemError } from "../core/errors.ts";
import { keys } from "../core/keys.ts";
import { packedJson, packJson } from "../core/packed-json.ts";
import type { DocumentForm } from "../core/settings.ts";
import { alarmShard } from "../core/shard.ts";
import { packSighting } from "../core/sighting-key.ts";
import { complaintSchema } from "./complaint-schema.ts";
import { gapsIn, withDerived, withoutDerived } from "./derived-hashes.ts";
import { packFact } from "./fact-codec.ts";

/** The one schema version this software reads and writes. */
const SCHEMA = 1;

/** Sorts behind every deadline. */
const NEVER = "9999-12-31T23:59:59.999Z";

/** The complaint's item: the document, the revision that the condition looks at, and what the indexes are built from. */
export function complaintItem(complaint: Complaint, shards: number, form: DocumentForm = "whole") {
  const { id } = complaint.registration;
  return {
    ...keys.complaint(id),
    revision: complaint.revision,
    doc: packJson(form === "slim" ? withoutDerived(complaint) : complaint),
    ...indexed(complaint),
    ...alarmed(complaint, shards),
    ...work(complaint),
    // Half of what reacts to a write is the echo of reactions just done: it shall see so without reading the document.
    ...(hasPendingReactions(complaint) ? {} : { settled: true }),
  };
}

/** True for an item whose document has no pending reactions; false also where it does not say. */
export function isSettled(item: Record<string, unknown>): boolean {
  return item["settled"] === true;
}

function indexed(complaint: Complaint) {
  const { id, number, projectId, receivedAt, contactKey } = complaint.registration;
  const household = householdOf(complaint.registration);
  return {
    number,
    factPk: `F#${projectId}#${monthOfReceipt(complaint)}`,
    factSk: `${receivedAt}#${id}`,
    fact: packFact(factRow(complaint)),
    ...(household === undefined
      ? {}
      : { householdPk: `H#${projectId}`, householdSk: `${household}#${receivedAt}` }),
    ...(contactKey === undefined ? {} : { contactPk: contactKey, receivedAt }),
    ...coded(complaint),
    ...changed(complaint),
  };
}

/** By its last event: the echo of reactions, which nobody sees, leaves the entry as it is. */
function changed({ registration: { id, projectId }, events, writtenAt, version }: Complaint) {
  const at = events.at(-1)?.recordedAt ?? writtenAt;
  return { changePk: `W#${projectId}`, changeSk: packChange({ at, version, id }) };
}

/** Where complaints of a problem point stand: those that a group may still be made of apart from those that are over or in one. */
export const codePartition = (projectId: string, code: string, taken: boolean) =>
  `${taken ? "T" : "P"}#${projectId}#${code}`;

/** Complaints and opinions by problem point: what groups are made of. */
function coded(complaint: Complaint) {
  const code = groupingCode(complaint);
  const { projectId, recordKind } = complaint.registration;
  if (code === undefined || (recordKind !== "complaint" && recordKind !== "opinion")) return {};
  const isTaken = complaint.group !== undefined || !isOpen(complaint);
  return {
    codePk: codePartition(projectId, code, isTaken),
    codeSk: packSighting(sightingOf(complaint)),
  };
}

/** In the alarm index only while there is something to wake up for. */
function alarmed(complaint: Complaint, shards: number) {
  const { id } = complaint.registration;
  const at = nextAlarm(complaint);
  return at === undefined ? {} : { alarmShard: alarmShard(id, shards), alarmSk: `${at}#${id}` };
}

/** In the work list only while open; between two clocks it is listed by the task's first due instant. */
function work(complaint: Complaint) {
  if (!isOpen(complaint)) return {};
  const { id, projectId } = complaint.registration;
  const due = nextDueAt(complaint.clocks) ?? complaint.taskDueAt ?? NEVER;
  return {
    openPk: `O#${projectId}`,
    dueSk: `${due}#${id}`,
  };
}

const stored = z.object({
  pk: z.string(),
  sk: z.string(),
  doc: packedJson.pipe(z.object({ schema: z.number() }).loose()),
});

/** From so many documents on the generated reader is the quicker one, the 40 ms that generating takes included. */
const MANY = 40;

const generated = once(() => z.compile(complaintSchema()));

/** Reads a complaint's item. Throws UnreadableItemError, naming the schema version where that is the reason. */
export function complaintOf(item: Record<string, unknown>): Complaint {
  return complaintIn(item, complaintSchema());
}

/** The same for a page of items, in their order. */
export function complaintsOf(items: readonly Record<string, unknown>[]): Complaint[] {
  const schema = items.length < MANY ? complaintSchema() : generated();
  return items.map((item) => complaintIn(item, schema));
}

function complaintIn(item: Record<string, unknown>, schema: z.ZodType<Complaint>): Complaint {
  const { doc, ...ref } = read(stored, item, { pk: String(item.pk), sk: String(item.sk) });
  if (doc.schema !== SCHEMA) {
    throw new UnreadableItemError(
      `complaint ${ref.pk} has schema version ${doc.schema}, this software reads ${SCHEMA}`,
    );
  }
  const gaps = gapsIn(doc);
  return withDerived(read(schema, gaps.document, ref), gaps);
}
