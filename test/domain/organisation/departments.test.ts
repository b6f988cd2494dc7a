import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { faultOfDepartments, lineOf, treeOf } from "../../../lib/domain/organisation/departments.ts";
import { holdersAt } from "../../../lib/domain/organisation/holders.ts";
import type { Department } from "../../../lib/domain/organisation/organisation.ts";
import { at } from "../../support/builders.ts";
import { people, project } from "../../support/organisation.ts";

const ids = ["a", "b", "c", "d", "e"] as const;
const anything = fc
  .tuple(...ids.map(() => fc.option(fc.constantFrom(...ids), { nil: undefined })))
  .map((parents): Department[] =>
    ids.map((id, index) => {
      const parentId = parents[index];
      return { id, name: id, ...(parentId === undefined ? {} : { parentId }) };
    }),
  );

const sizeOf = (nodes: ReturnType<typeof treeOf>): number =>
  nodes.reduce((sum, { departments }) => sum + 1 + sizeOf(departments), 0);

describe("departments (部门)", () => {
  test("what has no fault is a tree with every department in it; a line ends whatever it is made of", () => {
    fc.assert(
      fc.property(anything, fc.constantFrom(...ids), (departments, id) => {
        expect(new Set(lineOf(departments, id)).size).toBe(lineOf(departments, id).length);
        const isWhole = sizeOf(treeOf(departments)) === departments.length;
        expect(isWhole || faultOfDepartments(departments) !== undefined).toBe(true);
      }),
    );
  });

  const named = (id: string, parentId?: string): Department => ({
    id,
    name: id,
    ...(parentId && { parentId }),
  });

  test("the line goes from the department up to the one that stands alone; of what is not there it is empty", () => {
    const departments = [named("a"), named("b", "a"), named("c", "b"), named("d", "gone")];
    expect(["c", "a", "d", "gone", undefined].map((id) => lineOf(departments, id))).toEqual([
      ["c", "b", "a"],
      ["a"],
      ["d"],
      [],
      [],
    ]);
    expect(faultOfDepartments(departments.slice(0, 3))).toBeUndefined();
  });

  test.each<[string, readonly Department[], string]>([
    ["an id twice", [named("a"), named("b"), named("a")], "部门编号重复 · a department id is there twice: a"],
    ["a parent that is not there", [named("a"), named("b", "x")], "没有上级部门 · no department above: x"],
    ["itself as parent", [named("a"), named("b", "b")], "上级部门成环 · departments in a circle: b"],
    ["a circle", [named("a", "b"), named("b", "a")], "上级部门成环 · departments in a circle: a"],
  ])("%s is a fault", (_, departments, fault) => {
    expect(faultOfDepartments(departments)).toBe(fault);
  });

  test("where nobody heads a department, the head of the one above it hears, before the next higher post", () => {
    const lifts = { id: "lifts", name: "电梯维保", parentId: "engineering" };
    const here = { ...project, departments: [...project.departments, lifts] };
    const head = {
      ...people.handler,
      id: "head-1",
      assignments: [{ post: "department-head" as const, projectId: project.id, departmentId: "engineering" }],
    };
    const staffing = { people: [head, people.supervisor], shifts: [] };
    const holders = (departmentId: string) =>
      holdersAt("department-head", here, at("2026-02-13 10:00"), staffing, { departmentId });
    expect(holders("lifts")).toEqual([{ personId: "head-1", post: "department-head" }]);
    expect(holders("service")).toEqual([
      { personId: "supervisor-1", post: "supervisor", insteadOf: "department-head" },
    ]);
  });
});
