import type { Ports } from "../../../lib/app/ports/index.ts";
import type { ContractorRecord } from "../../../lib/app/ports/organisation.ts";
import type { PersonChange } from "../../../lib/app/ports/person-change.ts";
import type { ProjectRecord } from "../../../lib/app/ports/project-record.ts";
import {
  type Company,
  type Person,
  type Project,
  reaches,
} from "../../../lib/domain/organisation/organisation.ts";
import type { ProjectMonth } from "../../../lib/domain/organisation/project-months.ts";
import type { RosterEdition } from "../../../lib/domain/organisation/roster.ts";
import { company, everybody, otherProject, project } from "../organisation.ts";

/** The company as the tests set it up; they read and change it directly. */
export function sampleOrganisation() {
  return {
    company: company as Company | undefined,
    projects: [project, otherProject] as Project[],
    people: [...everybody] as Person[],
    rosters: [] as RosterEdition[],
    months: [] as ProjectMonth[],
    firstMonths: new Map<string, string>(),
    entered: new Map<string, ProjectRecord>(),
    contractors: new Map<string, ContractorRecord>(),
    tried: [] as PersonChange[],
    made: [] as PersonChange[],
  };
}

/** The organisation's port over `organisation`. */
export function memoryOrganisation(
  organisation: ReturnType<typeof sampleOrganisation>,
): Ports["organisation"] {
  const recordOf = (person: Person) => {
    const last = organisation.made.findLast((change) => change.person.id === person.id);
    return { person, version: last?.version ?? 0, ...(last === undefined ? {} : { changeId: last.id }) };
  };
  return {
    company: async () => organisation.company,
    project: async (id) => organisation.projects.find((p) => p.id === id),
    projects: async () => organisation.projects,
    people: async () => organisation.people,
    person: async (id) => organisation.people.find((p) => p.id === id),
    putCompany: unused,
    importAll: unused,
    staff: async (id) => {
      const project = organisation.projects.find((p) => p.id === id);
      return project === undefined ? [] : organisation.people.filter((person) => reaches(person, project));
    },
    projectRecord: async (id) => {
      const project = organisation.projects.find((p) => p.id === id);
      return project === undefined ? undefined : (organisation.entered.get(id) ?? { project, version: 0 });
    },
    changeProject: async (record) => {
      const { id } = record.project;
      if ((organisation.entered.get(id)?.version ?? 0) !== record.version - 1) return false;
      organisation.entered.set(id, record);
      organisation.projects = [...organisation.projects.filter((p) => p.id !== id), record.project];
      return true;
    },
    contractor: async (id) => organisation.contractors.get(id),
    contractors: async () => [...organisation.contractors.values()],
    changeContractor: async (record) => {
      const { id } = record.contractor;
      if ((organisation.contractors.get(id)?.version ?? 0) !== record.version - 1) return false;
      organisation.contractors.set(id, record);
      return true;
    },
    peopleRecords: async () => organisation.people.map(recordOf),
    personRecord: async (id) => {
      const person = organisation.people.find((p) => p.id === id);
      return person === undefined ? undefined : recordOf(person);
    },
    personChanges: async (id) => organisation.tried.filter((change) => change.person.id === id),
    recordChange: async (change) => void organisation.tried.push(change),
    changePerson: async (change) => {
      const last = organisation.made.findLast(({ person }) => person.id === change.person.id);
      if ((last?.version ?? 0) !== change.version - 1) return false;
      organisation.made.push(change);
      organisation.people = [
        ...organisation.people.filter(({ id }) => id !== change.person.id),
        change.person,
      ];
      return true;
    },
    roster: async (projectId, month) =>
      organisation.rosters.findLast((r) => r.projectId === projectId && r.month === month),
    firstMonth: async (id) => organisation.firstMonths.get(id),
    noteFirstMonth: async (id, month) => {
      if (month < (organisation.firstMonths.get(id) ?? "9999-12")) organisation.firstMonths.set(id, month);
    },
    projectMonths: async (id) => organisation.months.filter(({ projectId }) => projectId === id),
    addProjectMonth: async (next) => {
      const taken = organisation.months.some(
        ({ projectId, month, version }) =>
          projectId === next.projectId && month === next.month && version === next.version,
      );
      if (!taken) organisation.months.push(next);
      return !taken;
    },
    rosterMonths: async (projectId, from) => {
      const rosters = organisation.rosters.filter((r) => r.projectId === projectId && r.month >= from);
      return [...new Set(rosters.map(({ month }) => month))].sort();
    },
    addRoster: async (edition) => {
      const { projectId, month, version } = edition;
      const taken = organisation.rosters.some(
        (r) => r.projectId === projectId && r.month === month && r.version === version,
      );
      if (!taken) organisation.rosters.push(edition);
      return !taken;
    },
  };
}

async function unused(): Promise<never> {
  throw new Error("this port is not part of the tests");
}
