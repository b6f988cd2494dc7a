import { beforeEach, describe, expect, it } from "vitest";
import { readTable } from "../../../lib/adapters/tables/read-table.ts";
import { reactTo } from "../../../lib/app/dispatch/reactions.ts";
import { householdPage, householdReport } from "../../../lib/contracts/households/views.ts";
import { jobView } from "../../../lib/contracts/jobs/views.ts";
import { oneProjectView, projectMonthList } from "../../../lib/contracts/organisation/views.ts";
import { readHouseholds } from "../../../lib/domain/organisation/household-file.ts";
import { atEveryPoint, diesAt } from "../../support/crash.ts";
import { people, project } from "../../support/organisation.ts";
import { type Apis, apis, as } from "./support.ts";

let api: Apis;
beforeEach(() => {
  api = apis();
});

const manager = people.projectManager;
const csv = (...rows: readonly string[]) =>
  ["楼栋,单元,房号,姓名,电话,建筑面积,是否入住", ...rows].join("\r\n");
const first = csv("3,1,501,王示例,13800000000,80,是", "3,1,502,,,90,是", "3,1,503,,,100,否");

const put = (text: string, more: object = {}, query: Record<string, string> = {}, person: object = manager) =>
  api.reports("PUT /households", {
    headers: as(person as typeof manager),
    query,
    body: {
      projectId: project.id,
      month: "2026-02",
      file: { name: "台账.csv", content: Buffer.from(text).toString("base64") },
      ...more,
    },
  });

/** Puts a list in and waits for its job. */
async function imported(text: string, more: object = {}, query: Record<string, string> = {}) {
  const answer = await put(text, more, query);
  expect(answer.status).toBe(202);
  await api.drain();
  const { jobId } = householdReport.parse(answer.json);
  return jobView.parse((await api.reports(`GET /jobs/${jobId}`, { headers: as(manager) })).json);
}

const shown = async (query: Record<string, string> = {}) =>
  householdPage.parse((await api.reports("GET /households", { headers: as(people.clerk), query })).json);

describe("PUT /households (房产台账)", () => {
  it("a dry run compares; confirmed, the list counts and its month has its occupied households", async () => {
    const dry = await imported(first, {}, { dryRun: "true" });
    expect(dry.result).toMatchObject({ kind: "households", difference: { added: 3, gone: 0, changed: 0 } });
    expect(await shown()).toMatchObject({ version: 0, items: [] });
    await imported(first);
    expect(await shown()).toMatchObject({ version: 1, month: "2026-02", by: manager.id, households: 3 });
    const months = await api.staff(`GET /projects/${project.id}/months`, { headers: as(people.clerk) });
    expect(projectMonthList.parse(months.json).items).toMatchObject([
      { month: "2026-02", version: 1, occupiedHouseholds: 2, occupiedArea: 170, source: "households" },
    ]);
  });

  it("the next month: new, gone and changed households, and open complaints of those that are gone", async () => {
    await imported(first);
    const touched = await api.receive({ location: { building: "3", unit: "1", room: "502" } });
    await api.receive({ sourceId: "other", location: { building: "3", unit: "1", room: "501" } });
    const next = csv("3,1,501,李示例,13900000000,80,是", "3,1,503,,,100,否", "3,1,504,,,70,是");
    const { result } = await imported(next, { month: "2026-03" });
    expect(result).toMatchObject({
      changed: 3,
      difference: {
        added: 1,
        gone: 1,
        changed: 1,
        touched: 1,
        occupiedHouseholds: 2,
        occupiedArea: 150,
        examples: {
          added: ["/3/1/504"],
          gone: ["/3/1/502"],
          changed: [{ address: "/3/1/501", fields: ["name", "phone"] }],
          touched: [{ id: touched.registration.id, number: touched.registration.number }],
        },
      },
    });
    expect((await shown()).items.map(({ room }) => room)).toEqual(["501", "503", "504"]);
    expect(JSON.stringify([...api.jobs.standing.values()])).not.toMatch(/示例|1[38]\d{9}/);
  });

  it("phone numbers are masked for everybody who looks", async () => {
    await imported(first);
    expect((await shown()).items[0]).toMatchObject({ name: "王示例", phone: "138****0000" });
  });

  it("faults keep the whole file out until they are confirmed; nothing personal is in the refusal or the log", async () => {
    const faulty = csv("3,1,501,王示例,没有电话,80,是", "3,1,502,,,90,是");
    const refused = await put(faulty);
    expect(refused.status).toBe(422);
    expect(refused.json).toMatchObject({
      code: "rows-at-fault",
      errors: [{ path: "rows.2.电话", code: "bad-format" }],
    });
    expect(api.jobs.jobs.size).toBe(0);
    await imported(faulty, { skipFaulty: true });
    expect((await shown()).households).toBe(1);
    expect(JSON.stringify([refused.json, api.logged])).not.toMatch(/王示例|没有电话/);
  });

  it("of two lists compared with the same one, the second is refused: it was compared with what counts no more", async () => {
    const one = await put(first);
    const other = await put(csv("3,1,501,,,80,是"), {}, {}, people.region);
    await api.drain();
    const jobs = await Promise.all(
      [one, other].map(({ json }) =>
        api.reports(`GET /jobs/${json.jobId}`, { headers: as(people.headquarters) }),
      ),
    );
    expect(jobs.map(({ json }) => json.errors)).toEqual([[], ["households-changed"]]);
    expect((await shown()).households).toBe(3);
  });

  it("a long list is read part by part, to its end also when it is replaced meanwhile", async () => {
    const rooms = Array.from({ length: 300 }, (_, n) => `3,1,${1000 + n},,,80,是`);
    await imported(csv(...rooms));
    const page = await shown();
    expect(page.items).toHaveLength(250);
    await imported(first);
    const rest = await shown({ cursor: page.cursor ?? "" });
    expect(rest.items.map(({ room }) => room)).toEqual(
      Array.from({ length: 50 }, (_, n) => String(1250 + n)),
    );
    expect(rest.cursor).toBeUndefined();
    const other = await api.reports("GET /households", {
      headers: as(people.clerk),
      query: { cursor: "nonsense" },
    });
    expect(other.json.code).toBe("invalid-request");
  });

  it("only who rules the project puts in; who does not reach it does not learn that it is there", async () => {
    expect((await put(first, {}, {}, people.manager)).status).toBe(403);
    expect((await put(first, { projectId: "project-2" })).json.code).toBe("unknown-project");
    const stranger = await api.reports("GET /households", {
      headers: as(people.stranger),
      query: { projectId: project.id },
    });
    expect(stranger.json.code).toBe("unknown-project");
  });

  it("the template reads back without a fault, as xlsx and as csv", async () => {
    for (const format of ["xlsx", "csv"]) {
      const { headers, text } = await api.reports("GET /households/template", {
        headers: as(people.clerk),
        query: { format },
      });
      expect(headers["content-disposition"]).toContain(format);
      const { households, faults } = readHouseholds(
        await readTable(Buffer.from(text, "base64")),
        project.id,
        "2026-02-13",
      );
      expect(faults).toEqual([]);
      expect(households.map(({ occupied }) => occupied)).toEqual([true, false]);
    }
  });

  it("the process may die between any two steps of the job: repeated, the list counts once and its rows are kept", async () => {
    const points = await atEveryPoint(async (point) => {
      api = apis();
      const answer = await put(first);
      const message = { jobId: answer.json.jobId, projectId: project.id };
      const run = async (ports: typeof api.ports) => {
        await reactTo(ports, { ...message, page: 0 });
        await reactTo(ports, { ...message, page: 1 });
      };
      const died = await diesAt(api.ports, point, run, ["organisation"]);
      await put(first);
      await api.drain();
      expect(await shown()).toMatchObject({ version: 1, households: 3 });
      expect([...api.households.keptUntil.values()]).toEqual([undefined]);
      expect(api.organisation.months).toHaveLength(1);
      return { died };
    });
    expect(points).toBeGreaterThan(20);
  });
});

describe("PUT /projects/{id}/months/{month}", () => {
  const enter = (month: string, occupiedHouseholds: number, person: { readonly id: string } = manager) =>
    api.staff(`PUT /projects/${project.id}/months/${month}`, {
      headers: as(person),
      body: { occupiedHouseholds, occupiedArea: 90_000 },
    });

  it("a correction is a new edition; the same again is none", async () => {
    expect((await enter("2026-01", 900)).json).toMatchObject({
      version: 1,
      source: "entered",
      by: manager.id,
    });
    expect((await enter("2026-01", 900)).json.version).toBe(1);
    expect((await enter("2026-01", 910)).json.version).toBe(2);
    expect((await enter("2026-02", 920)).json.version).toBe(1);
    const months = await api.staff(`GET /projects/${project.id}/months`, { headers: as(people.clerk) });
    const found = projectMonthList.parse(months.json).items;
    expect(found.map(({ month, version }) => `${month} ${version}`)).toEqual([
      "2026-02 1",
      "2026-01 2",
      "2026-01 1",
    ]);
  });

  it("the project shows what this month is reckoned with: its own figures, else the last ones before", async () => {
    const project1 = async () =>
      oneProjectView.parse(
        (await api.staff(`GET /projects/${project.id}`, { headers: as(people.clerk) })).json,
      ).occupancy;
    expect(await project1()).toBeUndefined();
    await enter("2026-01", 900);
    await enter("2026-03", 950);
    expect(await project1()).toMatchObject({ month: "2026-01", occupiedHouseholds: 900 });
    api.clock.advance(20 * 86_400);
    expect(await project1()).toMatchObject({ month: "2026-03", occupiedHouseholds: 950 });
  });

  it("two people at once: both editions stand, one after the other", async () => {
    await Promise.all([enter("2026-01", 900), enter("2026-01", 901, people.region)]);
    expect(api.organisation.months.map(({ version }) => version)).toEqual([1, 2]);
  });

  it("a bad month, a negative figure, or somebody who does not rule the project changes nothing", async () => {
    expect((await enter("2026-13", 900)).status).toBe(422);
    expect((await enter("2026-01", -1)).status).toBe(422);
    expect((await enter("2026-01", 900, people.clerk)).status).toBe(403);
    expect((await enter("2026-01", 900, { id: "nobody" })).status).toBe(403);
    expect(api.organisation.months).toEqual([]);
  });
});
