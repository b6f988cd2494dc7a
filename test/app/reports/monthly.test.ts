import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { isProblem } from "../../../lib/app/problems/problem.ts";
import { listReports } from "../../../lib/app/reports/files/read.ts";
import { buildReportPart } from "../../../lib/app/reports/run/build.ts";
import { startRun } from "../../../lib/app/reports/run/start.ts";
import { putCompanyTexts } from "../../../lib/app/submissions/company.ts";
import { putSubmission } from "../../../lib/app/submissions/write.ts";
import type { Person } from "../../../lib/domain/organisation/organisation.ts";
import { textOf } from "../../adapters/documents/paper.ts";
import { at } from "../../support/builders.ts";
import { emergencyAt } from "../../support/emergencies.ts";
import { people } from "../../support/organisation.ts";
import { type World, world } from "../../support/world.ts";

const MONTH = "2026-02";

async function monthlyOf(w: World): Promise<string> {
  const run = await startRun(w.ports, { month: MONTH, by: "headquarters-1", key: "k" });
  if (isProblem(run)) throw new Error(run.problem);
  for (let parts = w.reportQueue.take(); parts.length > 0; parts = w.reportQueue.take()) {
    for (const part of parts) await buildReportPart(w.ports, part);
  }
  const file = w.reports.issued.at(-1)?.files.find(({ name }) => name.startsWith("monthly-"));
  if (file === undefined) throw new Error("no monthly");
  return textOf((await w.reportFiles.get(file.key)) ?? new Uint8Array());
}

/** February: three complaints by different ways, one of them from the press, one passed on by the group, one invalid. */
async function february(): Promise<World> {
  const w = world(at("2026-02-02 10:00"));
  await w.receive({ sourceId: "a", channel: "press", classCode: "1.2.1" });
  await w.receive({ sourceId: "b", projectId: "project-2", intake: "group", channel: "letter" });
  const { registration } = await w.receive({ sourceId: "c", channel: "phone" });
  await w.give(registration.id, { type: "judge", validity: "invalid", reason: "与事实不符" });
  await w.run(at("2026-03-08 10:00"));
  return w;
}

const submit = (w: World, confirm: boolean) =>
  putSubmission(
    w.ports,
    { month: MONTH, projectId: "project-1", person: people.projectManager },
    {
      sections: {
        committee: { stage: "筹备组成立", measures: "协助街道", problems: "到会不足" },
        "key-problems": { measures: "更换门机" },
      },
      confirm,
    },
  );

describe("D7: the company's monthly", () => {
  test("names its period and number, the month's unless headquarters give another", async () => {
    const w = await february();
    expect(await monthlyOf(w)).toContain("（第2期）　2026年2月1日—2026年2月28日");
    const other = await february();
    await putCompanyTexts(other.ports, { month: MONTH, by: "headquarters-1" }, { sections: {}, issue: 10 });
    expect(await monthlyOf(other)).toContain("（第10期）");
  });

  test("has a row for each function of the company, as headquarters wrote it, and says what is missing", async () => {
    const w = await february();
    const sections = { staff: "招聘秩序员十名" };
    await putCompanyTexts(w.ports, { month: MONTH, by: "headquarters-1" }, { sections });
    expect(await monthlyOf(w)).toMatch(
      /公司重点工作\n（公司未填报）\n人力资源\n招聘秩序员十名\n品质管理\n（公司未填报）\n经营管理\n（公司未填报）\n其他\n（公司未填报）/,
    );
  });

  test("says of each project what it submitted: stage, measures, effect, problems; the empty sections by name", async () => {
    const w = await february();
    await submit(w, true);
    const text = await monthlyOf(w);
    expect(text).toMatch(/客户关系\n业委会成立、改选\n筹备组成立\n协助街道\n—\n到会不足/);
    expect(text).toMatch(/本期无内容：重要工作、客户关系：调整物业管理费、.*集团重点工作：其他。/);
    expect(text).toContain("示例一期（重点问题及改进）：措施：更换门机");
  });

  test("a project that has not confirmed is missing with the reason, and nothing is said in its name", async () => {
    const w = await february();
    await submit(w, false);
    const text = await monthlyOf(w);
    expect(text).toMatch(/示例一期\n（未上交：已填写，尚未确认）\n示例二期\n（未上交：尚未填报）/);
    expect(text).not.toContain("筹备组成立");
  });

  test("counts complaints by every way, press and passed on ones too, the invalid apart", async () => {
    const text = await monthlyOf(await february());
    expect(text).toContain(
      "以各种途径共受理投诉3件（有效0件，协助处理0件，无效1件，未判定2件）；除去无效的1件和其余撤销、转出、合并的0件，列入任务2件",
    );
    expect(text).toMatch(/呼叫中心\n1\n[\s\S]*信函\n1\n[\s\S]*媒体\n1\n[\s\S]*合计\n3\n/);
    expect(text).toMatch(/集团及相关单位传递\n政府部门转办\n合计\n0\n2\n1\n0\n3\n/);
    expect(text).toMatch(/示例一期\n1\n0\n1\n0\.0%/);
  });

  test("has D7's table of emergency events even where nothing happened", async () => {
    const text = await monthlyOf(await february());
    expect(text).toContain("本期没有突发事件。");
    expect(text).toMatch(
      /安全管理·治安\n0\n0\n0\n0\n0\n[\s\S]*设备设施·电梯\n[\s\S]*员工工伤\n[\s\S]*合计\n0\n/,
    );
  });

  test("tells each emergency event with department, harm and in clear for headquarters alone who reported it", async () => {
    const w = await february();
    await w.emergencies.insert(
      emergencyAt(at("2026-02-03 10:00"), { outsourced: true, injury: { dead: 0, injured: 2 } }),
    );
    const text = await monthlyOf(w);
    expect(text).toMatch(/设备设施·给排水\n1\n0\n0\n2\n0\n/);
    expect(text).toMatch(/示例一期\n工程部\n设备设施·给排水\n负面事件（外包）\n2月3日 10:00\n/);
    expect(text).toMatch(/三楼水管爆裂\n受伤2人\n/);
    expect(text).not.toMatch(/13800000001|示例填写人/);
    const names = w.reports.issued[0]?.files.map(({ name }) => name) ?? [];
    const apart = w.reports.issued[0]?.files.find(({ name }) => name.startsWith("monthly-headquarters-"));
    const told = textOf((await w.reportFiles.get(apart?.key ?? "")) ?? new Uint8Array());
    expect(told).toMatch(/三楼水管爆裂\n受伤2人\n示例填写人\n13800000001/);
    const read = async (person: Person) =>
      (await listReports(w.ports, person, "2026-02")).flatMap(({ files }) => files.map(({ name }) => name));
    expect(await read(people.headquarters)).toEqual(names);
    // A region reads what the company publishes, and all of its own projects.
    const published = /^(?:statistics|sheet|chart|bulletin|monthly)-\d|-project-1-/;
    expect(await read(people.region)).toEqual(names.filter((name) => published.test(name)));
    const zip = w.reports.issued[0]?.files.find(({ name }) => name.endsWith(".zip"));
    const inside = Object.keys(unzipSync((await w.reportFiles.get(zip?.key ?? "")) ?? new Uint8Array()));
    expect(inside).toHaveLength(names.length - 2);
    expect(inside.filter((name) => name.includes("总部"))).toEqual([]);
  });
});
