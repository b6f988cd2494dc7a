import type { Company, Person, Post, Project } from "../../lib/domain/organisation/organisation.ts";
import { ZONE } from "./builders.ts";

export const company: Company = { name: "示例物业公司", timeZone: ZONE };

export const project: Project = {
  id: "project-1",
  name: "示例一期",
  region: "east",
  city: "上海",
  type: "普通住宅",
  floorArea: 80_000,
  timeZone: ZONE,
  departments: [
    { id: "service", name: "客户服务部" },
    { id: "engineering", name: "工程部" },
  ],
  mailbox: "project-1@desk.example",
  since: "2026-01",
};

export const otherProject: Project = {
  ...project,
  id: "project-2",
  name: "示例二期",
  region: "west",
  mailbox: "project-2@desk.example",
};

function person(id: string, post: Post, more: Omit<Person["assignments"][number], "post">): Person {
  return { id, name: id, email: `${id}@desk.example`, assignments: [{ post, ...more }] };
}

const here = { projectId: project.id };

/** One holder for every post of the first project; headquarters has two. */
export const people = {
  clerk: person("clerk-1", "clerk", here),
  dutyHandler: person("duty-1", "handler", here),
  handler: person("handler-1", "handler", { ...here, departmentId: "engineering" }),
  serviceHead: person("service-head", "department-head", { ...here, departmentId: "service" }),
  engineeringHead: person("engineering-head", "department-head", { ...here, departmentId: "engineering" }),
  supervisor: person("supervisor-1", "supervisor", here),
  manager: person("manager-1", "manager", here),
  projectManager: person("project-manager-1", "project-manager", here),
  region: person("region-1", "region", { region: "east" }),
  headquarters: person("headquarters-1", "headquarters", {}),
  headquarters2: person("headquarters-2", "headquarters", {}),
  stranger: person("stranger-1", "manager", { projectId: otherProject.id }),
} as const;

export const everybody: readonly Person[] = Object.values(people);
