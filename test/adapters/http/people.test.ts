import { beforeEach, describe, expect, it } from "vitest";
import { staffingOf } from "../../../lib/app/organisation/staffing.ts";
import { jobView } from "../../../lib/contracts/jobs/views.ts";
import { handoverPreview, peopleView, personView } from "../../../lib/contracts/people/views.ts";
import { holdersAt } from "../../../lib/domain/organisation/holders.ts";
import { otherProject, people, project } from "../../support/organisation.ts";
import { type Apis, apis, as, NOW } from "./support.ts";

let api: Apis;
beforeEach(() => {
  api = apis();
});

const put = (body: object, ruler: { readonly id: string } = people.projectManager) =>
  api.staff("PUT /people", { headers: as(ruler), body });
const show = async (id: string, asking: { readonly id: string } = people.projectManager) =>
  api.staff(`GET /people/${id}`, { headers: as(asking) });
const newcomer = {
  id: "new-1",
  name: "新人",
  email: "new-1@desk.example",
  assignments: [{ post: "supervisor", projectId: project.id }],
};

describe("PUT /people, who works here", () => {
  it("an absence entered at the desk: from now on the substitute holds the post", async () => {
    const absences = [{ from: "2026-02-13", to: "2026-02-20", substituteId: "clerk-1" }];
    const entry = { ...people.supervisor, absences };
    expect((await put({ ...entry, version: 0 })).json).toEqual({ id: "supervisor-1", version: 1 });
    expect(holdersAt("supervisor", project, NOW, await staffingOf(api.ports, project, NOW))).toEqual([
      { personId: "clerk-1", post: "supervisor", substituteFor: "supervisor-1" },
    ]);
  });

  it("records every change with who and when; the same entry again is none; a stale version is refused", async () => {
    expect((await put({ ...newcomer, version: 0 })).json.version).toBe(1);
    expect((await put({ ...newcomer, version: 1 })).json.version).toBe(1);
    expect((await put({ ...newcomer, name: "改名", version: 0 })).json.code).toBe("organisation-changed");
    expect((await put({ ...newcomer, leavesOn: "2026-03-31", version: 1 }, people.region)).json.version).toBe(
      2,
    );
    const shown = personView.parse((await show("new-1")).json);
    expect(shown.changes.map(({ version, by, at }) => ({ version, by, at }))).toEqual([
      { version: 2, by: "region-1", at: NOW },
      { version: 1, by: "project-manager-1", at: NOW },
    ]);
    expect(shown.changes.map(({ person }) => person.leavesOn)).toEqual(["2026-03-31", undefined]);
  });

  it("two people at once: one wins, and the other's change is not in the record", async () => {
    const both = await Promise.all([
      put({ ...newcomer, version: 0 }),
      put({ ...newcomer, name: "另一位", version: 0 }, people.region),
    ]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(personView.parse((await show("new-1")).json).changes).toHaveLength(1);
  });

  it("nobody is lifted above the one who enters it, and nobody else's people are changed", async () => {
    const code = async (assignment: object, ruler: { readonly id: string } = people.projectManager) =>
      (await put({ ...newcomer, assignments: [assignment], version: 0 }, ruler)).json.code;
    expect(await code({ post: "headquarters" })).toBe("forbidden");
    expect(await code({ post: "region", region: "east" }, people.region)).toBe("forbidden");
    expect(await code({ post: "clerk", projectId: otherProject.id })).toBe("forbidden");
    expect(await code({ post: "clerk", projectId: project.id }, people.manager)).toBe("forbidden");
    expect(await code({ post: "region", region: "east" }, people.headquarters)).toBeUndefined();
    // Taking a post away needs the same right as giving it.
    const taken = { ...people.stranger, assignments: [{ post: "clerk", projectId: project.id }], version: 0 };
    expect((await put(taken)).json.code).toBe("forbidden");
  });

  it("names what is not there: department, substitute; and an absence that ends before it begins", async () => {
    const faulty = async (more: object) => {
      const { code, errors } = (await put({ ...newcomer, version: 0, ...more })).json;
      return [code, errors?.[0]?.path];
    };
    const assignments = [{ post: "handler", projectId: project.id, departmentId: "finance" }];
    expect(await faulty({ assignments })).toEqual(["unknown-department", "assignments.0.departmentId"]);
    expect(await faulty({ substitutes: ["nobody"] })).toEqual(["unknown-person", "substitutes.0"]);
    expect(await faulty({ substitutes: ["new-1"] })).toEqual(["unknown-person", "substitutes.0"]);
    const absences = [{ from: "2026-02-20", to: "2026-02-13" }];
    expect(await faulty({ absences })).toEqual(["invalid-request", "absences.0"]);
    const { errors } = (await put({ ...newcomer, version: 0, absences })).json;
    expect(errors).toMatchObject([{ code: "contradiction", message: "结束早于开始" }]);
    expect(await faulty({ assignments: [{ post: "clerk" }] })).toEqual(["invalid-request", "assignments.0"]);
  });

  it("people see the people of the projects they reach", async () => {
    const list = async (query: Record<string, string> = {}) =>
      api.staff("GET /people", { headers: as(people.clerk), query });
    const ids = peopleView.parse((await list()).json).items.map(({ id }) => id);
    expect(ids).toContain("manager-1");
    expect(ids).not.toContain("stranger-1");
    // With the version that a change wants to have seen.
    const versionOf = async () =>
      peopleView.parse((await list()).json).items.find(({ id }) => id === "clerk-1")?.version ?? -1;
    const version = await versionOf();
    expect((await put({ ...people.clerk, name: "新前台", version })).status).toBe(200);
    expect(await versionOf()).toBe(version + 1);
    expect((await list({ projectId: otherProject.id })).json.code).toBe("unknown-project");
    expect((await show("stranger-1", people.clerk)).status).toBe(404);
    expect((await show("nobody")).status).toBe(404);
  });
});

describe("POST /people/{id}/handover, 工作移交", () => {
  const path = `POST /people/${people.handler.id}/handover`;
  const to = people.dutyHandler.id;
  const ask = (body: object, more: object = {}) =>
    api.staff(path, { headers: { ...as(people.projectManager), ...more }, body });

  it("shows first; confirmed it is a job that ends with the leaver marked", async () => {
    const shown = await ask({ to, confirm: false });
    expect(shown.status).toBe(200);
    expect(handoverPreview.parse(shown.json)).toMatchObject({
      complaints: { count: 0 },
      leavesOn: "2026-02-13",
    });
    const started = await ask({ to, leavesOn: "2026-02-28", confirm: true }, { "idempotency-key": "h-1" });
    expect(started.status).toBe(202);
    await api.drain();
    const job = await api.reports(`GET /jobs/${started.json.jobId}`, { headers: as(people.projectManager) });
    expect(jobView.parse(job.json)).toMatchObject({
      state: "done",
      result: { kind: "handover" },
      errors: [],
    });
    expect((await api.staff("GET /projects", { headers: as(people.handler) })).status).toBe(200);
    api.clock.advance(16 * 86_400);
    expect((await api.staff("GET /projects", { headers: as(people.handler) })).json.code).toBe(
      "unknown-user",
    );
    expect((await show(people.handler.id)).json.person).toMatchObject({
      leavesOn: "2026-02-28",
      substitutes: [to],
    });
  });

  it("without a key, an unknown successor or a right to it, nothing begins", async () => {
    expect((await ask({ to, confirm: true })).status).toBe(400);
    expect((await ask({ to: "nobody", confirm: false })).json).toMatchObject({ code: "unknown-person" });
    expect((await ask({ to: people.handler.id, confirm: false })).json.code).toBe("no-successor");
    const clerk = await api.staff(path, { headers: as(people.clerk), body: { to, confirm: false } });
    expect(clerk.status).toBe(403);
    expect(api.jobs.jobs.size).toBe(0);
  });
});
