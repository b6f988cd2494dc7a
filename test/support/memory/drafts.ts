import type { Draft, DraftStore } from "../../../lib/app/ports/drafts.ts";
import { stored } from "./stored.ts";

/** What residents are writing, in memory, with the same conditions as the table's. */
export function memoryDrafts(): DraftStore {
  const drafts = new Map<string, Draft>();
  return {
    insert: async (draft) => {
      if (drafts.has(draft.id)) throw new Error(`draft ${draft.id} stands already`);
      drafts.set(draft.id, stored(draft));
    },
    find: async (id) => {
      const draft = drafts.get(id);
      return draft === undefined ? undefined : stored(draft);
    },
    replace: async (draft, expectedRevision) => {
      if (drafts.get(draft.id)?.revision !== expectedRevision) return false;
      drafts.set(draft.id, stored(draft));
      return true;
    },
  };
}
