import { describe, expect, test } from "vitest";
import { sweep } from "../../../lib/app/dispatch/sweep.ts";
import { dueAt } from "../../../lib/domain/clocks/clock.ts";
import { at, local } from "../../support/builders.ts";
import { people, project } from "../../support/organisation.ts";
import { quietPolicy } from "../../support/rules.ts";
import { apis, as } from "./support.ts";

const hq = as(people.headquarters);
const twoDays = { limit: { kind: "working-days", days: 2 }, clause: "D6" };
const stricter = { clocks: { result: { limits: [twoDays] } } };

/** Ten open complaints received on Friday 13 February 2026, 10:00. */
async function desk() {
  const here = apis();
  for (let index = 0; index < 10; index += 1) await here.receive({ sourceId: `call-${index}` });
  await here.drain();
  const results = async () =>
    [...here.complaints.items.values()].map((complaint) => {
      const clock = complaint.clocks.find(({ name }) => name === "result")!;
      return `${local(dueAt(clock))} ${clock.policyVersion}`;
    });
  const job = async (id: unknown) => (await here.reports(`GET /jobs/${String(id)}`, { headers: hq })).json;
  const run = (until: string) => here.run(until);
  const drain = () => here.drain();
  const receive = (more: Parameters<typeof here.receive>[0]) => here.receive(more);
  return { ...here, run, drain, receive, results, job };
}

describe("PUT /policies", () => {
  test("a published policy times every open complaint again, once, by a job that says how far it is", async () => {
    const { run, staff, results, job, clock, complaints } = await desk();
    const put = await staff("PUT /policies", { headers: hq, body: { ...stricter } });
    expect(put.status).toBe(201);
    expect(put.json).toMatchObject({
      version: "company@1",
      scope: "company",
      publishedBy: people.headquarters.id,
    });
    expect(await job(put.json["jobId"])).toMatchObject({ state: "running", total: 2 });
    await run(at("2026-02-13 10:10"));
    expect(new Set(await results())).toEqual(new Set(["2026-02-24 18:00 company@1"]));
    expect(await job(put.json["jobId"])).toEqual({
      id: put.json["jobId"],
      state: "done",
      done: 2,
      total: 2,
      result: { kind: "retime", seen: 10, changed: 10 },
      errors: [],
    });
    for (const { events } of complaints.items.values()) {
      const moved = events.filter(({ fact }) => fact.type === "clockRetimed");
      expect(moved.map(({ by, fact }) => [by.kind, fact.type === "clockRetimed" && fact.cause])).toEqual([
        ["timer", "rules"],
        ["timer", "rules"],
      ]);
    }
    expect(clock.text()).toBe(at("2026-02-13 10:10"));
  });

  test("a policy of later takes effect by itself: the sweep starts its job, and nothing moves before", async () => {
    const { run, staff, results, ports, drain, clock } = await desk();
    const effectiveFrom = at("2026-02-14 00:00");
    const put = await staff("PUT /policies", { headers: hq, body: { ...stricter, effectiveFrom } });
    expect(put.json["jobId"]).toBeUndefined();
    await sweep(ports);
    await drain();
    expect(new Set(await results())).toEqual(new Set([`2026-02-25 18:00 ${quietPolicy.version}`]));
    clock.set(at("2026-02-14 00:02"));
    await sweep(ports);
    await run(at("2026-02-14 00:10"));
    expect(new Set(await results())).toEqual(new Set(["2026-02-24 18:00 company@1"]));
  });

  test("a complaint that the job missed is found by the sweep, by its stamp", async () => {
    const { run, staff, results, ports, reactQueue, clock } = await desk();
    await staff("PUT /policies", { headers: hq, body: stricter });
    reactQueue.waiting.length = 0;
    clock.advance(120);
    for (let turn = 0; turn < 9; turn += 1) {
      clock.advance(300);
      await sweep(ports);
      await run(clock.text());
    }
    expect(new Set(await results())).toEqual(new Set(["2026-02-24 18:00 company@1"]));
  });

  test("the same request sent again publishes nothing and names the same edition and job", async () => {
    const { staff, ports, clock } = await desk();
    const first = await staff("PUT /policies", { headers: hq, body: stricter });
    clock.advance(30);
    const again = await staff("PUT /policies", { headers: hq, body: stricter });
    expect(again.json).toEqual(first.json);
    const hours = { week: { mon: [["08:00", "12:00"]] } };
    const opened = await staff("PUT /calendar", { headers: hq, body: hours });
    expect((await staff("PUT /calendar", { headers: hq, body: hours })).json).toEqual(opened.json);
    const { policies, calendars } = await ports.ruleStore.published();
    expect([policies.length, calendars.length]).toEqual([1, 1]);
    const other = await staff("PUT /policies", { headers: hq, body: {} });
    expect(other.json["version"]).toBe("company@3");
  });

  test("a contradiction is refused with its path, an effect in the past too", async () => {
    const { staff } = await desk();
    const zero = { limit: { kind: "working-days", days: 0 }, clause: "D6" };
    const refused = await staff("PUT /policies", {
      headers: hq,
      body: { clocks: { result: { limits: [zero] } } },
    });
    expect(refused.status).toBe(422);
    expect(refused.json["errors"]).toMatchObject([{ path: "clocks.result.limits.0.limit.days" }]);
    const past = await staff("PUT /policies", {
      headers: hq,
      body: { effectiveFrom: at("2026-02-13 09:00") },
    });
    expect(past.json).toMatchObject({ status: 422, code: "effective-in-past" });
    const nowhere = await staff("PUT /policies", { headers: hq, body: { scope: "project:nowhere" } });
    expect(nowhere.json).toMatchObject({ status: 422, code: "unknown-scope" });
  });

  test("headquarters decide for all, a region for its own, others not at all; everybody may read", async () => {
    const { staff } = await desk();
    const byProjectManager = await staff("PUT /policies", { headers: as(people.projectManager), body: {} });
    expect(byProjectManager.status).toBe(403);
    const byRegion = await staff("PUT /policies", { headers: as(people.region), body: {} });
    expect(byRegion.status).toBe(403);
    const own = { scope: `project:${project.id}` };
    expect((await staff("PUT /policies", { headers: as(people.region), body: own })).status).toBe(201);
    const seen = await staff("GET /policies", {
      headers: as(people.clerk),
      query: { projectId: project.id },
    });
    expect(seen.status).toBe(200);
    expect(seen.json).toMatchObject({
      policies: [{ version: `project:${project.id}@1` }],
      presets: [{ name: "default" }, { name: "D6" }, { name: "D12" }, { name: "D13" }],
    });
  });
});

describe("POST /policies/dry-run", () => {
  test("says which complaints would move, from when to when, and what would fire at once; moves nothing", async () => {
    const { run, staff, drain, results, job } = await desk();
    await run(at("2026-02-24 16:00"));
    const before = await results();
    const started = await staff("POST /policies/dry-run", {
      headers: { ...hq, "idempotency-key": "dry-1" },
      body: { clocks: { result: { limits: [{ limit: { kind: "working-days", days: 1 }, clause: "D6" }] } } },
    });
    expect(started.status).toBe(202);
    await drain();
    const done = await job(started.json["jobId"]);
    expect(done).toMatchObject({ state: "done", result: { kind: "dry-run", seen: 10, changed: 10 } });
    const { moves } = done["result"] as {
      moves: { clock: string; from: string; to: string; atOnce: string[] }[];
    };
    expect(moves[0]).toMatchObject({
      clock: "result#1",
      from: at("2026-02-25 18:00"),
      to: at("2026-02-14 18:00"),
      atOnce: expect.arrayContaining(["limit"]),
    });
    expect(await results()).toEqual(before);
  });

  test("replays a month: what would have been late under the policy", async () => {
    const { staff, drain, clock, job } = await desk();
    clock.set(at("2026-02-25 12:00"));
    const started = await staff("POST /policies/dry-run", {
      headers: { ...hq, "idempotency-key": "dry-2" },
      body: { ...stricter, replay: "2026-02" },
    });
    await drain();
    // The first reply is late either way; with two working days the result would be late too.
    expect(await job(started.json["jobId"])).toMatchObject({
      result: { kind: "replay", seen: 10, changed: 10, lateBefore: 10, lateAfter: 20 },
    });
  });
});

describe("PUT /calendar", () => {
  const notice = {
    year: 2027,
    title: "国务院办公厅关于2027年部分节假日安排的通知",
    documentNumber: "国办发明电〔2026〕8号",
    publishedOn: "2026-11-10",
    address: "https://www.gov.cn/zhengce/content/202611/content.htm",
    holidays: [{ name: "元旦", from: "2027-01-01", to: "2027-01-03", days: 3, makeUpWorkdays: [] }],
  };

  test("a notice makes provisional deadlines certain; while it is missing, people are called from November on", async () => {
    const { staff, receive, run, clock, ports, telemetry, complaints } = await desk();
    clock.set(at("2026-10-31 12:00"));
    await sweep(ports);
    expect(telemetry.counts.HolidayNoticeMissing ?? 0).toBe(0);
    clock.set(at("2026-12-30 10:00"));
    await sweep(ports);
    expect(telemetry.counts.HolidayNoticeMissing).toBe(1);
    const { registration } = await receive({ sourceId: "late" });
    const result = () => complaints.items.get(registration.id)?.clocks.find(({ name }) => name === "result");
    expect([local(dueAt(result()!)), result()?.limits[0]?.provisional]).toEqual(["2027-01-04 18:00", true]);
    const put = await staff("PUT /calendar", { headers: hq, body: { notices: [notice] } });
    expect(put.status).toBe(201);
    await run(at("2026-12-30 10:10"));
    expect([local(dueAt(result()!)), result()?.limits[0]?.provisional]).toEqual(["2027-01-05 18:00", false]);
    await sweep(ports);
    expect(telemetry.counts.HolidayNoticeMissing).toBe(1);
    const shown = await staff("GET /calendar", { headers: as(people.clerk) });
    expect(shown.json).toMatchObject({ version: "cn-2026.1+company@1", publishedUntil: "2027-12-31" });
  });

  test.each<[string, object, string]>([
    ["nothing to change", {}, "week"],
    [
      "overlapping hours",
      {
        week: {
          mon: [
            ["09:00", "13:00"],
            ["12:00", "18:00"],
          ],
        },
      },
      "week",
    ],
    [
      "days that do not add up",
      { notices: [{ ...notice, holidays: [{ ...notice.holidays[0], days: 4 }] }] },
      "notices.0.holidays.0.days",
    ],
    ["notices for one project", { scope: `project:${project.id}`, notices: [notice] }, "notices"],
  ])("%s is refused with its path", async (_, body, path) => {
    const { staff } = await desk();
    const refused = await staff("PUT /calendar", { headers: hq, body });
    expect([refused.status, (refused.json["errors"] as { path: string }[])[0]?.path]).toEqual([422, path]);
  });
});
