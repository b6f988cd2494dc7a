import { unarchived } from "../../../lib/adapters/dynamodb/core/unarchived.ts";
import { rowOf } from "../../../lib/adapters/dynamodb/groups/group-store.ts";
import { type Archive } from "../../../lib/app/ports/archive.ts";
import { type GroupStore } from "../../../lib/app/ports/groups.ts";
import { type PageRequest } from "../../../lib/app/ports/page.ts";
import { type Group } from "../../../lib/domain/groups/group.ts";
import { paged, stored } from "./stored.ts";

/** Groups with conditional writes. */
export class MemoryGroups implements GroupStore {
  archive: Archive<Group> = unarchived;
  whole = (document: Group) => this.archive.whole(document);
  withTexts = (document: Group) => this.archive.withTexts(document);
  without: Archive<Group>["without"] = (...given) => this.archive.without(...given);
  readonly items = new Map<string, Group>();
  onWrite: (id: string) => Promise<void> = async () => {};

  async load(id: string) {
    const found = this.items.get(id);
    return found === undefined ? undefined : stored(found);
  }
  async latest(series: string) {
    const of = [...this.items.values()].filter(({ identity }) => identity.id.startsWith(`${series}.`));
    const last = of.sort((a, b) => b.identity.ordinal - a.identity.ordinal)[0];
    return last === undefined ? undefined : stored(last);
  }
  async insert(given: Group) {
    const group = await this.archive.fit(given);
    const exists = this.items.get(group.identity.id);
    return exists === undefined ? this.#write(group) : { exists: stored(exists) };
  }
  async replace(given: Group, expectedRevision: number) {
    const group = await this.archive.fit(given);
    // Nothing is awaited between the condition and the write: it is one step, as in the real store.
    const current = this.items.get(group.identity.id);
    if (current === undefined) throw new Error("replaced a group that does not exist");
    return current.revision === expectedRevision ? this.#write(group) : { conflict: stored(current) };
  }
  async ofProject(projectId: string, page: PageRequest) {
    const of = [...this.items.values()].filter(({ identity }) => identity.projectId === projectId);
    return paged(of.map(rowOf), page);
  }
  async #write(group: Group) {
    this.items.set(group.identity.id, stored(group));
    await this.onWrite(group.identity.id);
    return {};
  }
}
