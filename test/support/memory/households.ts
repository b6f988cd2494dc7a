import { type HouseholdStore } from "../../../lib/app/ports/organisation.ts";
import { HOUSEHOLDS_PER_PART, type HouseholdList } from "../../../lib/domain/organisation/households.ts";
import { type Household } from "../../../lib/domain/organisation/organisation.ts";
import { type Instant } from "../../../lib/domain/time/instant.ts";
import { stored } from "./stored.ts";

/** Household lists; rows are kept for ever, and `keptUntil` says what the table would forget. */
export class MemoryHouseholds implements HouseholdStore {
  readonly lists = new Map<string, HouseholdList>();
  readonly rows = new Map<string, readonly Household[]>();
  readonly keptUntil = new Map<string, Instant | undefined>();

  async list(projectId: string) {
    const list = this.lists.get(projectId);
    return list === undefined ? undefined : stored(list);
  }
  async stage(projectId: string, importId: string, households: readonly Household[], until: Instant) {
    const key = `${projectId} ${importId}`;
    if (this.rows.has(key)) return;
    this.rows.set(key, stored(households));
    this.keptUntil.set(key, until);
  }
  async households(projectId: string, importId: string) {
    return stored(this.rows.get(`${projectId} ${importId}`) ?? []);
  }
  async part(projectId: string, importId: string, index: number) {
    const from = index * HOUSEHOLDS_PER_PART;
    return (await this.households(projectId, importId)).slice(from, from + HOUSEHOLDS_PER_PART);
  }
  async rewrite(projectId: string, importId: string, index: number, households: readonly Household[]) {
    const key = `${projectId} ${importId}`;
    const rows = [...(this.rows.get(key) ?? [])];
    rows.splice(index * HOUSEHOLDS_PER_PART, HOUSEHOLDS_PER_PART, ...households);
    this.rows.set(key, stored(rows));
  }
  async keep(projectId: string, importId: string, until?: Instant) {
    this.keptUntil.set(`${projectId} ${importId}`, until);
  }
  async activate(list: HouseholdList) {
    if ((this.lists.get(list.projectId)?.version ?? 0) !== list.version - 1) return false;
    this.lists.set(list.projectId, stored(list));
    return true;
  }
}
