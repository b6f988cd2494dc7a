import type { Department } from "./organisation.ts";

/** A department with the departments below it. */
export interface DepartmentNode extends Department {
  readonly departments: readonly DepartmentNode[];
}

/** The department and those above it, nearest first; empty for one that is not there. */
export function lineOf(departments: readonly Department[], id: string | undefined): readonly string[] {
  const line: string[] = [];
  for (let next = id; next !== undefined && !line.includes(next); ) {
    const department = departments.find((one) => one.id === next);
    if (department === undefined) break;
    line.push(department.id);
    next = department.parentId;
  }
  return line;
}

/** What is wrong with a project's departments: an id twice, a parent that is not there, or a circle. */
export function faultOfDepartments(departments: readonly Department[]): string | undefined {
  const ids = departments.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) return `部门编号重复 · a department id is there twice: ${twice}`;
  for (const { id, parentId } of departments) {
    if (parentId !== undefined && !ids.includes(parentId))
      return `没有上级部门 · no department above: ${parentId}`;
    if (lineOf(departments, parentId).includes(id)) return `上级部门成环 · departments in a circle: ${id}`;
  }
  return undefined;
}

/** The departments as a tree, in their order. */
export function treeOf(departments: readonly Department[], parentId?: string): readonly DepartmentNode[] {
  return departments
    .filter((department) => department.parentId === parentId)
    .map((department) => ({ ...department, departments: treeOf(departments, department.id) }));
}
