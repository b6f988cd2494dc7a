import { Workbook } from "@cj-tech-master/excelts";
import { installChartSupport } from "@cj-tech-master/excelts/chart";
import { expect, test } from "vitest";
import { readCompanyFolder, sampleFolder } from "../../../infra/ops/company-folder.ts";
import { type SmokeResult, smoke } from "../../../infra/ops/smoke.ts";
import { as, desk, project } from "./life.ts";

/** The month that was issued, an emergency, and the trial of a deployment. */
export function theMonthAndAfter(): void {
  test("the month is issued on the 1st at 02:00; its workbook is listed, loaded through its link and read back", async () => {
    const { body } = await as("headquarters", "GET", "/reports?month=2026-09");
    // The bulletin's edition of 14 October, the sixth working day after the holidays, stands before it.
    const [bulletin, edition, ...older] = body.editions;
    expect(older).toEqual([]);
    expect(bulletin).toMatchObject({ edition: 2, bulletin: true, madeAt: "2026-10-14T10:00:00.000Z" });
    expect(edition).toMatchObject({
      edition: 1,
      asOf: "2026-09-30T15:59:59.999Z",
      madeAt: "2026-09-30T18:00:00.000Z",
    });
    const file = edition.files.find(({ name }: { name: string }) => /^complaints-\d/.test(name));
    const bytes = await desk.client.download("headquarters", `/reports/2026-09/${file.name}`);
    expect(bytes.byteLength).toBe(file.size);
    installChartSupport();
    const workbook = new Workbook();
    await workbook.xlsx.load(bytes);
    const { projects } = await readCompanyFolder(sampleFolder);
    const sheets = ["公司", ...projects.map(({ name }) => name)].map((name) => workbook.getWorksheet(name));
    const totals = sheets.map((sheet) => {
      let received: unknown;
      sheet?.eachRow((row) => {
        if (row.getCell(1).value === "汇总") received = row.getCell(2).result;
      });
      return received;
    });
    // Two calls, two slips, the mail, the closed one, the one nobody cared for; one on the web for each other project.
    expect(totals).toEqual([9, 7, 1, 1]);
    const numbers: unknown[] = [];
    workbook
      .getWorksheet("台账")
      ?.getColumn(1)
      .eachCell((cell) => numbers.push(cell.value));
    for (const number of ["001", "N001", "B001", "B002", "E001"])
      expect(numbers.map(String)).toContain(number);
    const sources: unknown[] = [];
    workbook
      .getWorksheet("台账")
      ?.getColumn(10)
      .eachCell((cell) => sources.push(cell.value));
    for (const source of ["呼叫中心", "网站", "投诉箱", "邮箱"]) expect(sources).toContain(source);
    const ready = desk.cloud.services.mails
      .sent()
      .filter(({ to }) => to.includes("headquarters@sample.jiesu.example"));
    expect(ready[0]?.at).toBe(Date.parse("2026-09-30T18:00:00.000Z"));
    expect(ready[0]?.subject).toContain("2026");

    // A link works for 15 minutes of the desk's own time.
    const { url } = file;
    expect((await fetch(url)).status).toBe(200);
    await desk.to(new Date(desk.cloud.engine.now() + 16 * 60_000).toISOString());
    expect((await fetch(url)).status).toBe(403);
  });

  test("事故灾祸 is reported to the list at once, and a first report that is not given to project manager and region (D7)", async () => {
    const start = desk.cloud.engine.now();
    const event = {
      projectId: project,
      category: "safety.fire",
      outcome: "negative",
      accident: true,
      departmentId: "engineering",
      description: "配电房起火，已扑灭",
      reporter: { name: "值班员", phone: "13800000009" },
    };
    const { status, body } = await as("lake-front-desk", "POST", "/events", event, "fire-1");
    expect(status).toBe(201);
    await desk.to(new Date(start + 32 * 60_000).toISOString());
    const mails = desk.cloud.services.mails
      .sent()
      .filter(({ raw: mail }) => mail.includes(`emergency.${body.id}@`));
    const told = mails.map(
      ({ to, at }) => `${at < start + 60_000 ? "at once" : "overdue"} ${to.join().split("@")[0]}`,
    );
    expect(told.toSorted()).toEqual([
      "at once central-quality",
      "at once headquarters",
      "at once lake-project-manager",
      "overdue central-quality",
      "overdue lake-project-manager",
    ]);
    const report = { version: 1, stage: "first", text: "无人受伤", injury: { dead: 0, injured: 0 } };
    const first = await as("lake-front-desk", "POST", `/events/${body.id}/reports`, report, "fire-2");
    expect(first).toMatchObject({ status: 200, body: { version: 2, allowed: ["written"] } });
    const shown = await as("lake-supervisor", "GET", `/events/${body.id}`);
    expect(shown.body.reports).toMatchObject([{ stage: "first", late: true, text: "无人受伤" }]);
    const month = new Date(start + 8 * 3_600_000).toISOString().slice(0, 7);
    const list = await as("lake-supervisor", "GET", `/events?month=${month}`);
    expect(list.body.items).toMatchObject([{ id: body.id, late: 1, next: { stage: "written" } }]);
  });

  test("a deployment is tried as people would use it: pages, refusals, a request for help registered, followed and withdrawn", async () => {
    const { key } = desk.cloud.company.channelKeys.find(({ system }) => system === "website")!;
    const registering = { projectId: project, key, sourceId: "smoke-1" };
    const results: SmokeResult[] = [];
    for await (const result of smoke({ url: desk.cloud.baseUrl, registering })) results.push(result);
    expect(results.filter(({ fault }) => fault !== undefined)).toEqual([]);
    expect(results.length).toBe(11);

    const elsewhere: SmokeResult[] = [];
    for await (const result of smoke({ url: `${desk.cloud.baseUrl}/nowhere` })) elsewhere.push(result);
    expect(elsewhere.filter(({ fault }) => fault === undefined)).toEqual([]);
  });
}
