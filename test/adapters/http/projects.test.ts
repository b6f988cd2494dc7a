import { beforeEach, describe, expect, it } from "vitest";
import { oneProjectView, projectList, projectPut } from "../../../lib/contracts/organisation/views.ts";
import { otherProject, people, project } from "../../support/organisation.ts";
import { type Apis, apis, as, NOW, withKey } from "./support.ts";

let api: Apis;
beforeEach(() => {
  api = apis();
});

const { id: _, ...facts } = project;
const put = (id: string, body: object, ruler: { readonly id: string } = people.headquarters) =>
  api.staff(`PUT /projects/${id}`, { headers: as(ruler), body });
const show = async (id: string, asking: { readonly id: string } = people.headquarters) =>
  api.staff(`GET /projects/${id}`, { headers: as(asking) });
const newOne = { ...facts, name: "示例三期", mailbox: "project-3@desk.example" };

describe("PUT /projects/{id}, what deadlines and figures need of a project", () => {
  it("a new project takes complaints at once, and its people see it in full", async () => {
    const more = { deliveredOn: "2024-06-30", ratedBy: "area" };
    const made = await put("project-3", { ...newOne, ...more, version: 0 });
    expect(projectPut.parse(made.json)).toEqual({ id: "project-3", version: 1 });
    const post = await api.channels("POST /channels/phone/complaints", {
      headers: withKey("key-of-everything"),
      body: { projectId: "project-3", matter: "路灯不亮", sourceId: "call-1" },
    });
    expect(post.status).toBe(201);
    const shown = oneProjectView.parse((await show("project-3")).json);
    expect(shown).toMatchObject({ ...newOne, ...more, version: 1 });
    expect(shown.changed).toEqual({ at: NOW, by: "headquarters-1" });
    const listed = await api.staff("GET /projects", { headers: as(people.headquarters) });
    expect(projectList.parse(listed.json).items.map(({ id }) => id)).toContain("project-3");
  });

  it("two at once: one wins; a stale version is refused with 409", async () => {
    const both = ["甲", "乙"].map((name) => put("project-3", { ...newOne, name, version: 0 }));
    expect((await Promise.all(both)).filter(({ status }) => status === 200)).toHaveLength(1);
    const stale = await put("project-3", { ...newOne, version: 0 });
    expect([stale.status, stale.json.code]).toEqual([409, "organisation-changed"]);
    expect((await put("project-3", { ...newOne, version: 1 })).json.version).toBe(2);
  });

  it("a region changes its own projects and takes none from another; new ones are headquarters'", async () => {
    const code = async (id: string, body: object, ruler: { readonly id: string }) =>
      (await put(id, { ...facts, version: 0, ...body }, ruler)).json.code;
    expect(await code("project-1", { city: "苏州" }, people.region)).toBeUndefined();
    expect(await code("project-1", { region: "west", version: 1 }, people.region)).toBe("forbidden");
    expect(await code("project-2", { mailbox: otherProject.mailbox }, people.region)).toBe("forbidden");
    expect(await code("project-3", newOne, people.region)).toBe("forbidden");
    expect(await code("project-1", { version: 1 }, people.projectManager)).toBe("forbidden");
    expect((await show("project-2", people.clerk)).status).toBe(404);
  });

  it("names what does not fit: a department that people work in, a mailbox of two, a zone that is none", async () => {
    const faulty = async (more: object, id = "project-1") => {
      const { code, errors } = (await put(id, { ...facts, version: 0, ...more })).json;
      return [code, errors?.[0]?.path];
    };
    const [service] = project.departments;
    expect(await faulty({ departments: [service] })).toEqual(["department-in-use", "departments"]);
    expect(await faulty({ mailbox: otherProject.mailbox })).toEqual(["mailbox-taken", "mailbox"]);
    expect(await faulty({ timeZone: "Mars/Base" })).toEqual(["invalid-request", "timeZone"]);
    expect(await faulty({ departments: [service, service] })).toEqual(["invalid-request", "departments"]);
    expect(await faulty({ floorArea: 0 })).toEqual(["invalid-request", "floorArea"]);
    expect(await faulty({ colour: "red" })).toEqual(["invalid-request", "colour"]);
    expect((await put("..", { ...newOne, version: 0 })).json.code).toBe("invalid-request");
  });
});
