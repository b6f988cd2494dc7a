import type { Entry, NewEntry } from "./entry.ts";

/** The outbox as it is kept. Everything in one call happens together or not at all, and outlives the page. */
export interface OutboxStore {
  /** Every action of a person, in order. */
  entries(personId: string): Promise<readonly Entry[]>;
  /** Keeps an action with the bytes of its files; the draft that it was made from is gone in the same moment. */
  add(entry: NewEntry, bytes: ReadonlyMap<string, ArrayBuffer>, draftId?: string): Promise<Entry>;
  /**
   * Reads and changes the actions of one complaint; those that are gone are forgotten with their files, and the files of
   * those that are sent. `moved`: the version that the complaint has where it had another.
   */
  change(
    of: Pick<Entry, "personId" | "complaintId">,
    change: (entries: readonly Entry[]) => readonly Entry[],
    moved?: { readonly from: number; readonly to: number },
  ): Promise<readonly Entry[]>;
  bytes(fileKey: string): Promise<ArrayBuffer | undefined>;
}
