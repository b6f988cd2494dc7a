import type { PageRequest } from "../../../lib/app/ports/page.ts";
import type { SearchEntry, SearchIndex } from "../../../lib/app/ports/search-index.ts";
import { paged } from "./stored.ts";

export class MemorySearchIndex implements SearchIndex {
  readonly items = new Map<string, SearchEntry & { readonly month: string }>();
  pages = 0;

  async put(month: string, entry: SearchEntry) {
    this.items.set(entry.id, { ...entry, month });
  }
  async inMonth(month: string, projectId: string | undefined, page: PageRequest) {
    this.pages += 1;
    const found = [...this.items.values()].filter(
      (entry) => entry.month === month && (projectId === undefined || entry.projectId === projectId),
    );
    return paged(found, page);
  }
}
