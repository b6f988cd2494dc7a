import type { ChannelSystem } from "../../domain/organisation/channel-system.ts";
import type { Contractor } from "../../domain/organisation/contractor.ts";
import type { HouseholdList } from "../../domain/organisation/households.ts";
import type { Company, Household, Person, Project } from "../../domain/organisation/organisation.ts";
import type { ProjectMonth } from "../../domain/organisation/project-months.ts";
import type { RosterEdition } from "../../domain/organisation/roster.ts";
import type { Instant } from "../../domain/time/instant.ts";
import type { Freshness } from "./freshness.ts";
import type { PersonChange, PersonRecord } from "./person-change.ts";
import type { ProjectRecord } from "./project-record.ts";

export interface OrganisationStore {
  company(): Promise<Company | undefined>;
  putCompany(company: Company): Promise<void>;
  project(id: string): Promise<Project | undefined>;
  /** Everybody whose posts reach a project, region and headquarters too; empty for one that there is not. */
  staff(projectId: string): Promise<readonly Person[]>;
  projects(): Promise<readonly Project[]>;
  people(): Promise<readonly Person[]>;
  person(id: string): Promise<Person | undefined>;
  /** Writes projects and people over whatever stood there: for imports. */
  importAll(projects: readonly Project[], people: readonly Person[]): Promise<void>;
  projectRecord(id: string): Promise<ProjectRecord | undefined>;
  /** Makes the change if the record still is one version lower; false if not. */
  changeProject(record: Required<ProjectRecord>): Promise<boolean>;
  /** The earliest month noted for a project, `YYYY-MM`; undefined where none was. */
  firstMonth(projectId: string): Promise<string | undefined>;
  /** Notes a month unless an earlier one stands. */
  noteFirstMonth(projectId: string, month: string): Promise<void>;
  contractor(id: string): Promise<ContractorRecord | undefined>;
  contractors(): Promise<readonly ContractorRecord[]>;
  /** Writes the contractor if it stands one version lower; false if not. */
  changeContractor(record: ContractorRecord): Promise<boolean>;
  /** Everybody with the version of the entry. */
  peopleRecords(): Promise<readonly PersonRecord[]>;
  personRecord(id: string): Promise<PersonRecord | undefined>;
  /** Every change that was tried, in any order. */
  personChanges(id: string): Promise<readonly PersonChange[]>;
  recordChange(change: PersonChange): Promise<void>;
  /** Makes the change if the record still is one version lower; false if not. */
  changePerson(change: PersonChange): Promise<boolean>;
  /** Every edition of a project's occupied households and area, in any order. */
  projectMonths(projectId: string): Promise<readonly ProjectMonth[]>;
  /** Adds an edition; false if one of this version is there already. */
  addProjectMonth(month: ProjectMonth): Promise<boolean>;
  /** The roster in force for a project and month `YYYY-MM`. */
  roster(projectId: string, month: string, freshness?: Freshness): Promise<RosterEdition | undefined>;
  /** The months from this one on that have a roster, `YYYY-MM`, oldest first. */
  rosterMonths(projectId: string, from: string): Promise<readonly string[]>;
  /** Adds an edition; false if one of this version is there already. */
  addRoster(edition: RosterEdition): Promise<boolean>;
}

/** A contractor as the table has it: the version is the optimistic lock. */
export interface ContractorRecord {
  readonly contractor: Contractor;
  readonly version: number;
}

/** The systems that may post; a key's digest leads to its system, and the system says which keys are in force. */
export interface ChannelSystemStore {
  /** Strongly consistent: a revoked key is refused from the next request on. */
  find(system: string): Promise<ChannelSystem | undefined>;
  list(): Promise<readonly ChannelSystem[]>;
  /** Writes the system if it stands one version lower (not at all for version 1); false if not. */
  put(system: ChannelSystem): Promise<boolean>;
  /** The system that a key's digest leads to. */
  holder(keyHash: string): Promise<string | undefined>;
  /** Lets a key's digest lead to a system. */
  point(keyHash: string, system: string): Promise<void>;
  /** Writes down when a key was used. */
  noteUse(keyHash: string, at: Instant): Promise<void>;
  /** When a key was used last, to the hour. */
  lastUse(keyHash: string): Promise<Instant | undefined>;
}

/** Households (房产) of a project, always a whole list at a time. */
export interface HouseholdStore {
  /** The list that counts; its rows are those of its import. */
  list(projectId: string): Promise<HouseholdList | undefined>;
  /** Writes the rows of an import, to be forgotten after `until` unless they are kept; doing it again changes nothing. */
  stage(projectId: string, importId: string, households: readonly Household[], until: Instant): Promise<void>;
  /** The rows of an import, by address. */
  households(projectId: string, importId: string): Promise<readonly Household[]>;
  /** One part of them (0, 1, 2 …); empty behind the last one. */
  part(projectId: string, importId: string, index: number): Promise<readonly Household[]>;
  /** Writes one part anew, kept as long as it was. */
  rewrite(
    projectId: string,
    importId: string,
    index: number,
    households: readonly Household[],
  ): Promise<void>;
  /** Keeps the rows of an import until then, or for good. */
  keep(projectId: string, importId: string, until?: Instant): Promise<void>;
  /** Makes a list the one that counts if the one before still is; false if not. */
  activate(list: HouseholdList): Promise<boolean>;
}
