import * as z from "zod";
import { channelNames } from "../domain/classification/sources.ts";
import { systemTerms } from "./channel-keys/bodies.ts";
import { classCode } from "./complaints/bodies.ts";
import { id, line, text } from "./core/text.ts";
import { type HouseholdRow, householdsOf } from "./household-blocks.ts";
import { projectFacts, projectId, timeZone } from "./organisation/bodies.ts";
import { personFacts } from "./people/bodies.ts";

const system = z.strictObject(systemTerms).meta({
  description: "A channel system (call centre, website, box app): it outlives the rotation of its keys",
});

/** `company.json`: the company and the systems that may post complaints. */
export const companyPart = z.strictObject({ name: line(100), timeZone, systems: z.array(system) });

/** `projects.json` */
export const projectsPart = z.array(z.strictObject({ id: projectId, ...projectFacts }));

/** `people.json` */
export const peoplePart = z.array(z.strictObject(personFacts));

const label = line(40);
const householdRow = z.strictObject({
  projectId: id,
  area: label,
  building: label,
  unit: label,
  room: label,
  occupied: z.boolean(),
});
const householdBlock = z
  .strictObject({
    projectId: id,
    area: label,
    buildings: z.array(label).min(1),
    units: z.array(label).min(1),
    floors: z.tuple([z.int().min(-9).max(200), z.int().min(-9).max(200)]),
    perFloor: z.int().min(1).max(40),
    vacantEvery: z.int().min(2).exactOptional(),
  })
  .meta({ description: "All rooms of like buildings; every n-th one is vacant" });

/** `households.json`: rows as an export has them, or blocks of like buildings. */
export const householdsPart = z
  .array(z.union([householdRow, householdBlock]))
  .transform((entries): HouseholdRow[] => entries.flatMap(householdsOf));

/** `ledger.json`: rows of a paper ledger (D10) that are to be entered; what the row does not say is absent. */
export const ledgerPart = z.array(
  z.strictObject({
    number: line(40),
    date: z.iso.date(),
    channel: z.enum(channelNames),
    source: line(40),
    complainant: line(100).exactOptional(),
    project: line(100).exactOptional(),
    projectId: id,
    area: label.exactOptional(),
    place: line(100).exactOptional(),
    sourceClass: line(40),
    classCode,
    matter: text(4000),
    note: line(400).exactOptional(),
  }),
);
export type CompanyLedgerEntry = z.infer<typeof ledgerPart>[number];

interface References {
  readonly projects: z.infer<typeof projectsPart>;
  readonly people: z.infer<typeof peoplePart>;
  readonly households: readonly HouseholdRow[];
  readonly company: z.infer<typeof companyPart>;
}

/** A company folder as a whole: every reference leads somewhere and nothing is there twice. */
export const companyFile = z
  .strictObject({
    company: companyPart,
    projects: projectsPart,
    people: peoplePart,
    households: householdsPart,
  })
  .check(({ value, issues }) => {
    for (const { path, message } of [...doubles(value), ...strays(value)]) {
      issues.push({ code: "custom", path: [...path], message, input: value });
    }
  });
export type CompanyFile = z.infer<typeof companyFile>;

interface Fault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

function doubles({ company, projects, people, households }: References): Fault[] {
  const rooms = households.map((h) => [h.projectId, h.area, h.building, h.unit, h.room].join("/"));
  return [
    ...repeated(
      "company.systems",
      company.systems.map((s) => s.system),
    ),
    ...repeated(
      "projects",
      projects.map((p) => p.id),
    ),
    ...repeated(
      "projects",
      projects.flatMap((p) => p.mailbox?.toLowerCase() ?? []),
    ),
    ...projects.flatMap((p) =>
      repeated(
        `projects.${p.id}.departments`,
        p.departments.map((d) => d.id),
      ),
    ),
    ...repeated(
      "people",
      people.map((p) => p.id),
    ),
    ...repeated("households", rooms),
  ];
}

function repeated(where: string, values: readonly string[]): Fault[] {
  const twice = new Set(values.filter((value, index) => values.indexOf(value) !== index));
  return [...twice].map((value) => ({ path: [where], message: `重复 · twice: ${value}` }));
}

function strays({ company, projects, people, households }: References): Fault[] {
  const departments = new Map(projects.map((p) => [p.id, p.departments.map((d) => d.id)]));
  const regions = new Set(projects.map((p) => p.region));
  const faults: Fault[] = [];
  const wantProject = (path: Fault["path"], projectId: string | undefined) => {
    if (projectId === undefined || departments.has(projectId)) return;
    faults.push({ path, message: `没有项目 · no project ${projectId}` });
  };
  for (const [i, { projectIds }] of company.systems.entries()) {
    for (const projectId of projectIds ?? []) wantProject(["company", "systems", i], projectId);
  }
  for (const projectId of new Set(households.map((h) => h.projectId))) wantProject(["households"], projectId);
  for (const [i, { assignments }] of people.entries()) {
    for (const [j, { projectId, departmentId, region }] of assignments.entries()) {
      const path = ["people", i, "assignments", j];
      wantProject(path, projectId);
      if (departmentId !== undefined && !departments.get(projectId ?? "")?.includes(departmentId)) {
        faults.push({ path, message: `项目没有部门 · the project has no department ${departmentId}` });
      }
      if (region !== undefined && !regions.has(region)) {
        faults.push({ path, message: `没有区域 · no region ${region}` });
      }
    }
  }
  return faults;
}
