import { expect, test } from "vitest";
import type { MonthlyWorkbookInput } from "../../../lib/app/ports/workbook-input.ts";
import { isProblem } from "../../../lib/app/problems/problem.ts";
import { downloadLink, listReports } from "../../../lib/app/reports/files/read.ts";
import { announceEdition } from "../../../lib/app/reports/run/announce.ts";
import { buildReportPart } from "../../../lib/app/reports/run/build.ts";
import { type BuildRequest, startRun } from "../../../lib/app/reports/run/start.ts";
import { builtInReportingPolicy } from "../../../lib/domain/policy/reporting-policy.ts";
import { at } from "../../support/builders.ts";
import { people } from "../../support/organisation.ts";
import { type World, world } from "../../support/world.ts";

async function build(w: World, more: Partial<BuildRequest> = {}): Promise<MonthlyWorkbookInput> {
  const run = await startRun(w.ports, { month: "2026-03", by: "schedule", key: "k", ...more });
  if (isProblem(run)) throw new Error(run.problem);
  for (let parts = w.reportQueue.take(); parts.length > 0; parts = w.reportQueue.take())
    for (const part of parts) await buildReportPart(w.ports, part);
  const file = w.reports.issued.at(-1)?.files.find(({ name }) => name.startsWith("complaints-"));
  const body = await w.reportFiles.get(file?.key ?? "");
  return JSON.parse(new TextDecoder().decode(body)) as MonthlyWorkbookInput;
}

async function march(): Promise<World> {
  const w = world(at("2026-03-02 10:00"));
  await w.receive({ sourceId: "a" });
  await w.receive({ sourceId: "b", projectId: "project-2" });
  w.clock.set(at("2026-04-09 18:00"));
  return w;
}

const heard = (w: World) =>
  [...w.notices.items.values()]
    .filter(({ template }) => template === "month-ready")
    .map(({ recipient }) => (recipient.kind === "person" ? recipient.id : ""));

test("D14: the bulletin's edition is told to the offices' managers too, the others to headquarters alone", async () => {
  const w = await march();
  await build(w);
  expect(heard(w)).toEqual(["headquarters-1", "headquarters-2"]);
  const before = heard(w).length;
  await build(w, { key: "bulletin", bulletin: true });
  expect(heard(w).slice(before).sort()).toEqual(["headquarters-1", "headquarters-2", "project-manager-1"]);
  await announceEdition(w.ports, { month: "2026-03", bulletin: true, projectIds: ["project-1"] }, 2);
  expect(heard(w)).toHaveLength(before + 3);
});

/** The mails about an edition as they went out: to whom, and under which names their files lie. */
async function mailed(w: World): Promise<Record<string, string[]>> {
  await w.drain();
  return Object.fromEntries(
    w.sent
      .filter(({ threadId }) => threadId === "report.2026-03")
      .map(({ to, files = [] }) => [to, files.map(({ name }) => name)]),
  );
}

test("the announcement carries the bulletin and D1's sheets for headquarters, the bulletin for offices, under Chinese names", async () => {
  const w = await march();
  await build(w, { bulletin: true });
  const bulletin = "2026年3月客户投诉工作月报（第1版）.docx";
  const sheets = "2026年3月客户投诉统计表（第1版）.xlsx";
  const all = await mailed(w);
  expect(all["headquarters-1@desk.example"]).toEqual([sheets, bulletin]);
  expect(all["project-manager-1@desk.example"]).toEqual([bulletin]);
});

test("files that policy calls too large together are linked to, never sent", async () => {
  const w = await march();
  const reporting = { ...builtInReportingPolicy, attachKilobytes: 0 };
  const { rules } = w.ports;
  const forCompany = rules.forCompany.bind(rules);
  Object.assign(rules, {
    forCompany: async (zone: string) => {
      const standing = await forCompany(zone);
      return { ...standing, policy: { ...standing.policy, reporting } };
    },
  });
  await build(w, { bulletin: true });
  expect(w.reports.issued[0]?.attached).toBeUndefined();
  expect((await mailed(w))["headquarters-1@desk.example"]).toEqual([]);
});

test("one project's own build is not announced as the company's", async () => {
  const w = await march();
  await build(w, { projectId: "project-1", by: "project-manager-1" });
  expect(heard(w)).toEqual([]);
  expect(w.reports.issued).toHaveLength(1);
});

test("a project manager reads the bulletin and the own project's files, and nothing else of the company", async () => {
  const w = await march();
  await build(w, { bulletin: true });
  const [edition] = await listReports(w.ports, people.projectManager, "2026-03");
  const names = edition?.files.map(({ name }) => name.replace(/-2026-03-.*$/, ""));
  expect(names).toEqual(["bulletin", "complaints-project-1", "analysis-project-1"]);
  for (const name of ["all-2026-03-edition-1.zip", "monthly-2026-03-edition-1.docx"])
    expect(await downloadLink(w.ports, people.projectManager, "2026-03", name)).toEqual({
      problem: "unknown-report",
    });
});

test("every region and city has a sheet of D1 where there are several, and what is additive adds up", async () => {
  const w = await march();
  w.organisation.projects = w.organisation.projects.map((one) =>
    one.id === "project-2" ? { ...one, city: "杭州" } : one,
  );
  const { levels = [], companyRows } = await build(w);
  expect(levels.map(({ name }) => name)).toEqual(["east区域", "west区域", "上海城市公司", "杭州城市公司"]);
  const totals = levels.map(({ rows }) => rows.at(-1)?.B ?? 0);
  expect(totals).toEqual([1, 1, 1, 1]);
  expect(companyRows.at(-1)?.B).toBe(2);
});
