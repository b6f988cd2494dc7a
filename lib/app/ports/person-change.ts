import type { Person } from "../../domain/organisation/organisation.ts";

/** A person as the table has it: the version is the optimistic lock, `changeId` the change that made it. */
export interface PersonRecord {
  readonly person: Person;
  readonly version: number;
  readonly changeId?: string;
}

/**
 * A change of a person, recorded before it is made: who, when, and what the entry became. A change that a crash or a
 * lost race kept from being made is no link of the chain of `previous` that ends in the record's `changeId`.
 */
export interface PersonChange {
  readonly id: string;
  readonly previous?: string;
  readonly version: number;
  readonly at: string;
  readonly by: string;
  readonly person: Person;
}
