import { putContractor } from "../../../app/organisation/put-contractor.ts";
import type { Ports } from "../../../app/ports/index.ts";
import { isProblem } from "../../../app/problems/problem.ts";
import { organisationRoutes } from "../../../contracts/organisation/routes.ts";
import { treeOf } from "../../../domain/organisation/departments.ts";
import { projectsOf } from "../core/only-project.ts";
import { json } from "../core/reply.ts";
import { forStaff } from "../core/serve.ts";

export type DepartmentsApiPorts = Pick<Ports, "clock" | "organisation">;

export const departmentHandlers = {
  /** 公司 → 区域 → 项目 → 部门, as far as somebody reaches. */
  showDepartments: forStaff(
    organisationRoutes.showDepartments,
    async (ports: DepartmentsApiPorts, { person }) => {
      const [company, projects] = await Promise.all([
        ports.organisation.company(),
        projectsOf(ports, person),
      ]);
      const regions = [...new Set(projects.map(({ region }) => region))];
      return json(200, {
        company: company?.name ?? "",
        regions: regions.map((name) => ({
          name,
          projects: projects
            .filter(({ region }) => region === name)
            .map((project) => ({
              id: project.id,
              name: project.name,
              departments: treeOf(project.departments),
            })),
        })),
      });
    },
  ),

  /** Every contractor with its version. */
  listContractors: forStaff(
    organisationRoutes.listContractors,
    async ({ organisation }: DepartmentsApiPorts) => {
      const records = await organisation.contractors();
      return json(200, { items: records.map(({ contractor, version }) => ({ ...contractor, version })) });
    },
  ),

  /** Enters or changes one contractor. */
  putContractor: forStaff(
    organisationRoutes.putContractor,
    async (ports: DepartmentsApiPorts, { body, person }) => {
      const { version, ...contractor } = body;
      const result = await putContractor(ports, person, contractor, version);
      return isProblem(result) ? result : json(200, { id: contractor.id, version: result.version });
    },
  ),
};
