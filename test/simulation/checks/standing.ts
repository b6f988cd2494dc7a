import type { Say } from "./known.ts";
import type { Json } from "./naive.ts";

interface Stood {
  readonly outbox: readonly number[];
  readonly happened: number;
}

/** A write that tells something new takes nothing from what a document owes: only the reactions that did it do. */
export class Standing {
  readonly #stood = new Map<string, Stood>();

  forget(): void {
    this.#stood.clear();
  }

  document(ref: string, document: Json, say: Say): void {
    const before = this.#stood.get(ref);
    const { outbox } = document;
    const happened = happenedIn(document);
    this.#stood.set(ref, { outbox, happened });
    if (before === undefined || happened === before.happened || settles(document)) return;
    const lost = before.outbox.filter((number) => !outbox.includes(number));
    if (lost.length > 0) say("what-is-owed-stays-owed", `${ref}: ${lost.join()} at ${happened}`);
  }
}

/** How much a document's history tells: events, or reports and announcements. */
function happenedIn({ events, archive, reports = [], announcements = [] }: Json): number {
  if (events === undefined) return reports.length + announcements.length;
  return events.at(-1)?.seq ?? archive?.at(-1)?.toSeq ?? 0;
}

/** A group's reactions record themselves which members they have told. */
function settles({ events }: Json): boolean {
  return String(events?.at(-1)?.commandId).startsWith("settle:");
}
