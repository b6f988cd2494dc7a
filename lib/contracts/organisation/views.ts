import * as z from "zod";
import { posts } from "../../domain/organisation/organisation.ts";
import { sentInstant } from "../core/text.ts";
import { figures, projectFacts } from "./bodies.ts";
import { contractor } from "./contractor-bodies.ts";

export const contractorList = z
  .strictObject({ items: z.array(z.strictObject({ ...contractor, version: z.int() })) })
  .meta({ id: "Contractors" });

export const contractorPut = z
  .strictObject({ id: z.string(), version: z.int() })
  .meta({ id: "ContractorPut" });

const department = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    parentId: z.string().exactOptional(),
    contractorId: z.string().exactOptional(),
    get departments() {
      return z.array(department);
    },
  })
  .meta({ id: "Department" });

/** `GET /departments`: 公司 → 区域 → 项目 → 部门, as far as somebody reaches. */
export const departmentTree = z
  .strictObject({
    company: z.string(),
    regions: z.array(
      z.strictObject({
        name: z.string(),
        projects: z.array(
          z.strictObject({ id: z.string(), name: z.string(), departments: z.array(department) }),
        ),
      }),
    ),
  })
  .meta({ id: "DepartmentTree" });

export const projectPut = z.strictObject({ id: z.string(), version: z.int() }).meta({ id: "ProjectPut" });

const projectMonth = z.strictObject({
  projectId: z.string(),
  month: z.string(),
  version: z.int(),
  ...figures,
  source: z.enum(["households", "entered"]),
  at: sentInstant,
  by: z.string(),
});

export const projectMonthView = projectMonth.meta({ id: "ProjectMonth" });

export const projectMonthList = z
  .strictObject({ items: z.array(projectMonth).meta({ description: "Every edition, newest first" }) })
  .meta({ id: "ProjectMonths" });

const project = {
  id: z.string(),
  ...projectFacts,
  posts: z.array(z.enum(posts)).meta({ description: "Posts the asking person holds for the project" }),
};

export const projectView = z.strictObject(project).meta({ id: "Project" });

/** One project, with the occupied households and area this month is reckoned with, once any are known. */
export const oneProjectView = projectView
  .extend({
    version: z.int(),
    changed: z.strictObject({ at: sentInstant, by: z.string() }).exactOptional(),
    occupancy: projectMonthView.exactOptional(),
  })
  .meta({ id: "OneProject" });

export const projectList = z.strictObject({ items: z.array(projectView) }).meta({ id: "ProjectList" });
