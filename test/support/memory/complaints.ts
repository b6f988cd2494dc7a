import { unarchived } from "../../../lib/adapters/dynamodb/core/unarchived.ts";
import { type Archive } from "../../../lib/app/ports/archive.ts";
import { type ComplaintStore } from "../../../lib/app/ports/complaints.ts";
import { type Freshness } from "../../../lib/app/ports/freshness.ts";
import { type PageRequest } from "../../../lib/app/ports/page.ts";
import { ticketNumber } from "../../../lib/domain/classification/sources.ts";
import { type Complaint, isOpen } from "../../../lib/domain/complaint/document.ts";
import { hasPendingReactions } from "../../../lib/domain/document/timer.ts";
import { groupingCode } from "../../../lib/domain/groups/candidate.ts";
import { sightingOf } from "../../../lib/domain/groups/sighting.ts";
import { addressOfKey, householdOf } from "../../../lib/domain/organisation/identity/household-key.ts";
import { type FactRow, factRow, monthOfReceipt } from "../../../lib/domain/statistics/fact-row.ts";
import { type Instant } from "../../../lib/domain/time/instant.ts";
import { paged, stored } from "./stored.ts";

/** Complaints with conditional writes; `interfere` runs once before the next write, as a competitor would. */
export class MemoryComplaints implements ComplaintStore {
  archive: Archive<Complaint> = unarchived;
  whole = (document: Complaint) => this.archive.whole(document);
  withTexts = (document: Complaint) => this.archive.withTexts(document);
  without: Archive<Complaint>["without"] = (...given) => this.archive.without(...given);
  readonly items = new Map<string, Complaint>();
  interfere: (() => Promise<void>) | undefined;
  onWrite: (id: string) => Promise<void> = async () => {};

  async load(id: string) {
    const found = this.items.get(id);
    return found === undefined ? undefined : stored(found);
  }
  async loadPending(id: string) {
    const found = await this.load(id);
    return found !== undefined && hasPendingReactions(found) ? found : undefined;
  }
  /** True while replicas have not heard of anybody's newest change. */
  replicasLag = false;
  readonly #before = new Map<string, Complaint | undefined>();

  async loadMany(ids: readonly string[], freshness?: Freshness) {
    const seen = async (id: string) => {
      const old = this.#before.get(id);
      const isOld = this.replicasLag && freshness !== "now" && this.#before.has(id);
      return isOld ? old && stored(old) : this.load(id);
    };
    const loaded = await Promise.all(ids.map(seen));
    return loaded.filter((complaint) => complaint !== undefined).reverse();
  }
  async insert(given: Complaint) {
    const complaint = await this.archive.fit(given);
    await this.#competitor();
    const { id } = complaint.registration;
    // Nothing is awaited between the condition and the write: it is one step, as in the real store.
    const exists = this.items.get(id);
    if (exists !== undefined) return { exists: stored(exists) };
    return this.#write(complaint);
  }
  async replace(given: Complaint, expectedRevision: number) {
    const complaint = await this.archive.fit(given);
    await this.#competitor();
    // Nothing is awaited between the condition and the write: it is one step, as in the real store.
    const current = this.items.get(complaint.registration.id);
    if (current === undefined) throw new Error("replaced a complaint that does not exist");
    if (current.revision !== expectedRevision) return { conflict: stored(current) };
    return this.#write(complaint);
  }
  async #competitor(): Promise<void> {
    const run = this.interfere;
    this.interfere = undefined;
    await run?.();
  }
  async #write(complaint: Complaint) {
    const { id } = complaint.registration;
    this.#before.set(id, this.items.get(id));
    this.items.set(id, stored(complaint));
    await this.onWrite(id);
    return {};
  }
  readonly secondNumbers = new Map<string, string>();
  async addNumber(id: string, number: string, of?: "ticket") {
    this.secondNumbers.set(of === "ticket" ? ticketNumber(number) : number, id);
  }
  readonly secondContacts = new Map<string, string>();
  async addContact({ registration }: Complaint, contactKey: string) {
    this.secondContacts.set(registration.id, contactKey);
  }
  async dropContact(id: string) {
    this.secondContacts.delete(id);
  }
  async idByNumber(number: string) {
    const second = this.secondNumbers.get(number);
    if (second !== undefined) return second;
    return this.#all().find((c) => c.registration.number === number)?.registration.id;
  }
  async openByProject(projectId: string, page: PageRequest & { dueBefore?: Instant }) {
    const rows = this.#rows((c) => c.registration.projectId === projectId && isOpen(c));
    const due = ({ fact }: { fact: FactRow }) => fact.nextDueAt ?? "9999";
    const wanted = rows.filter((row) => page.dueBefore === undefined || due(row) < page.dueBefore);
    return paged(
      wanted.sort((a, b) => due(a).localeCompare(due(b))),
      page,
    );
  }
  async changedLast(projectId: string, limit: number) {
    return this.#all()
      .filter((c) => c.registration.projectId === projectId)
      .map((c) => ({
        id: c.registration.id,
        at: c.events.at(-1)?.recordedAt ?? c.writtenAt,
        version: c.version,
      }))
      .toSorted((a, b) => (a.at < b.at ? 1 : -1))
      .slice(0, limit);
  }
  async receivedInMonth(projectId: string, month: string, page: PageRequest) {
    const rows = this.#rows((c) => c.registration.projectId === projectId && monthOfReceipt(c) === month);
    return paged(
      rows.sort((a, b) => a.fact.receivedAt.localeCompare(b.fact.receivedAt)),
      page,
    );
  }
  /** The index computes a key once a write; so does this. */
  readonly #households = new WeakMap<Complaint["registration"], string | undefined>();
  #household(registration: Complaint["registration"]): string | undefined {
    if (!this.#households.has(registration)) this.#households.set(registration, householdOf(registration));
    return this.#households.get(registration);
  }
  async idsByHousehold(projectId: string, prefix: string, limit: number) {
    const of = this.#all().filter(
      ({ registration: r }) =>
        r.projectId === projectId && `${this.#household(r) ?? ""}#${r.receivedAt}`.startsWith(prefix),
    );
    return newest(of, limit);
  }
  async idsByRoom(
    projectId: string,
    wanted: { readonly room: string; readonly building?: string },
    limit: number,
  ) {
    const of = this.#all().filter(({ registration: r }) => {
      const key = this.#household(r);
      if (key === undefined || r.projectId !== projectId) return false;
      const { room, building } = addressOfKey(key);
      return room === wanted.room && (wanted.building ?? building) === building;
    });
    return of.map((c) => c.registration.id).slice(0, limit);
  }
  async idsByContact(contactKey: string, limit: number) {
    return newest(
      this.#all().filter(({ registration: { id, contactKey: own } }) =>
        [own, this.secondContacts.get(id)].includes(contactKey),
      ),
      limit,
    );
  }
  /** Ids that the index does not show yet: it is only eventually consistent. */
  readonly notIndexed = new Set<string>();
  async sightings(
    projectId: string,
    code: string,
    { from, to, taken }: { readonly from: Instant; readonly to: Instant; readonly taken: boolean },
    limit: number,
  ) {
    const of = this.#all().filter(
      (c) =>
        c.registration.projectId === projectId &&
        groupingCode(c) === code &&
        (c.group !== undefined || !isOpen(c)) === taken &&
        c.registration.receivedAt >= from &&
        c.registration.receivedAt <= to,
    );
    return of
      .toSorted((a, b) => (a.registration.receivedAt < b.registration.receivedAt ? -1 : 1))
      .map(sightingOf)
      .filter(({ complaintId }) => !this.notIndexed.has(complaintId))
      .slice(0, limit);
  }
  #all(): Complaint[] {
    return [...this.items.values()];
  }
  #rows(wanted: (complaint: Complaint) => boolean) {
    return this.#all()
      .filter(wanted)
      .map((c) => ({ id: c.registration.id, fact: factRow(c) }));
  }
}

/** As the indexes give them: the last to come first. */
function newest(found: readonly Complaint[], limit: number): string[] {
  return found
    .toSorted((a, b) => (a.registration.receivedAt < b.registration.receivedAt ? 1 : -1))
    .map((c) => c.registration.id)
    .slice(0, limit);
}
