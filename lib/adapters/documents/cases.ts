import { pointOf, type Story } from "../../domain/narrative/story.ts";
import type { PeriodWords } from "../../domain/statistics/period-name.ts";
import { gradeNamed } from "../../domain/words/complaint.ts";
import { localDay } from "./figures.ts";
import { heading, one, prose, type SheetBlock } from "./sheet.ts";

/** What nobody has recorded is said to be missing: a blank would be taken for an oversight of ours. */
const toCome = "（尚无记录，请补充）";

/** D15: points, cause, process and result, why it got worse, lesson, corrective measure. */
export function caseBlocks(
  cases: readonly (Story & { readonly project?: string })[],
  timeZone: string,
  { current }: PeriodWords,
): SheetBlock[] {
  if (cases.length === 0) return [prose(`${current}没有符合选取规则的案例。`)];
  return cases.flatMap((story, index): SheetBlock[] => [
    heading([`案例${index + 1}`, story.project, story.number, pointOf(story)].filter(Boolean).join("　"), 2),
    {
      kind: "grid",
      whole: true,
      rows: [
        one("投诉要点", `${localDay(story.receivedAt, timeZone)}：${story.matter}`),
        one("产生原因", story.cause ?? toCome),
        one("处理过程及结果", process(story), 2),
        one("升级恶化原因", story.worse.length === 0 ? "无" : `${story.worse.join("；")}。`),
        one("经验教训", story.lesson ?? toCome, 2),
        one("整改措施", story.corrective.length === 0 ? toCome : story.corrective.join("\n"), 2),
      ],
    },
  ]);
}

function process({ steps, result, dissatisfied }: Story): string {
  const answer = dissatisfied === undefined ? [] : [`首次回访：${gradeNamed(dissatisfied.grade)?.zh ?? ""}`];
  return [...steps, `结果：${result ?? "尚未完成"}`, ...answer].join("\n");
}
