import { beforeEach, describe, expect, it } from "vitest";
import { contractorList, departmentTree } from "../../../lib/contracts/organisation/views.ts";
import { people, project } from "../../support/organisation.ts";
import { type Apis, apis, as } from "./support.ts";

let api: Apis;
beforeEach(() => {
  api = apis();
});

const lifts = {
  id: "lift-works",
  name: "示例电梯维保公司",
  trades: ["电梯维保"],
  contact: { name: "值班室", phone: "02100000000" },
  contractUntil: "2026-12-31",
};
const putContractor = (body: object, ruler: { readonly id: string } = people.headquarters) =>
  api.staff("PUT /contractors", { headers: as(ruler), body });
const { id: _, ...facts } = project;
const withLifts = [
  ...project.departments,
  { id: "lifts", name: "电梯维保", parentId: "engineering", contractorId: "lift-works" },
];
const putProject = (departments: readonly object[], version = 0) =>
  api.staff("PUT /projects/project-1", {
    headers: as(people.headquarters),
    body: { ...facts, departments, version },
  });

describe("departments and contractors (承包商)", () => {
  it("a department below another, done by a contractor, takes complaints while the contract runs", async () => {
    await putContractor({ ...lifts, version: 0 });
    expect((await putProject(withLifts)).status).toBe(200);
    const { registration } = await api.here.receive();
    await api.here.give(registration.id, { type: "classify", classCode: "1.2", level: "C" });
    await api.here.give(registration.id, { type: "judge", validity: "valid", reason: "属实" });
    const assign = async (departmentId: string) => {
      const { version } = await api.here.complaint(registration.id);
      return api.staff(`POST /complaints/${registration.id}/commands/assign`, {
        headers: { ...as(people.supervisor), "idempotency-key": `${departmentId}-${version}` },
        body: { version, departmentId },
      });
    };
    expect((await assign("painters")).json.code).toBe("unknown-department");
    await putContractor({ ...lifts, contractUntil: "2026-02-12", version: 1 });
    const ended = await assign("lifts");
    expect([ended.status, ended.json.code]).toEqual([422, "contract-ended"]);
    await putContractor({ ...lifts, contractUntil: "2026-02-13", version: 2 });
    expect((await assign("lifts")).status).toBe(200);
  });

  it("shows the tree of company, region, project and department", async () => {
    await putContractor({ ...lifts, version: 0 });
    await putProject(withLifts);
    const tree = departmentTree.parse(
      (await api.staff("GET /departments", { headers: as(people.clerk) })).json,
    );
    expect(tree.regions.map(({ name }) => name)).toEqual(["east"]);
    const departments = tree.regions[0]?.projects[0]?.departments ?? [];
    expect(departments.map(({ id }) => id)).toEqual(["service", "engineering"]);
    expect(departments[1]?.departments).toMatchObject([{ id: "lifts", contractorId: "lift-works" }]);
  });

  it("refuses what leads nowhere: a parent, a circle, a contractor nobody entered, a stale entry", async () => {
    const [service, engineering] = project.departments;
    const faulty = async (departments: readonly object[]) => {
      const { code, errors } = (await putProject(departments)).json;
      return [code, errors?.[0]?.path];
    };
    expect(await faulty([service!, { ...engineering, parentId: "nowhere" }])).toEqual([
      "invalid-request",
      "departments",
    ]);
    const circle = [
      { ...service, parentId: "engineering" },
      { ...engineering, parentId: "service" },
    ];
    expect(await faulty(circle)).toEqual(["invalid-request", "departments"]);
    expect(await faulty(withLifts)).toEqual(["unknown-contractor", "departments.2.contractorId"]);
    await putContractor({ ...lifts, version: 0 });
    expect((await putContractor({ ...lifts, version: 0 })).json.code).toBe("organisation-changed");
    expect((await putContractor({ ...lifts, version: 1 }, people.manager)).status).toBe(403);
    const { items } = contractorList.parse(
      (await api.staff("GET /contractors", { headers: as(people.clerk) })).json,
    );
    expect(items).toEqual([{ ...lifts, version: 1 }]);
  });
});
