import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { isProblem } from "../../../lib/app/problems/problem.ts";
import { startDueRuns } from "../../../lib/app/reports/run/due-runs.ts";
import { putContest, putRuling, putSubmission } from "../../../lib/app/submissions/write.ts";
import { builtInPolicy } from "../../../lib/domain/policy/built-in.ts";
import { at } from "../../support/builders.ts";
import { people, project } from "../../support/organisation.ts";
import { type World, world } from "../../support/world.ts";

/** Two complaints of the first project in March, and the 1st of April. */
async function march(): Promise<World & { readonly numbers: readonly string[] }> {
  const w = world(at("2026-03-02 10:00"));
  const numbers: string[] = [];
  for (const sourceId of ["a", "b"]) numbers.push((await w.receive({ sourceId })).registration.number);
  await w.run(at("2026-04-01 02:00"));
  return { ...w, numbers };
}

/** Plays until an instant, with the schedule calling each day at 18:00. */
async function play(w: World, until: string): Promise<void> {
  for (let day = w.clock.text().slice(0, 10); day <= until; day = next(day)) {
    const six = at(`${day} 18:00`);
    if (six < w.clock.text()) continue;
    await w.run(six);
    await startDueRuns(w.ports);
  }
}

/** The words of a Word document in an edition: the first project's analysis report (D8), the bulletin (D14). */
async function wordsOf(w: World, index: number, what: "analysis-project-1-" | "bulletin-"): Promise<string> {
  const file = w.reports.issued[index]?.files.find(({ name }) => name.startsWith(what));
  const zip = unzipSync((await w.reportFiles.get(file?.key ?? "")) ?? new Uint8Array());
  return strFromU8(zip["word/document.xml"] ?? new Uint8Array()).replace(/<[^>]+>/g, "");
}

/** B of 汇总 in a workbook of the bulletin's edition, without the upheld cases and as counted; here a workbook is its input. */
async function ruledTotals(w: World, what: string) {
  const file = w.reports.issued[1]?.files.find(({ name }) => name.startsWith(what));
  const input = JSON.parse(new TextDecoder().decode(await w.reportFiles.get(file?.key ?? "")));
  return { after: input.ruled.rows.at(-1).B, before: input.companyRows.at(-1).B };
}

const next = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

describe("the closing of a month", () => {
  test("first edition on the 1st, submissions asked for, the bulletin's edition on the 6th working day with both figures", async () => {
    const w = await march();
    await startDueRuns(w.ports);
    await w.run(at("2026-04-02 09:00"));
    const place = { month: "2026-03", projectId: project.id };
    const manager = { ...place, person: people.projectManager };
    await putSubmission(w.ports, manager, {
      sections: { "top-three": { problems: "配件等待两周" } },
      confirm: true,
    });
    for (const number of w.numbers) {
      const given = { reason: "not-ours", text: "=开发商保修" } as const;
      expect(isProblem(await putContest(w.ports, { ...manager, number }, given))).toBe(false);
    }
    const ruling = { ...place, person: people.region, number: w.numbers[0] ?? "" };
    await putRuling(w.ports, ruling, { upheld: true, text: "属实" });
    await play(w, "2026-04-08");
    expect(w.reports.issued).toHaveLength(1);
    expect(w.reports.issued[0]).toMatchObject({
      edition: 1,
      submitted: { missing: ["project-1", "project-2"] },
    });
    await play(w, "2026-04-12");
    await w.drain();
    expect(w.reports.issued).toHaveLength(2);
    expect(w.reports.issued[1]).toMatchObject({
      edition: 2,
      bulletin: true,
      asOf: "2026-03-31T15:59:59.999Z",
      madeAt: at("2026-04-09 18:00"),
      figures: { received: 2 },
      submitted: { inTime: ["project-1"], late: [], missing: ["project-2"] },
      contested: { upheld: 1, rejected: 0, pending: 1, figures: { received: 1 } },
      correction: { of: 1, complaints: 0 },
    });
    expect(await wordsOf(w, 0, "analysis-project-1-")).not.toContain("配件等待两周");
    expect(await wordsOf(w, 1, "analysis-project-1-")).toContain("问题：配件等待两周");
    // D14: both figures, and the cases without what was written about them.
    const bulletin = await wordsOf(w, 1, "bulletin-");
    expect(bulletin).toContain("对2起投诉提出异议，区域裁定成立1起、不成立0起，未裁定1起");
    expect(bulletin).toContain("任务（起）21");
    expect(bulletin).toContain("示例一期001非我方责任成立");
    expect(bulletin).not.toContain("开发商保修");
    expect(await wordsOf(w, 0, "bulletin-")).not.toContain("异议");
    for (const what of ["complaints-2026", "complaints-project-1"]) {
      const { after, before } = await ruledTotals(w, what);
      expect([what, after, before]).toEqual([what, 1, 2]);
    }
    const file = w.reports.issued[1]?.files.find(
      ({ name }) => name.startsWith("contested-") && name.endsWith("csv"),
    );
    const text = new TextDecoder().decode(await w.reportFiles.get(file?.key ?? ""));
    expect(text).toContain(`"示例一期","001","非我方责任","'=开发商保修","成立","属实"`);
  });

  test("the schedule may call twice, never on the 1st, or days later: the same work, once", async () => {
    const w = await march();
    w.clock.set(at("2026-04-02 18:00"));
    const { runs, submissions } = await startDueRuns(w.ports);
    expect([runs.length, submissions]).toEqual([1, 2]);
    expect((await startDueRuns(w.ports)).runs).toEqual(runs);
    await w.drain();
    expect((await startDueRuns(w.ports)).runs).toEqual([]);
    expect(w.reports.issued).toHaveLength(1);
    expect(w.submissions.items.size).toBe(2);
  });

  test("what was missed for more than two days is left to people; the middle of a month starts nothing", async () => {
    const w = await march();
    w.clock.set(at("2026-04-20 18:00"));
    expect(await startDueRuns(w.ports)).toEqual({
      month: "2026-03",
      runs: [],
      submissions: 0,
      deliveries: [],
    });
  });

  test("a company period 26th–25th is closed when it has ended, not on the 1st", async () => {
    const w = await march();
    const edition = {
      version: "company@1",
      scope: "company",
      number: 1,
      publishedBy: "headquarters-1",
    } as const;
    const published = { publishedAt: at("2026-03-20 10:00"), effectiveFrom: at("2026-03-20 10:00") };
    const policy = { ...builtInPolicy, version: "company@1", periodStartDay: 26 };
    await w.ruleStore.publishPolicy({ ...edition, ...published }, policy);
    w.clock.set(at("2026-04-26 02:00"));
    expect(await startDueRuns(w.ports)).toMatchObject({
      month: "2026-04",
      runs: [expect.any(String)],
    });
  });
});

test("the first month of a company is built when it has ended; before that nothing is due, and nothing fails", async () => {
  const w = world(at("2026-03-01 18:00"));
  w.organisation.projects = w.organisation.projects.map((one) => ({ ...one, since: "2026-03" }));
  expect(await startDueRuns(w.ports)).toEqual({ month: "2026-02", runs: [], submissions: 0, deliveries: [] });
  w.clock.set(at("2026-04-01 02:00"));
  expect((await startDueRuns(w.ports)).runs).toHaveLength(1);
});
