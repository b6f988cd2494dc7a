import { beforeEach, describe, expect, it } from "vitest";
import { jobStarted, jobView } from "../../../lib/contracts/jobs/views.ts";
import { bulletinPreview, reportList } from "../../../lib/contracts/reports/views.ts";
import { known } from "../../support/http.ts";
import { people } from "../../support/organisation.ts";
import { type Apis, apis, as } from "./support.ts";

let api: Apis;
beforeEach(() => {
  api = apis();
});

const get = (line: string, person: { readonly id: string }, query: Record<string, string> = {}) =>
  api.reports(`GET ${line}`, { headers: as(person), query });
const build = (person: { readonly id: string }, body?: object, key = "k-1", month = "2026-01") =>
  api.reports(`POST /reports/${month}/build`, {
    headers: { ...as(person), ...(key === "" ? {} : { "idempotency-key": key }) },
    ...(body === undefined ? {} : { body }),
  });

const stored = (name: string) =>
  api.here.reports.issued.flatMap(({ files }) => files).find((file) => file.name === name);

describe("the month's files", () => {
  it("are built as a job, once per key, listed with links, and found by a redirect", async () => {
    await api.receive();
    const started = await build(people.headquarters);
    expect(started.status).toBe(202);
    const { jobId } = jobStarted.parse(started.json);
    expect((await build(people.headquarters)).json).toEqual({ jobId });
    const running = jobView.parse((await get(`/jobs/${jobId}`, people.headquarters)).json);
    expect(running).toMatchObject({ state: "running", done: 0, total: 3 });
    await api.drain();
    const done = jobView.parse((await get(`/jobs/${jobId}`, people.headquarters)).json);
    expect(done).toMatchObject({ state: "done", done: 3, result: { month: "2026-01", edition: 1 } });
    const { editions } = reportList.parse(
      (await get("/reports", people.projectManager, { month: "2026-01" })).json,
    );
    const file = known(editions[0]?.files[0]);
    const download = await get(`/reports/2026-01/${file.name}`, people.projectManager);
    expect(download.status).toBe(302);
    expect(download.headers["location"]).toBe(file.url);
    expect(download.headers["cache-control"]).toBe("no-store");
  });

  it("say what each edition is, and show their chart to whoever may read it", async () => {
    await api.receive();
    await build(people.headquarters, { asOf: "2026-01-20T00:00:00Z" });
    await api.drain();
    await build(people.headquarters, {}, "k-2");
    await api.drain();
    const { editions } = reportList.parse(
      (await get("/reports", people.headquarters, { month: "2026-01" })).json,
    );
    expect(editions.map(({ edition, stage }) => [edition, stage])).toEqual([
      [2, "rebuilt"],
      [1, "interim"],
    ]);
    const chart = known(editions[0]?.files.find(({ contentType }) => contentType === "image/png"));
    const picture = await get(`/reports/2026-01/pictures/${chart.name}`, people.headquarters);
    expect(picture.status).toBe(200);
    expect(picture.headers).toMatchObject({
      "content-type": "image/png",
      "cache-control": "private, max-age=900",
    });
    const bytes = known(await api.here.reportFiles.get(known(stored(chart.name)).key));
    expect(picture.text).toBe(Buffer.from(bytes).toString("base64"));
    // Its name in a project manager's hands opens nothing, nor does a file that is no picture.
    const workbook = known(editions[0]?.files.find(({ name }) => name.endsWith(".xlsx")));
    for (const [name, person] of [
      [chart.name, people.projectManager],
      [workbook.name, people.headquarters],
    ] as const)
      expect((await get(`/reports/2026-01/pictures/${name}`, person)).json).toMatchObject({
        code: "unknown-report",
      });
  });

  it("headquarters read the bulletin before it is issued: the newest edition's figures with the words that stand", async () => {
    await api.receive({ intake: "company" } as never);
    const preview = () => get("/reports/2026-01/bulletin", people.headquarters);
    expect((await preview()).json).toMatchObject({ code: "unknown-report" });
    await build(people.headquarters);
    await api.drain();
    const first = bulletinPreview.parse((await preview()).json);
    expect(first).toMatchObject({ edition: 1, year: 2026, number: 1 });
    const texts = { bulletin: { title: "一月通报", number: 7 } };
    await api.reports("PUT /reports/2026-01/company-texts", {
      headers: as(people.headquarters),
      body: texts,
    });
    const second = bulletinPreview.parse((await preview()).json);
    expect(second).toMatchObject({ title: "一月通报", number: 7 });
    expect(second.subtitle).toContain("[2026]第7期");
    expect(second.blocks).toContainEqual({
      kind: "heading",
      text: "二、公司直接受理客户投诉情况分析",
      level: 1,
    });
    expect((await get("/reports/2026-01/bulletin", people.projectManager)).status).toBe(403);
  });

  it("headquarters issue the bulletin: an edition of its own that offices hear of, of a period that has ended", async () => {
    await api.receive();
    const early = await build(people.headquarters, { bulletin: true }, "early", "2026-02");
    expect(early.json).toMatchObject({ code: "period-not-ended", errors: [{ path: "bulletin" }] });
    const one = await build(people.headquarters, { bulletin: true, projectId: "project-1" }, "one");
    expect(one.json).toMatchObject({ status: 422, code: "invalid-request" });
    await build(people.headquarters, {}, "plain");
    await build(people.headquarters, { bulletin: true }, "issue");
    // The key of the bulletin asks for nothing else.
    expect((await build(people.headquarters, {}, "issue")).json).toMatchObject({ code: "key-reused" });
    await api.drain();
    const { editions } = reportList.parse(
      (await get("/reports", people.projectManager, { month: "2026-01" })).json,
    );
    const stages = editions.map(({ stage, bulletin }) => [stage, bulletin]);
    expect(stages.toSorted(([a = ""], [b = ""]) => String(a).localeCompare(String(b)))).toEqual([
      ["bulletin", true],
      ["rebuilt", undefined],
    ]);
    const heard = [...api.here.notices.items.values()].filter(
      ({ template, recipient }) =>
        template === "month-ready" && "id" in recipient && recipient.id === people.projectManager.id,
    );
    expect(heard).toHaveLength(1);
  });

  it("are listed month by month: without a month those of the one that ended last", async () => {
    await api.receive();
    await build(people.headquarters);
    await api.drain();
    const listed = reportList.parse((await get("/reports", people.headquarters)).json);
    expect(listed).toMatchObject({ month: "2026-01", months: ["2026-02", "2026-01"] });
    expect(listed.editions).toHaveLength(1);
    expect(listed.editions[0]?.files[0]?.title).toBe("2026年1月客户投诉处理统计报表（第1版）.xlsx");
  });

  it.each<[string, () => ReturnType<typeof build>, number, string]>([
    [
      "a month that has not begun",
      () => build(people.headquarters, {}, "k", "2026-03"),
      422,
      "period-not-begun",
    ],
    ["month 2026-00", () => build(people.headquarters, {}, "k", "2026-00"), 422, "invalid-request"],
    [
      "a cut-off in the future",
      () => build(people.headquarters, { asOf: "2026-02-14T00:00:00Z" }),
      422,
      "cut-off-in-future",
    ],
    [
      "a cut-off before the month",
      () => build(people.headquarters, { asOf: "2025-12-31T00:00:00Z" }),
      422,
      "cut-off-before-period",
    ],
    ["an unknown project", () => build(people.headquarters, { projectId: "x" }), 422, "unknown-project"],
    ["no key", () => build(people.headquarters, {}, ""), 400, "idempotency-key-required"],
    ["the company's files to a project manager", () => build(people.projectManager), 403, "forbidden"],
    [
      "another project's to a project manager",
      () => build(people.projectManager, { projectId: "project-2" }),
      422,
      "unknown-project",
    ],
    [
      "a list of a month that has not begun",
      () => get("/reports", people.headquarters, { month: "2026-03" }),
      422,
      "period-not-begun",
    ],
    [
      "submissions of a month that has not begun",
      () => get("/reports/2026-03/submissions", people.projectManager),
      422,
      "period-not-begun",
    ],
    ["a file nobody made", () => get("/reports/2026-01/x.xlsx", people.headquarters), 404, "unknown-report"],
    ["a job nobody started", () => get("/jobs/x", people.headquarters), 404, "unknown-job"],
  ])("refuses %s", async (_, ask, status, code) => {
    expect((await ask()).json).toMatchObject({ status, code });
    expect(api.reportQueue.waiting).toEqual([]);
  });

  describe("each post reads its own", () => {
    const month = "2026-01";
    const editionsFor = async (person: { readonly id: string }) =>
      reportList.parse((await get("/reports", person, { month })).json).editions;
    const names = async (person: { readonly id: string }) =>
      (await editionsFor(person)).flatMap(({ files }) => files.map(({ name }) => name)).sort();

    beforeEach(async () => {
      await api.receive();
      await build(people.headquarters, {}, "company");
      await build(people.headquarters, { projectId: "project-2" }, "other");
      await build(people.projectManager, { projectId: "project-1" }, "own");
      await api.drain();
    });

    it("headquarters see every file, the company's too", async () => {
      const all = await names(people.headquarters);
      expect(all).toEqual(
        expect.arrayContaining(["all-2026-01-edition-1.zip", "bulletin-2026-01-edition-1.docx"]),
      );
      for (const name of all)
        expect((await get(`/reports/${month}/${name}`, people.headquarters)).status).toBe(302);
    });

    it("a region reads its projects' files and what the company publishes: no ledger, no workbook, no zip of everything", async () => {
      const read = await names(people.region);
      expect(read.filter((name) => name.includes("edition-1.") && !name.includes("project-1"))).toEqual([
        "bulletin-2026-01-edition-1.docx",
        "chart-2026-01-edition-1.png",
        "monthly-2026-01-edition-1.docx",
        "sheet-2026-01-edition-1.csv",
        "sheet-2026-01-edition-1.jsonl",
        "statistics-2026-01-edition-1.xlsx",
      ]);
      expect(read.filter((name) => name.includes("project-2"))).toEqual([]);
      const own = (await editionsFor(people.region)).flatMap(({ projectId }) => projectId ?? []);
      expect(own).toEqual(["project-1"]);
      for (const name of await names(people.headquarters)) {
        const answer = await get(`/reports/${month}/${name}`, people.region);
        expect([name, answer.status]).toEqual([name, read.includes(name) ? 302 : 404]);
      }
    });

    it("a project manager sees and downloads the own project's files, and nothing else by any name", async () => {
      const own = await names(people.projectManager);
      const company = own.filter((name) => name.includes("edition-1."));
      expect(company).toEqual([
        "analysis-project-1-2026-01-edition-1.docx",
        // D14 is addressed to every office.
        "bulletin-2026-01-edition-1.docx",
        "complaints-project-1-2026-01-edition-1.xlsx",
      ]);
      const mine = (await editionsFor(people.projectManager)).filter(
        ({ projectId }) => projectId !== undefined,
      );
      expect(mine.map(({ projectId }) => projectId)).toEqual(["project-1"]);
      expect(mine[0]?.files.map(({ name }) => name.split("-2026")[0])).toContain("all");
      for (const name of await names(people.headquarters)) {
        const answer = await get(`/reports/${month}/${name}`, people.projectManager);
        expect([name, answer.status]).toEqual([name, own.includes(name) ? 302 : 404]);
      }
    });
  });

  it("shows a job to who started it and to headquarters", async () => {
    const { jobId } = (await build(people.projectManager, { projectId: "project-1" })).json;
    expect((await get(`/jobs/${jobId}`, people.projectManager)).status).toBe(200);
    expect((await get(`/jobs/${jobId}`, people.headquarters)).status).toBe(200);
    expect((await get(`/jobs/${jobId}`, people.region)).json.code).toBe("unknown-job");
  });
});
