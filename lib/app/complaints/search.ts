import { ticketNumber } from "../../domain/classification/sources.ts";
import type { Complaint } from "../../domain/complaint/document.ts";
import { readSearch } from "../../domain/organisation/identity/search.ts";
import type { Person, Project } from "../../domain/organisation/organisation.ts";
import { defined } from "../../domain/present.ts";
import { asking } from "../../domain/search/fingerprint.ts";
import { type Grams, gramsOfQuery, holdsWords } from "../../domain/search/grams.ts";
import { factRow } from "../../domain/statistics/fact-row.ts";
import { monthBefore } from "../../domain/statistics/period.ts";
import { monthOf, toInstant } from "../../domain/time/instant.ts";
import { contactKeys } from "../organisation/keys.ts";
import { actingIn } from "../organisation/staffing.ts";
import type { ListedComplaint } from "../ports/complaints.ts";
import type { Ports } from "../ports/index.ts";
import { UnknownCursor } from "../ports/page.ts";
import type { SearchEntry } from "../ports/search-index.ts";
import { mayKnow, seeingFor, seenBy } from "./seen.ts";

type SearchPorts = Pick<Ports, "clock" | "crypto" | "complaints" | "organisation" | "rules" | "searchIndex">;

/** What is looked for, in which projects, by whom. */
export interface Search {
  readonly projects: readonly Project[];
  readonly q: string;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface FoundComplaint extends ListedComplaint {
  readonly complaint: Complaint;
  readonly project: Project;
}

/** Words are searched in the month of now and the eleven before it. */
const MONTHS = 12;
/** So many projects are asked one by one; of more the company's whole month is read. */
const ONE_BY_ONE = 20;
const PAGE = 2000;
/** After so many entries the request answers what it has, at the end of a month. */
const ENTRIES = 8000;
/** Fingerprints err; so many of the newest that may match are read at a time. */
const DOCUMENTS = 50;

/**
 * Complaints by what people type. First what is exact, whatever its age: a number, before or after a conversion, a ticket's
 * number, a whole phone number or address, in one project a flat; then words of the matter, a name, four and more digits of
 * a phone number and a flat in the last twelve months, newest first. Only what the reader may see is found.
 */
export async function searchComplaints(
  ports: SearchPorts,
  reader: Person,
  search: Search,
): Promise<{ readonly items: readonly FoundComplaint[]; readonly cursor?: string }> {
  const from = positionOf(search.cursor);
  const exact = from === undefined ? await exactly(ports, reader, search) : [];
  const words = await byWords(ports, reader, search, from, exact);
  const items = [...exact, ...words.items];
  return words.next === undefined ? { items } : { items, cursor: cursorOf(words.next) };
}

/** Where the words go on: a month, and what has been shown of it. */
interface Position {
  readonly month: string;
  /** `<received>#<id>` of the last one shown. */
  readonly after?: string;
}

function cursorOf({ month, after = "" }: Position): string {
  return Buffer.from(`${month}~${after}`).toString("base64url");
}

function positionOf(cursor: string | undefined): Position | undefined {
  if (cursor === undefined) return undefined;
  const text = Buffer.from(cursor, "base64url").toString("utf8");
  const [, month, after] =
    /^(\d{4}-(?:0[1-9]|1[0-2]))~((?:\d{4}-[\dTZ:.-]{1,30}#[\w-]{1,64})?)$/.exec(text) ?? [];
  if (month === undefined) throw new UnknownCursor("not a cursor of a search");
  return after === undefined || after === "" ? { month } : { month, after };
}

async function exactly(ports: SearchPorts, reader: Person, search: Search): Promise<FoundComplaint[]> {
  const { q, limit, projects } = search;
  const { number, address, prefixes } = readSearch(q);
  const { complaints, crypto } = ports;
  const one = (found: Promise<string | undefined>) => found.then((id) => (id === undefined ? [] : [id]));
  const [only, ...others] = projects;
  const place = others.length === 0 ? only : undefined;
  const ids = await Promise.all([
    ...(number === undefined ? [] : [one(complaints.idByNumber(number))]),
    // 工单号: what the platform's people say on the phone.
    one(complaints.idByNumber(ticketNumber(q))),
    ...contactKeys(crypto, q).map((key) => complaints.idsByContact(key, limit)),
    ...(place === undefined
      ? []
      : prefixes.map((prefix) => complaints.idsByHousehold(place.id, prefix, limit))),
    ...(place === undefined || address === undefined ? [] : [complaints.idsByRoom(place.id, address, limit)]),
  ]);
  const documents = await complaints.loadMany([...new Set(ids.flat())].slice(0, limit));
  const isNumber = ({ registration, convertedNumber }: Complaint) =>
    (number !== undefined && (registration.number === number || convertedNumber === number)) ||
    (registration.external !== undefined && ticketNumber(registration.external.ticketNo) === ticketNumber(q));
  // What is found by a phone number or a flat says whose it is: only for those who may know it.
  return seen(ports, reader, search, documents, (complaint, { knows }) => isNumber(complaint) || knows);
}

/** Asks for words as every key that counts has hidden them: an index is made anew only in the course of time. */
function askingAll({ crypto }: Pick<Ports, "crypto">, grams: Grams): (bits: Uint8Array) => boolean {
  const asked = crypto
    .keyedHashes("")
    .map((_, key) => asking(grams, (text) => crypto.keyedHashes(text)[key] ?? crypto.keyedHash(text)));
  return (bits) => asked.some((mayHold) => mayHold(bits));
}

interface Words {
  readonly items: readonly FoundComplaint[];
  readonly next?: Position;
}

async function byWords(
  ports: SearchPorts,
  reader: Person,
  search: Search,
  from: Position | undefined,
  exact: readonly FoundComplaint[],
): Promise<Words> {
  const grams = gramsOfQuery(search.q);
  const [place] = search.projects;
  if (Object.keys(grams).length === 0 || place === undefined) return { items: [] };
  const mayHold = askingAll(ports, grams);
  const known = new Set(exact.map(({ id }) => id));
  const months = monthsBack(monthOf(toInstant(ports.clock.now()), place.timeZone));
  const items: FoundComplaint[] = [];
  let read = 0;
  for (const month of months.slice(from === undefined ? 0 : Math.max(0, months.indexOf(from.month)))) {
    const entries = await entriesOf(ports, month, search.projects);
    read += entries.length;
    const after = month === from?.month ? from.after : undefined;
    const candidates = entries
      .filter((entry) => mayHold(entry.bits) && !known.has(entry.id))
      .filter((entry) => after === undefined || placeOf(entry) < after)
      .toSorted((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1));
    for (let at = 0; at < candidates.length; at += DOCUMENTS) {
      const some = candidates.slice(at, at + DOCUMENTS);
      const found = await holding(ports, reader, search, some);
      for (const one of found) {
        items.push(one);
        if (items.length === search.limit)
          return { items, next: { month, after: placeOf({ ...one.fact, id: one.id }) } };
      }
    }
    const next = months[months.indexOf(month) + 1];
    if (next !== undefined && read >= ENTRIES) return { items, next: { month: next } };
  }
  return { items };
}

function monthsBack(newest: string): readonly string[] {
  const months = [newest];
  for (let last = newest; months.length < MONTHS; months.push(last)) last = monthBefore(last);
  return months;
}

/** The entries of a month in these projects. */
async function entriesOf(
  { searchIndex }: Pick<Ports, "searchIndex">,
  month: string,
  projects: readonly Project[],
): Promise<readonly SearchEntry[]> {
  const wanted = new Set(projects.map(({ id }) => id));
  const ranges = projects.length <= ONE_BY_ONE ? projects.map(({ id }) => id) : [undefined];
  const read = await Promise.all(
    ranges.map(async (projectId) => {
      const found: SearchEntry[] = [];
      let cursor: string | undefined;
      do {
        const page = await searchIndex.inMonth(month, projectId, {
          limit: PAGE,
          ...defined({ cursor }),
        });
        found.push(...page.items.filter((entry) => wanted.has(entry.projectId)));
        cursor = page.cursor;
      } while (cursor !== undefined);
      return found;
    }),
  );
  return read.flat();
}

/** Those of them that really hold the words, as the reader sees them, newest first. */
async function holding(
  ports: SearchPorts,
  reader: Person,
  search: Search,
  entries: readonly SearchEntry[],
): Promise<readonly FoundComplaint[]> {
  const loaded = await ports.complaints.loadMany(entries.map(({ id }) => id));
  const documents = await Promise.all(loaded.map((one) => ports.complaints.withTexts(one)));
  const found = await seen(ports, reader, search, documents, (_, { told }) => holdsWords(told, search.q));
  return found.toSorted((a, b) =>
    placeOf({ ...a.fact, id: a.id }) < placeOf({ ...b.fact, id: b.id }) ? 1 : -1,
  );
}

function placeOf({ receivedAt, id }: Pick<SearchEntry, "receivedAt" | "id">): string {
  return `${receivedAt}#${id}`;
}

/** Documents of these projects as the reader may see them, those that are wanted. */
async function seen(
  ports: SearchPorts,
  reader: Person,
  { projects }: Search,
  documents: readonly Complaint[],
  isWanted: (complaint: Complaint, as: { readonly told: Complaint; readonly knows: boolean }) => boolean,
): Promise<FoundComplaint[]> {
  const rows = await Promise.all(
    documents.map(async (complaint): Promise<FoundComplaint[]> => {
      const project = projects.find(({ id }) => id === complaint.registration.projectId);
      if (project === undefined) return [];
      const [person, seeing] = await Promise.all([
        actingIn(ports, reader, project),
        seeingFor(ports, project),
      ]);
      const { complaint: shown, known: told } = seenBy(complaint, person, project, seeing);
      const knows = mayKnow(complaint, person, project, seeing);
      // The row shows less than what is searched in.
      if (!isWanted(complaint, { told, knows })) return [];
      return [{ id: complaint.registration.id, fact: factRow(complaint), complaint: shown, project }];
    }),
  );
  return rows.flat();
}
