import { expect } from "vitest";
import type { Seen } from "./account.ts";
import type { Built } from "./built.ts";
import { nameOf } from "./company.ts";
import {
  accepted,
  basic,
  byProject,
  type Edition,
  estate,
  judged,
  k83Row,
  k83Rows,
  outcome,
  tasks,
} from "./figures.ts";

const percent = (rate: number | null) =>
  rate === null ? "–" : `${(Math.round(rate * 1000) / 10).toFixed(1)}%`;

/** The cells of a document's table from a heading on, paragraph by paragraph. */
function after(text: string, heading: string): string[] {
  const at = text.indexOf(heading);
  if (at < 0) throw new Error(`no ${heading}`);
  return text.slice(at).split("\n");
}

/** D14. */
export async function agreeBulletin(built: Built, all: readonly Seen[], edition: Edition): Promise<void> {
  const text = await built.document("bulletin");
  const received = accepted(all, edition);
  const { total, valid, assisted, invalid, unjudged } = judged(
    received.filter(({ intake }) => intake === "company"),
  );
  if (total > 0) {
    const open = unjudged === 0 ? "" : `，未判定${unjudged}起`;
    expect(text).toContain(
      `公司直接受理投诉${total}起，其中有效投诉${valid}起，协助处理投诉${assisted}起，无效投诉${invalid}起${open}。`,
    );
  }
  const ours = received.filter(({ validity }) => validity === "valid");
  expect(text).toContain(`共产生有效投诉${ours.length}起`);
  const contents = after(text, "有效投诉（起）");
  for (const name of k83Rows) {
    const count = ours.filter(({ classCode }) => k83Row(classCode) === name).length;
    const at = contents.indexOf(name);
    if (count === 0 && at > contents.indexOf("合计")) continue;
    expect([name, contents[at + 1]]).toEqual([name, String(count)]);
  }
  const table = after(text, "按管辖项目");
  const headings = table.slice(table.indexOf("项目") + 1, table.indexOf("合计") + 1);
  for (const [id, list] of byProject(ours)) {
    const row = table.slice(table.indexOf(nameOf(id)) + 1).slice(0, headings.length);
    const expected = headings.map((name) =>
      String(
        name === "合计" ? list.length : list.filter(({ classCode }) => k83Row(classCode) === name).length,
      ),
    );
    expect([id, row]).toEqual([id, expected]);
  }
}

/** D8, each project's. */
export async function agreeAnalyses(built: Built, all: readonly Seen[], edition: Edition): Promise<void> {
  for (const [id, list] of byProject(all)) {
    const text = await built.document(`analysis-${id}`);
    const { total, valid, assisted, invalid, unjudged } = judged(accepted(list, edition));
    const own = tasks(list, edition);
    const figures = outcome(own, edition.asOf);
    if (total === own.length) expect(text).toContain(`客户投诉共受理${total}条，已处理完成${figures.done}条`);
    else {
      expect(text).toContain(
        `客户投诉共受理${total}条（有效${valid}条，协助处理${assisted}条，无效${invalid}条，未判定${unjudged}条）`,
      );
      expect(text).toContain(
        `除去无效的${invalid}条和其余撤销、转出、合并的${total - invalid - own.length}条，列入任务${own.length}条`,
      );
    }
    expect(text).toContain(
      `已处理完成${figures.done}条，未完成${figures.open}条，处理完成率${percent(figures.handlingRate)}`,
    );
    expect(text).toContain(
      `投诉完成及时率${percent(figures.timelyRate)}，一次回访满意率${percent(figures.satisfaction)}，其中：`,
    );
    for (const [name, part] of [
      ["基础服务", basic(own)],
      ["地产相关", estate(own)],
    ] as const) {
      const { received, timelyRate } = outcome(part, edition.asOf);
      if (received === 0) {
        expect(text).toContain(`没有关于${name}`);
        continue;
      }
      const line = after(text, `关于${name}`)[0] ?? "";
      expect([id, line.replace(/（.*?）/, "")]).toEqual([
        id,
        expect.stringMatching(`^关于${name}投诉任务${received}件，完成及时率${percent(timelyRate)}`),
      ]);
    }
    expect(text).toContain(`任务中曾暂停计时${figures.paused}件`);
  }
}

/** D7's complaint section: the projects' table. */
export async function agreeMonthly(built: Built, all: readonly Seen[], edition: Edition): Promise<void> {
  const table = after(await built.document("monthly"), "各项目投诉处理情况");
  const row = (name: string) => table.slice(table.indexOf(name, table.indexOf("项目") + 1) + 1).slice(0, 6);
  const of = (list: readonly Seen[]) => {
    const { received, done, open, handlingRate, timelyRate, satisfaction } = outcome(list, edition.asOf);
    return [
      String(received),
      String(done),
      String(open),
      percent(handlingRate),
      percent(timelyRate),
      percent(satisfaction),
    ];
  };
  const own = tasks(all, edition);
  for (const [id, list] of byProject(own)) expect([id, row(nameOf(id))]).toEqual([id, of(list)]);
  expect(row("合计")).toEqual(of(own));
}

/** D15: the whole beside the months before. */
export async function agreeClassification(
  built: Built,
  all: readonly Seen[],
  edition: Edition,
): Promise<void> {
  const text = await built.document("classification");
  const { received, done, open, handlingRate, timelyRate, satisfaction } = outcome(
    tasks(all, edition),
    edition.asOf,
  );
  const lines = after(text, "一、投诉总量及趋势");
  const now = (name: string) => lines[lines.indexOf(name) + 2];
  expect(
    ["任务（件）", "已完成（件）", "未完成（件）", "处理完成率", "完成及时率", "一次回访满意率"].map(now),
  ).toEqual([
    ...[received, done, open].map(String),
    ...[handlingRate, timelyRate, satisfaction].map(percent),
  ]);
}
