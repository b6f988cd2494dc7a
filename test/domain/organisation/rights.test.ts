import { describe, expect, test } from "vitest";
import type { Assignment, Person, Project } from "../../../lib/domain/organisation/organisation.ts";
import { covers, holds, postsFor, reaches } from "../../../lib/domain/organisation/organisation.ts";
import { faultOfProject, mayEnterProject } from "../../../lib/domain/organisation/project-rules.ts";
import { mayRule } from "../../../lib/domain/organisation/rights.ts";
import { faultOfPerson, mayAppoint } from "../../../lib/domain/organisation/staff-rules.ts";
import { everybody, otherProject, people, project } from "../../support/organisation.ts";

const projects = [project, otherProject];
const ids = (some: readonly Person[]) => some.map(({ id }) => id);

describe("whom a post reaches", () => {
  test.each<[string, Assignment, boolean]>([
    ["a post of the project", { post: "manager", projectId: "project-1" }, true],
    ["a post of another project", { post: "manager", projectId: "project-2" }, false],
    // The project counts first, wherever the region is.
    [
      "a post of another project in the same region",
      { post: "manager", projectId: "project-2", region: "east" },
      false,
    ],
    ["its region", { post: "region", region: "east" }, true],
    ["another region", { post: "region", region: "west" }, false],
    ["headquarters", { post: "headquarters" }, true],
    ["any other post without project and region", { post: "manager" }, false],
  ])("%s: %o %s", (_, assignment, reached) => {
    const person = {
      ...people.clerk,
      assignments: [{ post: "clerk", projectId: "elsewhere" } as const, assignment],
    };
    expect(covers(assignment, project)).toBe(reached);
    expect(reaches(person, project)).toBe(reached);
    expect(holds(person, assignment.post, project)).toBe(reached);
    expect(postsFor(person, project)).toEqual(reached ? [assignment.post] : []);
  });

  test("posts of a person stand in the order of the hierarchy; a post is not held by another's name", () => {
    const here = { projectId: project.id };
    const person = {
      ...people.clerk,
      assignments: [
        { post: "manager", ...here },
        { post: "clerk", ...here },
      ] as const,
    };
    expect(postsFor(person, project)).toEqual(["clerk", "manager"]);
    expect(holds(person, "supervisor", project)).toBe(false);
  });
});

describe("who may change what", () => {
  test("what belongs to a project: its manager, its region, headquarters", () => {
    expect(ids(everybody.filter((person) => mayRule(person, project)))).toEqual([
      "project-manager-1",
      "region-1",
      "headquarters-1",
      "headquarters-2",
    ]);
  });

  test("a post of a project may be given by who rules it; posts of region and company by headquarters", () => {
    const may = (ruler: Person, assignment: Assignment) => mayAppoint(ruler, assignment, projects);
    const here = { post: "clerk", projectId: project.id } as const;
    expect(
      [people.projectManager, people.region, people.headquarters, people.manager].map((who) =>
        may(who, here),
      ),
    ).toEqual([true, true, true, false]);
    expect(may(people.projectManager, { post: "clerk", projectId: otherProject.id })).toBe(false);
    expect(may(people.region, { post: "region", region: "east" })).toBe(false);
    expect(may(people.headquarters, { post: "region", region: "east" })).toBe(true);
    const both = {
      ...people.clerk,
      assignments: [...people.clerk.assignments, ...people.headquarters.assignments],
    };
    expect(may(both, { post: "headquarters" })).toBe(true);
  });

  test("a project's entry: headquarters every one, a region its own, which never comes or goes", () => {
    const west: Project = { ...project, region: "west" };
    const may = (who: Person, before: Project | undefined, after: Project) =>
      mayEnterProject(who, before, after);
    expect([may(people.headquarters, undefined, project), may(people.headquarters, project, west)]).toEqual([
      true,
      true,
    ]);
    expect(may(people.region, project, { ...project, name: "新名" })).toBe(true);
    expect(may(people.region, undefined, project)).toBe(false);
    expect(may(people.region, project, west)).toBe(false);
    expect(may(people.region, west, project)).toBe(false);
    const regional = { ...people.clerk, assignments: [{ post: "manager", region: "east" }] as const };
    expect(may(regional, project, project)).toBe(false);
    const both = {
      ...people.clerk,
      assignments: [...people.clerk.assignments, ...people.region.assignments],
    };
    expect(may(both, project, project)).toBe(true);
  });
});

describe("what is wrong with a person's entry", () => {
  const fault = (more: Partial<Person>) => faultOfPerson({ ...people.clerk, ...more }, projects, everybody);
  const clerk = { post: "clerk", projectId: project.id } as const;

  test("nothing with the people there are", () => {
    for (const person of everybody) expect(faultOfPerson(person, projects, everybody)).toBeUndefined();
    const absences = [
      { from: "2026-03-02", to: "2026-03-03", substituteId: "manager-1" },
      { from: "2026-04-01", to: "2026-04-02" },
    ];
    expect(fault({ substitutes: ["manager-1"], absences })).toBeUndefined();
  });

  test.each<[string, Partial<Person>, string]>([
    [
      "unknown-project",
      { assignments: [clerk, { post: "clerk", projectId: "nowhere" }] },
      "assignments.1.projectId",
    ],
    [
      "unknown-department",
      { assignments: [{ ...clerk, departmentId: "nowhere" }] },
      "assignments.0.departmentId",
    ],
    // A department is one of a project.
    [
      "unknown-department",
      { assignments: [{ post: "department-head", departmentId: "service" }] },
      "assignments.0.departmentId",
    ],
    ["unknown-scope", { assignments: [{ post: "region", region: "north" }] }, "assignments.0.region"],
    ["unknown-person", { substitutes: ["manager-1", "nobody"] }, "substitutes.1"],
    // Nobody stands in for himself.
    ["unknown-person", { substitutes: ["clerk-1"] }, "substitutes.0"],
    [
      "unknown-person",
      {
        absences: [
          { from: "2026-03-02", to: "2026-03-03" },
          { from: "2026-03-04", to: "2026-03-05", substituteId: "nobody" },
        ],
      },
      "absences.1.substituteId",
    ],
  ])("%s in %o: %s", (code, more, path) => {
    expect(fault(more)).toEqual({ code, path });
  });
});

describe("what a project's entry would leave behind", () => {
  test("a department in which people hold posts cannot go; one that stands empty can", () => {
    const [service, engineering] = project.departments;
    expect(faultOfProject({ ...project, departments: [service!] }, projects, everybody)).toEqual({
      code: "department-in-use",
      path: "departments",
    });
    expect(
      faultOfProject({ ...project, departments: [engineering!] }, projects, [
        people.engineeringHead,
        people.clerk,
      ]),
    ).toBeUndefined();
    // The same name elsewhere is another department.
    expect(faultOfProject({ ...otherProject, departments: [] }, projects, everybody)).toBeUndefined();
  });

  test("two projects cannot share a mailbox, however it is written; none is no mailbox", () => {
    const fault = (more: Partial<Project>) =>
      faultOfProject({ ...otherProject, ...more }, projects, everybody);
    expect(fault({ mailbox: "Project-1@DESK.example" })).toEqual({ code: "mailbox-taken", path: "mailbox" });
    expect(fault({ mailbox: "own@desk.example" })).toBeUndefined();
    expect(fault({})).toBeUndefined();
    const shouting = { ...project, mailbox: "PROJECT-1@desk.example" };
    expect(faultOfProject({ ...otherProject, mailbox: "project-1@desk.example" }, [shouting], [])?.code).toBe(
      "mailbox-taken",
    );
    const { mailbox: _, ...none } = otherProject;
    expect(faultOfProject(none, [{ ...none, id: "project-3" }], everybody)).toBeUndefined();
  });
});
