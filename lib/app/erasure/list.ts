import type { Complaint } from "../../domain/complaint/document.ts";
import { plusSeconds, toInstant } from "../../domain/time/instant.ts";
import { shortDigest } from "../documents/ids.ts";
import type { Ports } from "../ports/index.ts";

/** Where the list lies: outside of the table, so that restoring the table does not take it back. */
const PLACE = "erased/";
const AT_MOST = 100_000;

type ListPorts = Pick<Ports, "clock" | "crypto" | "besideDocuments">;

/** What was erased at an instant: complaints, whole or by field. It holds no personal value. */
export interface ErasedEntry {
  readonly at: string;
  readonly complaintIds: readonly string[];
  /** Absent or empty: everything. */
  readonly fields?: readonly string[];
}

/** Puts an erasure on the list, before anything is erased: whatever a crash leaves, a restore carries it out. */
export async function noteErasure(
  { clock, crypto, besideDocuments }: ListPorts,
  complaints: readonly Pick<Complaint, "registration">[],
  fields: readonly string[] = [],
): Promise<void> {
  const entry: ErasedEntry = {
    at: toInstant(clock.now()),
    complaintIds: complaints.map(({ registration }) => registration.id),
    fields,
  };
  const body = JSON.stringify(entry);
  const key = `${PLACE}${entry.at.replaceAll(/\D/g, "").slice(0, 14)}-${shortDigest(crypto, body)}.json`;
  await besideDocuments.put(key, new TextEncoder().encode(body), "application/json");
}

/** What the list says, oldest first; a backup from before an entry does not know of it. */
export async function listedErasures({ clock, besideDocuments }: ListPorts): Promise<readonly ErasedEntry[]> {
  const until = plusSeconds(toInstant(clock.now()), 86_400);
  const keys = await besideDocuments.listOlderThan(PLACE, until, AT_MOST);
  const entries: ErasedEntry[] = [];
  for (const { key } of keys.toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
    const body = await besideDocuments.get(key);
    if (body !== undefined) entries.push(entryOf(key, JSON.parse(new TextDecoder().decode(body))));
  }
  return entries;
}

function entryOf(key: string, value: unknown): ErasedEntry {
  if (value === null || typeof value !== "object") throw new TypeError(`${key} is no entry of the list`);
  const { at, complaintIds, fields = [] } = Object.fromEntries<unknown>(Object.entries(value));
  if (typeof at !== "string" || !isTexts(complaintIds) || !isTexts(fields))
    throw new TypeError(`${key} is no entry of the list`);
  return { at, complaintIds, fields };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}
