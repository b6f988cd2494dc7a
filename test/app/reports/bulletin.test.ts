import { describe, expect, test } from "vitest";
import { isProblem } from "../../../lib/app/problems/problem.ts";
import { buildReportPart } from "../../../lib/app/reports/run/build.ts";
import { type BuildRequest, startRun } from "../../../lib/app/reports/run/start.ts";
import { type GivenTexts, putCompanyTexts } from "../../../lib/app/submissions/company.ts";
import { putSubmission } from "../../../lib/app/submissions/write.ts";
import { textOf } from "../../adapters/documents/paper.ts";
import { at } from "../../support/builders.ts";
import { people } from "../../support/organisation.ts";
import { type World, world } from "../../support/world.ts";

async function bulletinOf(w: World, more: Partial<BuildRequest> = {}): Promise<string> {
  const run = await startRun(w.ports, { month: "2026-02", by: "headquarters-1", key: "k", ...more });
  if (isProblem(run)) throw new Error(run.problem);
  for (let parts = w.reportQueue.take(); parts.length > 0; parts = w.reportQueue.take()) {
    for (const part of parts) await buildReportPart(w.ports, part);
  }
  const file = w.reports.issued.at(-1)?.files.find(({ name }) => name.startsWith("bulletin-"));
  if (file === undefined) throw new Error("no bulletin");
  return textOf((await w.reportFiles.get(file.key)) ?? new Uint8Array());
}

/** February: the company itself received a valid, an assisted and an invalid one and one nobody judged; a project its own. */
async function february(): Promise<World> {
  const w = world(at("2026-02-02 10:00"));
  const judged = async (sourceId: string, validity: "valid" | "assisted" | "invalid", projectId: string) => {
    const { registration } = await w.receive({ sourceId, projectId, intake: "company", classCode: "1.1.1" });
    const person = w.organisation.people.find(({ assignments }) =>
      assignments.some(
        (one) => one.projectId === projectId && (one.post === "manager" || one.post === "supervisor"),
      ),
    );
    await w.give(
      registration.id,
      { type: "judge", validity, reason: "核实" },
      person === undefined ? {} : { person },
    );
  };
  await judged("a", "valid", "project-1");
  await judged("b", "assisted", "project-1");
  await judged("c", "invalid", "project-2");
  await w.receive({ sourceId: "d", intake: "company", classCode: "1.5.5" });
  await w.receive({ sourceId: "e", intake: "project", classCode: "1.4.1" });
  await w.run(at("2026-03-08 10:00"));
  return w;
}

describe("D14: headquarters' bulletin", () => {
  test("is numbered [year] No. n and says who submitted as of a date", async () => {
    const text = await bulletinOf(await february());
    expect(text).toContain("品质管理部[2026]第2期");
    expect(text).toContain("截至2026年3月8日，共计0个管理处上交了《管理处客户投诉工作月报》。");
    expect(text).toContain("未上交：示例一期、示例二期。");
  });

  test("company-received = valid + assisted + invalid; what a project received is not in it", async () => {
    const text = await bulletinOf(await february());
    expect(text).toContain(
      "2026年2月公司直接受理投诉4起，其中有效投诉1起，协助处理投诉1起，无效投诉1起，未判定1起。",
    );
  });

  test("hot projects come first, each with state, repeats and advice", async () => {
    const text = await bulletinOf(await february());
    const first = text.indexOf("示例一期（3起）");
    expect(first).toBeGreaterThan(0);
    expect(text.indexOf("示例二期（1起）")).toBeGreaterThan(first);
    expect(text.slice(first)).toContain("起尚在处理");
    expect(text.slice(first)).toContain("建议管理处");
  });

  test("annex 2 counts the valid ones by content and by project, whoever received them", async () => {
    const text = await bulletinOf(await february());
    expect(text).toContain("共产生有效投诉1起");
    const annex = text.slice(text.indexOf("附件2　有效投诉统计"));
    expect(annex).toMatch(/房屋管理\n1\n[\s\S]*环境管理\n0\n综合服务\n0\n[\s\S]*合计\n1\n/);
    expect(annex).toMatch(/示例一期\n1\n0\n0\n0\n0\n0\n0\n0\n1\n示例二期\n0\n/);
    expect(text).toContain("另有2起截至数据截止时未判定，未计入。");
  });

  test("may span several months", async () => {
    const w = await february();
    const text = await bulletinOf(w, { from: "2026-01-01", to: "2026-02-28" });
    expect(text).toContain("现将公司2026年1、2月客户投诉工作情况汇总如下");
    expect(text).toContain("[2026]第2期");
  });

  test("a run of one project has none: it speaks for the company", async () => {
    await expect(bulletinOf(await february(), { projectId: "project-1" })).rejects.toThrow("no bulletin");
  });
});

describe("number, year, title and paragraphs of a bulletin are headquarters'", () => {
  const put = (w: World, month: string, given: Partial<GivenTexts>) =>
    putCompanyTexts(w.ports, { month, by: "headquarters-1" }, { sections: {}, ...given });

  test("what they set is printed; every edition of the period keeps the number, and no other period gets it", async () => {
    const w = await february();
    await put(w, "2026-02", {
      bulletin: { number: 7, title: "示例地产客户投诉通报" },
      hot: { "project-1": "本公司已约谈该管理处。" },
    });
    const text = await bulletinOf(w);
    expect(text).toContain("示例地产客户投诉通报");
    expect(text).toContain("品质管理部[2026]第7期");
    expect(text).toContain("示例一期（3起）：本公司已约谈该管理处。");
    expect(await bulletinOf(w, { key: "again" })).toContain("第7期");
    expect(await put(w, "2026-01", { bulletin: { number: 7 } })).toEqual({
      problem: "bulletin-number-taken",
      path: "bulletin.number",
    });
    // The span's own bulletin cannot be No. 7 again.
    expect(await bulletinOf(w, { key: "span", from: "2026-01-01", to: "2026-02-28" })).toContain(
      "第8期（2026年1、2月份）",
    );
  });

  test("a span has the submissions of all its months", async () => {
    const w = await february();
    const person = people.projectManager;
    const place = { projectId: "project-1", person };
    const sections = { "key-problems": { measures: "加强巡查" } };
    await putSubmission(w.ports, { ...place, month: "2026-01" }, { sections, confirm: true });
    const span = { from: "2026-01-01", to: "2026-02-28" };
    const text = await bulletinOf(w, { key: "one", ...span });
    expect(text).toContain("1月逾期上交\n2月未上交");
    expect(text).toContain("共计0个管理处上交");
    await putSubmission(w.ports, { ...place, month: "2026-02" }, { sections, confirm: true });
    expect(await bulletinOf(w, { key: "both", ...span })).toContain("共计1个管理处上交");
    expect(w.reports.issued.at(-1)?.submitted.missing).toEqual(["project-2"]);
  });
});
