import type { Ports } from "../../app/ports/index.ts";
import { contractorBody } from "../../contracts/organisation/contractor-bodies.ts";
import { treeOf } from "../../domain/organisation/departments.ts";
import type { Person } from "../../domain/organisation/organisation.ts";
import { projectsOf } from "./only-project.ts";
import { Refusal } from "./refusal.ts";
import { json, type Reply } from "./reply.ts";
import type { ApiRequest } from "./request.ts";
import { validated } from "./validate.ts";

export type DepartmentsApiPorts = Pick<Ports, "organisation">;

/** 公司 → 区域 → 项目 → 部门, as far as somebody reaches. */
export async function showDepartments(
  ports: DepartmentsApiPorts,
  _: ApiRequest,
  person: Person,
): Promise<Reply> {
  const [company, projects] = await Promise.all([ports.organisation.company(), projectsOf(ports, person)]);
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
}

/** Every contractor with its version. */
export async function listContractors({ organisation }: DepartmentsApiPorts): Promise<Reply> {
  const records = await organisation.contractors();
  return json(200, { items: records.map(({ contractor, version }) => ({ ...contractor, version })) });
}

/** Enters or changes one contractor. */
export async function putContractor(
  { organisation }: DepartmentsApiPorts,
  request: ApiRequest,
): Promise<Reply> {
  const { version, ...contractor } = validated(contractorBody, request.json());
  const written = await organisation.changeContractor({ contractor, version: version + 1 });
  if (!written) throw new Refusal("organisation-changed");
  return json(200, { id: contractor.id, version: version + 1 });
}
