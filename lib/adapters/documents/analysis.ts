import type { AnalysisDocument } from "../../app/ports/document-input.ts";
import type { AnalysisReport, Reason } from "../../domain/narrative/analysis-report.ts";
import { casesRule, type Service } from "../../domain/narrative/story.ts";
import type { AnalysisFigures } from "../../domain/statistics/analysis.ts";
import { type PeriodWords, periodTitle, periodWords } from "../../domain/statistics/period-name.ts";
import { caseBlocks } from "./cases.ts";
import { frameWords, known, localDay, percent } from "./figures.ts";
import { heading, type List, prose, type Sheet, type SheetBlock } from "./sheet.ts";

/** Rows of reasons that are printed; the ledger names all. */
const REASONS = 30;

/** 物业服务中心投诉分析报告 (D8) with D15's cases and corrective actions. Prefilled texts may be edited in Word. */
export function analysisSheet(input: AnalysisDocument): Sheet {
  const { report, project, company, timeZone } = input;
  const { figures } = report;
  const words = periodWords(input);
  return {
    title: `${project}${periodTitle(input)}投诉分析报告`,
    subtitle: company,
    blocks: [
      prose(frameWords(input), "note"),
      heading("一、客户信息统计"),
      prose(receivedWords(report, words)),
      comparison(report, words),
      prose(waited(report), "note"),
      { kind: "picture", ...input.chart },
      heading("二、客户信息分析"),
      prose(
        `（1）${words.current}投诉完成及时率${percent(figures.timelyRate)}，一次回访满意率${percent(figures.firstFollowUpSatisfaction)}，其中：`,
      ),
      ...service("基础服务", figures.basic, report),
      ...service("地产相关", figures.estate, report),
      ...carriedOver(report, timeZone),
      ...dissatisfaction(report),
      heading("（2）投诉点分类统计", 2),
      points(report, words),
      heading("综述", 2),
      ...overview(report, words),
      heading(`三、${words.current}项目重点问题及改进措施`),
      ...keyProblems(report),
      heading("四、典型案例"),
      prose(casesRule, "note"),
      ...caseBlocks(report.cases, timeZone, words),
      heading("五、上期整改完成情况"),
      ...actions(report, timeZone),
    ],
  };
}

/** The template's own sentence where everything received is a task; else with what was left out. */
function receivedWords({ figures, flow }: AnalysisReport, { current }: PeriodWords): string {
  const { received, done, open, handlingRate } = figures;
  const out = flow.invalid + flow.ended;
  const left =
    out === 0
      ? "，"
      : `（有效${flow.valid}条，协助处理${flow.assisted}条，无效${flow.invalid}条，未判定${flow.unjudged}条）；除去无效的${flow.invalid}条和其余撤销、转出、合并的${flow.ended}条，列入任务${received}条，`;
  return `${current}客户投诉共受理${flow.received}条${left}已处理完成${done}条，未完成${open}条，处理完成率${percent(handlingRate)}。（详见《客户投诉统计表》，用词见其中“口径说明”）`;
}

function comparison({ figures, before }: AnalysisReport, words: PeriodWords): SheetBlock {
  const row = (name: string, of: (figures: AnalysisFigures) => string) => [
    name,
    known(before, of),
    of(figures),
  ];
  return {
    kind: "list",
    head: ["指标", words.before, words.current],
    widths: [40, 30, 30],
    centred: [1, 2],
    rows: [
      row("任务（件）", ({ received }) => String(received)),
      row("已完成（件）", ({ done }) => String(done)),
      row("未完成（件）", ({ open }) => String(open)),
      row("处理完成率", ({ handlingRate }) => percent(handlingRate)),
      row("完成及时率", ({ timelyRate }) => percent(timelyRate)),
      row("一次回访满意率", ({ firstFollowUpSatisfaction }) => percent(firstFollowUpSatisfaction)),
    ],
  };
}

/** 暂停率 and 无法回访: known of the period only. */
function waited({ figures, paused, unreachable }: AnalysisReport): string {
  const share = percent(figures.received === 0 ? null : paused / figures.received);
  return `任务中曾暂停计时${paused}件（暂停率${share}），无法回访${unreachable}件。`;
}

function service(name: Service, figures: AnalysisFigures, { notDone }: AnalysisReport): SheetBlock[] {
  const reasons = notDone[name];
  const which = name === "地产相关" ? "（产品缺陷、工程质量、规划设计、营销管理）" : "";
  const rate = `关于${name}${which}投诉任务${figures.received}件，完成及时率${percent(figures.timelyRate)}`;
  if (figures.received === 0) return [prose(`➢ 没有关于${name}${which}的投诉任务。`)];
  if (reasons.length === 0)
    return [prose(`➢ ${rate}；${figures.open === 0 ? "全部完成" : "未完成原因：＿＿＿＿"}。`)];
  return [prose(`➢ ${rate}，未完成原因：`), ...reasonList("未完成原因", reasons)];
}

/** 遗留超期: what earlier periods have left behind and is overdue, by name. */
function carriedOver({ carriedOver: rows }: AnalysisReport, timeZone: string): SheetBlock[] {
  if (rows.length === 0) return [prose("➢ 没有以前各期遗留的超期未完成投诉。")];
  const list: List = {
    kind: "list",
    head: ["编号", "投诉点", "受理", "应完成"],
    widths: [16, 34, 25, 25],
    centred: [0, 2, 3],
    rows: rows
      .slice(0, REASONS)
      .map(({ number, point, receivedAt, dueAt }) => [
        number,
        point,
        localDay(receivedAt, timeZone),
        localDay(dueAt, timeZone),
      ]),
  };
  const more = rows.length - REASONS;
  return [
    prose(`➢ 以前各期遗留、已超期未完成的投诉${rows.length}件：`),
    list,
    ...(more > 0 ? [prose(`另有${more}件，见“明细”。`, "note")] : []),
  ];
}

function dissatisfaction({ dissatisfied, reached }: AnalysisReport): SheetBlock[] {
  if (reached === 0) return [prose("➢ 截止时没有接通的一次回访。")];
  if (dissatisfied.length === 0) return [prose(`➢ 一次回访接通${reached}件，没有不满意的。`)];
  return [
    prose(
      `➢ 针对一次回访满意率进行分析：接通${reached}件，满意${reached - dissatisfied.length}件，不满意${dissatisfied.length}件，不满意的原因：`,
    ),
    ...reasonList("不满意原因", dissatisfied),
  ];
}

function reasonList(name: string, reasons: readonly Reason[]): SheetBlock[] {
  const list: List = {
    kind: "list",
    head: ["编号", "投诉点", name],
    widths: [12, 28, 60],
    centred: [0],
    rows: reasons.slice(0, REASONS).map(({ number, point, reason }) => [number, point, reason]),
  };
  const more = reasons.length - REASONS;
  return more > 0 ? [list, prose(`另有${more}件，见台账。`, "note")] : [list];
}

function points({ points: rows }: AnalysisReport, words: PeriodWords): SheetBlock {
  return {
    kind: "list",
    head: ["序号", "投诉点", "类别", "属性", words.current, "占比", words.before],
    widths: [8, 30, 18, 14, 10, 10, 10],
    centred: [0, 2, 3, 4, 5, 6],
    rows: rows.map(({ name, class: top, service: kind, count, share, before }, index) => [
      String(index + 1),
      name,
      top,
      kind,
      String(count),
      percent(share),
      known(before, String),
    ]),
  };
}

function overview({ topThree, written }: AnalysisReport, { current }: PeriodWords): SheetBlock[] {
  if (topThree.length === 0)
    return [
      prose(`${current}没有突出的投诉点（两件以上，且件数相同的不超过六个），各投诉点均不集中。`),
      ...(written.topThree === undefined ? [] : [prose(written.topThree)]),
    ];
  return [
    prose(
      `从上表所示，${current}投诉重点主要集中在${topThree.map(({ point }) => `“${point}”`).join("、")}等方面。`,
    ),
    ...topThree.map(({ point, text, rank, tied }) =>
      prose(`${tied ? `并列第${rank}位` : `第${rank}位`}　${point}：${text}`),
    ),
    ...(written.topThree === undefined ? [] : [prose(written.topThree)]),
  ];
}

function keyProblems({ keyProblems: found, written }: AnalysisReport): SheetBlock[] {
  const texts = [
    ...found.map((text, index) => `${index + 1}. ${text}`),
    ...(written.keyProblems === undefined ? [] : [written.keyProblems]),
  ];
  return texts.length === 0 ? [prose("（请项目填写）")] : texts.map((text) => prose(text));
}

function actions({ actions: rows }: AnalysisReport, timeZone: string): SheetBlock[] {
  if (rows.length === 0) return [prose("上期没有整改项。")];
  const done = rows.filter(({ verifiedAt }) => verifiedAt !== undefined).length;
  return [
    prose(`上期整改项${rows.length}项，已完成${done}项，未完成${rows.length - done}项。`),
    {
      kind: "list",
      head: ["编号", "整改措施", "责任人", "期限", "完成情况"],
      widths: [9, 32, 14, 21, 24],
      centred: [0, 2, 3, 4],
      rows: rows.map(({ number, measure, owner, dueAt, verifiedAt }) => [
        number,
        measure,
        owner,
        localDay(dueAt, timeZone),
        verifiedAt === undefined ? "未完成" : `${localDay(verifiedAt, timeZone)}完成`,
      ]),
    },
  ];
}
