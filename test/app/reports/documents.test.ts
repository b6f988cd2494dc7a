import { describe, expect, test } from "vitest";
import { isProblem } from "../../../lib/app/problems/problem.ts";
import { buildReportPart } from "../../../lib/app/reports/run/build.ts";
import { startRun } from "../../../lib/app/reports/run/start.ts";
import { partOf, textOf } from "../../adapters/documents/paper.ts";
import { at } from "../../support/builders.ts";
import { people } from "../../support/organisation.ts";
import { type World, world } from "../../support/world.ts";

async function build(w: World): Promise<void> {
  const run = await startRun(w.ports, { month: "2026-03", by: "headquarters-1", key: "k" });
  if (isProblem(run)) throw new Error(run.problem);
  for (let parts = w.reportQueue.take(); parts.length > 0; parts = w.reportQueue.take()) {
    for (const part of parts) await buildReportPart(w.ports, part);
  }
}

async function document(w: World, name: string): Promise<string> {
  const found = w.reports.issued.at(-1)?.files.find((file) => file.name.startsWith(name));
  if (found === undefined) throw new Error(`no file ${name}`);
  return textOf((await w.reportFiles.get(found.key)) ?? new Uint8Array());
}

/** March: one resolved and not liked, one waiting for the owner, one of 地产相关 at engineering, one nobody took up. */
async function march(): Promise<World> {
  const w = world(at("2026-03-02 09:30"));
  const call = async (sourceId: string, more: object) =>
    (await w.receive({ sourceId, ...more })).registration.id;
  const disliked = await call("a", { matter: "电梯困人十分钟", classCode: "1.2.1", safety: true });
  const waiting = await call("b", { matter: "轿厢异响", classCode: "1.2.1" });
  const estate = await call("c", { matter: "外墙渗水", classCode: "1.7.2" });
  await call("d", { matter: "广场舞太吵", classCode: "1.4.7" });
  await w.give(disliked, { type: "assign", departmentId: "engineering" });
  await w.give(disliked, { type: "judge", validity: "valid", reason: "属实" });
  await w.give(disliked, { type: "investigate", text: "门机控制板老化" }, { person: people.handler });
  await w.give(estate, { type: "assign", departmentId: "engineering" });
  await w.give(estate, { type: "progress", text: "已约开发商" });
  await w.give(waiting, { type: "assign", departmentId: "engineering" });
  await w.give(waiting, { type: "pause", reason: "owner-appointment" }, { person: people.projectManager });
  w.clock.set(at("2026-03-03 10:00"));
  await w.give(disliked, { type: "resolve", via: "phone", text: "控制板已更换" });
  await w.give(
    disliked,
    { type: "follow-up", outcome: "reached", grade: 2, reason: "等得太久" },
    { person: people.manager },
  );
  await w.run(at("2026-04-01 02:00"));
  return w;
}

test("D8 and D15 tell cases without full names, rooms and numbers of those who complained", async () => {
  const w = world(at("2026-03-02 09:30"));
  await w.receive({
    sourceId: "a",
    matter: "王建国2单元502漏水，请打13812345678",
    complainant: { name: "王建国", phone: "13812345678" },
    classCode: "1.2.1",
    safety: true,
  });
  await w.run(at("2026-04-01 02:00"));
  await build(w);
  for (const name of ["analysis-project-1", "classification"]) {
    const told = await document(w, name);
    expect(told).toContain("王某2单元***漏水，请打138****5678");
    expect(told).not.toContain("王建国");
  }
});

describe("D8: the analysis of a project", () => {
  test("says the figures in the template's own sentences", async () => {
    const w = await march();
    await build(w);
    const report = await document(w, "analysis-project-1");
    expect(report).toContain("示例一期2026年3月投诉分析报告");
    expect(report).toContain("本月客户投诉共受理4条，已处理完成1条，未完成3条，处理完成率25.0%。");
    expect(report).toContain("一次回访满意率0.0%");
    expect(report).toContain("本月投诉重点主要集中在“电梯困人”");
    expect(report).toContain("本月2件，占50.0%，上月无数据；1件未完成（待业主约时");
  });

  test("gives the reasons of what is not done per service, and of dissatisfaction", async () => {
    const w = await march();
    await build(w);
    const report = await document(w, "analysis-project-1");
    const basic = report.slice(report.indexOf("关于基础服务"), report.indexOf("关于地产相关"));
    const estate = report.slice(report.indexOf("关于地产相关"), report.indexOf("针对一次回访满意率"));
    expect(basic).toContain("待业主约时");
    expect(basic).toContain("尚未派单，已超过时限");
    expect(basic).not.toContain("已约开发商");
    expect(estate).toContain("工程部处理中，已超过时限，最近进展：已约开发商");
    expect(report).toContain("等得太久");
  });

  test("D15: cases by the stated rule, each with its six points", async () => {
    const w = await march();
    await build(w);
    const report = await document(w, "analysis-project-1");
    expect(report).toContain("选取规则");
    const cases = report.slice(report.indexOf("四、典型案例"), report.indexOf("五、上期整改"));
    for (const point of ["投诉要点", "产生原因", "处理过程及结果", "升级恶化原因", "经验教训", "整改措施"]) {
      expect(cases).toContain(point);
    }
    expect(cases.indexOf("电梯困人十分钟")).toBeGreaterThan(0);
    expect(cases).toContain("门机控制板老化");
    expect(cases).toContain("控制板已更换");
  });

  test("D15: a case stands on one page with its six points", async () => {
    const w = await march();
    await build(w);
    const found = w.reports.issued.at(-1)?.files.find(({ name }) => name.startsWith("analysis-project-1"));
    const xml = partOf((await w.reportFiles.get(found?.key ?? "")) ?? new Uint8Array(), "word/document.xml");
    const rows = xml
      .slice(xml.indexOf("投诉要点"), xml.indexOf("整改措施", xml.indexOf("投诉要点")))
      .split("<w:tr>");
    expect(rows).toHaveLength(6);
    // Word keeps a table together when every paragraph but the last row's keeps with the next.
    for (const row of rows.slice(1, -1))
      expect(row.match(/<w:keepNext\/>/g)).toHaveLength(row.split("<w:p>").length - 1);
  });

  test("a project without complaints has a report that says so", async () => {
    const w = await march();
    await build(w);
    const report = await document(w, "analysis-project-2");
    expect(report).toContain("共受理0条，已处理完成0条，未完成0条，处理完成率–");
    expect(report).not.toMatch(/undefined|NaN|null/);
  });

  test("a corrective action of last month is listed as done or not", async () => {
    const w = world(at("2026-02-02 10:00"));
    const { registration } = await w.receive({ sourceId: "a" });
    await w.give(registration.id, { type: "classify", classCode: "1.2.1", level: "B" });
    const review = {
      type: "review",
      text: "检讨",
      actions: [
        { ownerId: "handler-1", dueAt: at("2026-03-10 18:00"), cause: "保养不到位", measure: "每周检查门机" },
      ],
    } as const;
    await w.give(registration.id, { type: "assign", departmentId: "engineering" });
    await w.give(
      registration.id,
      { type: "resolve", via: "phone", text: "已修复" },
      { person: people.handler },
    );
    await w.give(registration.id, review, { person: people.manager });
    await w.run(at("2026-04-01 02:00"));
    await build(w);
    const report = await document(w, "analysis-project-1");
    expect(report).toContain("上期整改项1项，已完成0项，未完成1项。");
    expect(report).toContain("每周检查门机");
  });
});
