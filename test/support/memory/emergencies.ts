import { unarchived } from "../../../lib/adapters/dynamodb/core/unarchived.ts";
import { emergencyRowOf } from "../../../lib/adapters/dynamodb/emergencies/emergency-store.ts";
import { type Archive } from "../../../lib/app/ports/archive.ts";
import { type EmergencyStore } from "../../../lib/app/ports/emergencies.ts";
import { type PageRequest } from "../../../lib/app/ports/page.ts";
import { type Emergency } from "../../../lib/domain/emergencies/emergency.ts";
import { monthOf } from "../../../lib/domain/time/instant.ts";
import { paged, stored } from "./stored.ts";

/** Emergency events with conditional writes. */
export class MemoryEmergencies implements EmergencyStore {
  archive: Archive<Emergency> = unarchived;
  whole = (document: Emergency) => this.archive.whole(document);
  withTexts = (document: Emergency) => this.archive.withTexts(document);
  without: Archive<Emergency>["without"] = (...given) => this.archive.without(...given);
  readonly items = new Map<string, Emergency>();
  onWrite: (id: string) => Promise<void> = async () => {};

  async load(id: string) {
    const found = this.items.get(id);
    return found === undefined ? undefined : stored(found);
  }
  async insert(given: Emergency) {
    const event = await this.archive.fit(given);
    const exists = this.items.get(event.registration.id);
    return exists === undefined ? this.#write(event) : { exists: stored(exists) };
  }
  async replace(given: Emergency, expectedRevision: number) {
    const event = await this.archive.fit(given);
    // Nothing is awaited between the condition and the write: it is one step, as in the real store.
    const current = this.items.get(event.registration.id);
    if (current === undefined) throw new Error("replaced an event that does not exist");
    return current.revision === expectedRevision ? this.#write(event) : { conflict: stored(current) };
  }
  async inMonth(projectId: string, month: string, page: PageRequest) {
    const of = [...this.items.values()].filter(
      ({ registration: r }) => r.projectId === projectId && monthOf(r.occurredAt, r.timeZone) === month,
    );
    const rows = of.map(emergencyRowOf);
    return paged(
      rows.sort((a, b) => a.occurredAt.localeCompare(b.occurredAt)),
      page,
    );
  }
  async #write(event: Emergency) {
    this.items.set(event.registration.id, stored(event));
    await this.onWrite(event.registration.id);
    return {};
  }
}
