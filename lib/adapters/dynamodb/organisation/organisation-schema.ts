import * as z from "zod";
import type { PersonChange } from "../../../app/ports/person-change.ts";
import type { ChannelKey, ChannelSystem } from "../../../domain/organisation/channel-system.ts";
import { languages } from "../../../domain/organisation/language.ts";
import {
  type Absence,
  type Assignment,
  type Company,
  type Department,
  type Person,
  type Project,
  posts,
} from "../../../domain/organisation/organisation.ts";
import type { ProjectMonth } from "../../../domain/organisation/project-months.ts";
import type { RosterEdition, Shift } from "../../../domain/organisation/roster.ts";
import { packedJson } from "../core/packed-json.ts";
import { instant, type Shape, text } from "../core/shape.ts";

const company = { name: text, timeZone: text } satisfies Shape<Company>;
const department = {
  id: text,
  name: text,
  parentId: text.exactOptional(),
  contractorId: text.exactOptional(),
} satisfies Shape<Department>;

const project = {
  id: text,
  name: text,
  region: text,
  city: text,
  type: text,
  floorArea: z.number(),
  timeZone: text,
  departments: z.array(z.looseObject(department)),
  mailbox: text.exactOptional(),
  hotline: text.exactOptional(),
  emergencyPhone: text.exactOptional(),
  language: z.enum(languages).exactOptional(),
  deliveredOn: text.exactOptional(),
  ratedBy: z.enum(["households", "area"]).exactOptional(),
  since: text,
} satisfies Shape<Project>;

const assignment = {
  post: z.enum(posts),
  projectId: text.exactOptional(),
  departmentId: text.exactOptional(),
  region: text.exactOptional(),
} satisfies Shape<Assignment>;

const absence = { from: text, to: text, substituteId: text.exactOptional() } satisfies Shape<Absence>;

const person = {
  id: text,
  name: text,
  email: text,
  phone: text.exactOptional(),
  wecomId: text.exactOptional(),
  language: z.enum(languages).exactOptional(),
  assignments: z.array(z.looseObject(assignment)),
  absences: z.array(z.looseObject(absence)).exactOptional(),
  substitutes: z.array(text).exactOptional(),
  leavesOn: text.exactOptional(),
  sessionsEndedAt: text.exactOptional(),
} satisfies Shape<Person>;

const shift = {
  date: text,
  from: text,
  to: text,
  post: z.enum(posts),
  departmentId: text.exactOptional(),
  personId: text,
} satisfies Shape<Shift>;

const roster = {
  projectId: text,
  month: text,
  version: z.int().min(1),
  contentHash: text,
  at: instant,
  by: text,
  shifts: z.array(z.looseObject(shift)),
} satisfies Shape<RosterEdition>;

const channelKey = {
  id: text,
  hash: text,
  createdAt: instant,
  createdBy: text,
  validUntil: instant.exactOptional(),
  endedBy: text.exactOptional(),
} satisfies Shape<ChannelKey>;

const channelSystem = {
  system: text,
  name: text,
  channels: z.array(text),
  projectIds: z.array(text).exactOptional(),
  addresses: z.array(text).exactOptional(),
  signed: z.literal(true).exactOptional(),
  perMinute: z.int().min(1).exactOptional(),
  keys: z.array(z.looseObject(channelKey)),
  version: z.int().min(1),
} satisfies Shape<ChannelSystem>;

export const companySchema: z.ZodType<Company> = z.looseObject(company);
export const projectSchema: z.ZodType<Project> = z.looseObject(project);
export const personSchema: z.ZodType<Person> = z.looseObject(person);
export const channelSystemSchema: z.ZodType<ChannelSystem> = z.looseObject(channelSystem);
/** Where a key's digest leads. */
export const keyHolderSchema = z.looseObject({ system: text });
export const keyUseSchema = z.looseObject({ at: instant });
/** A roster as its item holds it, packed: a month has hundreds of like shifts. */
export const rosterItemSchema = z.object({
  pk: text,
  sk: text,
  roster: packedJson.pipe(z.looseObject(roster)),
});

/** The lock and the last change of a person's item; an imported one has neither yet. */
export const personItemSchema = z.object({ version: z.int().default(0), changeId: text.exactOptional() });

const personChange = {
  id: text,
  previous: text.exactOptional(),
  version: z.int().min(1),
  at: instant,
  by: text,
  person: z.looseObject(person),
} satisfies Shape<PersonChange>;

export const personChangeSchema: z.ZodType<PersonChange> = z.looseObject(personChange);

export const projectMonthSchema: z.ZodType<ProjectMonth> = z.looseObject({
  projectId: text,
  month: text,
  version: z.int().min(1),
  occupiedHouseholds: z.int().min(0),
  occupiedArea: z.number(),
  source: z.enum(["households", "entered"]),
  at: instant,
  by: text,
} satisfies Shape<ProjectMonth>);
