import { beforeEach, describe, expect, it } from "vitest";
import {
  companyTextsView,
  submissionList,
  submissionView,
} from "../../../lib/contracts/submissions/views.ts";
import { at } from "../../support/builders.ts";
import { known } from "../../support/http.ts";
import { people } from "../../support/organisation.ts";
import { type Apis, apis, as } from "./support.ts";

let api: Apis;
let number: string;
beforeEach(async () => {
  api = apis();
  number = (await api.receive({ sourceId: "a" })).registration.number;
  await api.receive({ sourceId: "other", projectId: "project-2" });
});

const mine = "/reports/2026-02/submissions/project-1";
const get = (path: string, person: { readonly id: string }) =>
  api.reports(`GET ${path}`, { headers: as(person) });
const put = (path: string, person: { readonly id: string }, body: object) =>
  api.reports(`PUT ${path}`, { headers: as(person), body });

const sections = {
  culture: { stage: "已开展", problems: "人手不足" },
  "top-three": { measures: "更换钢丝绳" },
};
const contest = { reason: "not-ours", text: "开发商保修范围" };

describe("a project's submission", () => {
  it("is written, confirmed and seen by project manager, region and headquarters with its dates", async () => {
    const written = submissionView.parse(
      (await put(mine, people.projectManager, { sections, version: 1 })).json,
    );
    expect(written).toMatchObject({
      status: "open",
      version: 2,
      sections,
      dueAt: at("2026-03-04 18:00"),
      bulletinAt: at("2026-03-09 18:00"),
    });
    const confirmed = { sections, confirm: true };
    expect((await put(mine, people.projectManager, confirmed)).json).toMatchObject({
      code: "period-not-ended",
    });
    api.clock.set(at("2026-03-02 10:00"));
    expect((await put(mine, people.projectManager, { confirm: true })).json).toMatchObject({
      code: "submission-empty",
      detail: expect.stringContaining("重要工作"),
    });
    expect((await put(mine, people.projectManager, confirmed)).json).toMatchObject({
      status: "confirmed",
      version: 3,
    });
    expect((await put(mine, people.projectManager, confirmed)).json).toMatchObject({ version: 3 });
    for (const person of [people.region, people.headquarters]) {
      expect((await get(mine, person)).json).toMatchObject({ confirmedBy: "project-manager-1", sections });
    }
    await get("/reports/2026-02/submissions/project-2", people.headquarters);
    const list = submissionList.parse((await get("/reports/2026-02/submissions", people.headquarters)).json);
    expect(list.items.map(({ name, status }) => [name, status])).toEqual([
      ["示例一期", "confirmed"],
      ["示例二期", "open"],
    ]);
    const own = submissionList.parse((await get("/reports/2026-02/submissions", people.projectManager)).json);
    expect(own.items).toHaveLength(1);
  });

  it("is contested by the project and ruled on by the region; the same again changes nothing", async () => {
    const path = `${mine}/contests/${number}`;
    await put(path, people.projectManager, contest);
    const again = submissionView.parse((await put(path, people.projectManager, contest)).json);
    expect(again.contests).toMatchObject([{ number, ...contest, by: "project-manager-1" }]);
    const ruling = { upheld: true, text: "属实" };
    await put(`${path}/ruling`, people.region, ruling);
    const ruled = submissionView.parse((await put(`${path}/ruling`, people.region, ruling)).json);
    expect(ruled).toMatchObject({ version: 3, contested: 1, ruled: 1, contests: [{ ruling }] });
  });

  it("is asked for once a local day, however many ask, by mail to its manager; never before the month's end, nor once it is there", async () => {
    const ask = (person: { readonly id: string }) =>
      api.reports(`POST ${mine}/reminders`, { headers: as(person) });
    expect((await ask(people.headquarters)).json).toMatchObject({ code: "period-not-ended" });
    expect((await ask(people.projectManager)).status).toBe(403);
    api.clock.set(at("2026-03-02 10:00"));
    const before = submissionView.parse((await get(mine, people.projectManager)).json);
    const asked = submissionView.parse((await ask(people.headquarters)).json);
    expect(asked).toMatchObject({ remindedAt: at("2026-03-02 10:00"), version: before.version });
    api.clock.set(at("2026-03-02 17:00"));
    expect((await ask(people.region)).json).toMatchObject({ remindedAt: at("2026-03-02 10:00") });
    // What its manager was writing meanwhile is not stale.
    expect((await put(mine, people.projectManager, { sections, version: before.version })).status).toBe(200);
    api.clock.set(at("2026-03-03 09:00"));
    expect((await ask(people.region)).json).toMatchObject({ remindedAt: at("2026-03-03 09:00") });
    const document = known(await api.ports.submissions.load("2026-02", "project-1"));
    const told = document.announcements.filter(({ about }) => about.kind === "reminded");
    expect(told.map(({ about, recipients }) => [about, recipients.map(({ personId }) => personId)])).toEqual([
      [{ kind: "reminded", by: people.headquarters.id }, ["project-manager-1"]],
      [{ kind: "reminded", by: people.region.id }, ["project-manager-1"]],
    ]);
    await put(mine, people.projectManager, { sections, confirm: true });
    expect((await ask(people.headquarters)).json).toMatchObject({ code: "submitted-already" });
  });

  it.each<[string, () => ReturnType<typeof put>, number, string]>([
    [
      "a month that has not begun",
      () => put(mine.replace("02/", "03/"), people.projectManager, {}),
      422,
      "period-not-begun",
    ],
    [
      "a month that is none",
      () => put(mine.replace("02/", "13/"), people.projectManager, {}),
      422,
      "invalid-request",
    ],
    [
      "a month before the first records",
      () => put(mine.replace("2026-02", "0000-01"), people.projectManager, {}),
      422,
      "period-before-records",
    ],
    ["an unknown project", () => put(`${mine}0`, people.projectManager, {}), 422, "unknown-project"],
    [
      "another's project",
      () => get("/reports/2026-02/submissions/project-2", people.region),
      422,
      "unknown-project",
    ],
    ["a text from the region", () => put(mine, people.region, {}), 403, "forbidden"],
    [
      "an unknown section",
      () => put(mine, people.projectManager, { sections: { x: {} } }),
      422,
      "invalid-request",
    ],
    [
      "a book",
      () =>
        put(mine, people.projectManager, {
          sections: { fee: texts(2000), tender: texts(2000), committee: texts(2000) },
        }),
      422,
      "invalid-request",
    ],
    [
      "a stale version",
      () => put(mine, people.projectManager, { sections, version: 7 }),
      409,
      "stale-submission",
    ],
    [
      "a case of another project",
      () => put(`${mine}/contests/002`, people.projectManager, contest),
      404,
      "unknown-complaint",
    ],
    [
      "a case nobody knows",
      () => put(`${mine}/contests/999`, people.projectManager, contest),
      404,
      "unknown-complaint",
    ],
    [
      "a case of another period",
      () => put(`/reports/2026-01/submissions/project-1/contests/${number}`, people.projectManager, contest),
      422,
      "case-not-in-period",
    ],
    [
      "another reason",
      () => put(`${mine}/contests/${number}`, people.projectManager, { ...contest, reason: "x" }),
      422,
      "invalid-request",
    ],
    [
      "the project's own ruling",
      () => put(`${mine}/contests/${number}/ruling`, people.projectManager, { upheld: true, text: "x" }),
      403,
      "forbidden",
    ],
    [
      "a ruling on nothing",
      () => put(`${mine}/contests/${number}/ruling`, people.region, { upheld: true, text: "x" }),
      404,
      "not-contested",
    ],
  ])("refuses %s", async (_, ask, status, code) => {
    expect((await ask()).json).toMatchObject({ status, code });
  });
});

const texts = (length: number) => {
  const text = "长".repeat(length);
  return { stage: text, measures: text, effect: text, problems: text };
};

describe("what headquarters write of the company (D7)", () => {
  const company = "/reports/2026-02/company-texts";
  const sections = { quality: "开展电梯专项检查", staff: "新入职十人" };

  it("stands with number, texts and who wrote them; the same again changes nothing", async () => {
    const nothing = companyTextsView.parse((await get(company, people.projectManager)).json);
    expect(nothing).toMatchObject({ version: 0, sections: {} });
    await put(company, people.headquarters, { sections, issue: 14, version: 0 });
    const again = companyTextsView.parse(
      (await put(company, people.headquarters, { sections, issue: 14 })).json,
    );
    expect(again).toMatchObject({ version: 1, sections, issue: 14, by: people.headquarters.id });
    await put(company, people.headquarters, { sections: { staff: "新入职九人" } });
    const corrected = companyTextsView.parse((await get(company, people.headquarters)).json);
    expect(corrected).toMatchObject({ version: 2, sections: { staff: "新入职九人" } });
    expect(corrected.issue).toBeUndefined();
  });

  it("is read by project managers and regions as far as it is of the company or of their part of the tree, and names nobody", async () => {
    const hot = { "project-1": "一期电梯，3-2-502 来电 13812345678", "project-2": "二期停水" };
    await put(company, people.headquarters, { sections: { staff: "联系人 13987654321" }, hot });
    const read = async (person: { readonly id: string }) =>
      companyTextsView.parse((await get(company, person)).json);
    expect((await read(people.headquarters)).hot).toEqual(hot);
    for (const person of [people.projectManager, people.region]) {
      const told = await read(person);
      expect(told.hot).toEqual({ "project-1": "一期电梯，3-2-*** 来电 138****5678" });
      expect(told.sections).toEqual({ staff: "联系人 139****4321" });
    }
  });

  it.each<[string, () => ReturnType<typeof put>, number, string]>([
    ["from a project", () => put(company, people.projectManager, { sections }), 403, "forbidden"],
    [
      "of a month that has not begun",
      () => put(company.replace("02", "03"), people.headquarters, {}),
      422,
      "period-not-begun",
    ],
    [
      "of a stale version",
      () => put(company, people.headquarters, { sections, version: 7 }),
      409,
      "stale-submission",
    ],
    [
      "of an unknown function",
      () => put(company, people.headquarters, { sections: { x: "y" } }),
      422,
      "invalid-request",
    ],
    ["of number nought", () => put(company, people.headquarters, { issue: 0 }), 422, "invalid-request"],
  ])("is refused %s", async (_, send, status, code) => {
    expect(await send()).toMatchObject({ status, json: { code } });
  });
});
