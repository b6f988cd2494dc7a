import type { NoticeFacts } from "../../app/ports/notices.ts";
import type {
  Contested,
  KeyFigures,
  MissingProject,
  ReportEdition,
  Submitted,
} from "../../app/ports/report-run.ts";
import { printedPercent } from "../../domain/printed.ts";
import type { FactLine, Message, MessagePart, Said, Words } from "./message.ts";
import { datesIn } from "./when.ts";

/** Company-wide dates are written in the time zone of the company's `default`. */
const COMPANY_ZONE = "Asia/Shanghai";

/** To headquarters: the month's files can be fetched. */
export function monthReady(facts: NoticeFacts): Message {
  const { report, publicUrl, now } = facts;
  if (report === undefined) throw new TypeError(`notice ${facts.notice.key} is rendered without its edition`);
  const { month, edition, figures } = report;
  const dates = datesIn(COMPANY_ZONE, now);
  const [year = "", number = ""] = month.split("-");
  const name = `${year}年${Number(number)}月`;
  const { recipient } = facts.notice;
  if (recipient.kind === "person" && recipient.post === "project-manager") return bulletinOut(facts, name);
  return {
    subject: {
      zh: `【月报】${name}客户投诉统计（第${edition}版）已生成`,
      en: `[Monthly report] ${month}, edition ${edition}`,
    },
    title: { zh: `${name}客户投诉月报已生成`, en: `Complaint report ${month}, edition ${edition}` },
    tone: "calm",
    blocks: [
      {
        kind: "paragraph",
        words: {
          zh: `${name}的统计表与台账已生成，为第${edition}版，数据截止到${dates.at(report.asOf)}，收录至${dates.at(report.recordedUntil ?? report.asOf)}登记的内容。`,
          en: `The statistics and the ledger of ${month} are ready (edition ${edition}).`,
        },
      },
      { kind: "facts", lines: figureLines(figures) },
      ...chartBlocks(facts.chart),
      ...contestedBlocks(report.contested),
      { kind: "facts", lines: submittedLines(report.submitted) },
      ...missingBlocks(report.missing),
      filesBlock(facts, report),
      toThePage(publicUrl, month),
    ],
  };
}

/** To the offices (各管理处): the bulletin is out, with the way to it; the company's other files are not theirs. */
function bulletinOut({ report, publicUrl, files = [] }: NoticeFacts, name: string): Message {
  if (report === undefined) throw new TypeError("a bulletin is announced without its edition");
  const { month } = report;
  return {
    subject: {
      zh: `【通报】${name}客户投诉工作月报已发布`,
      en: `[Bulletin] Complaint bulletin of ${month}`,
    },
    title: { zh: `各管理处：${name}客户投诉工作月报已发布`, en: `Complaint bulletin of ${month}` },
    tone: "calm",
    blocks: [
      {
        kind: "paragraph",
        words: {
          zh: `品质管理部已发布${name}客户投诉工作月报，请各管理处阅知并落实其中的建议。公司本期数据：`,
          en: `Headquarters have issued the complaint bulletin of ${month}. The company's figures:`,
        },
      },
      { kind: "facts", lines: figureLines(report.figures) },
      ...(files.length === 0
        ? []
        : [
            {
              kind: "paragraph" as const,
              words: {
                zh: `通报见附件：${files.map((file) => file.name).join("、")}`,
                en: "The bulletin is attached.",
              },
            },
          ]),
      toThePage(publicUrl, month),
    ],
  };
}

/** The company's own files by the names people know; those of projects stand on the page, however many there are. */
function filesBlock({ titles, files = [] }: NoticeFacts, report: ReportEdition): MessagePart {
  const ours = report.files.filter(({ projectId }) => projectId === undefined);
  const others = report.files.length - ours.length;
  const carried = new Set(files.map(({ name }) => name));
  const lines: Said[] = ours.map((file) => {
    const title = titles?.get(file.name) ?? file.name;
    const size = `${Math.ceil(file.size / 1024)} KB`;
    return carried.has(title)
      ? { zh: `${title}（${size}，见附件）`, en: `${title} (${size}, attached)` }
      : { zh: `${title}（${size}）`, en: `${title} (${size})` };
  });
  if (others > 0)
    lines.push({
      zh: `各项目的报表与分析报告共 ${others} 个文件，见页面`,
      en: `${others} files of single projects, on the page`,
    });
  return { kind: "list", title: { zh: "文件", en: "Files" }, lines };
}

/** Opens in a browser, after sign-in. */
function toThePage(publicUrl: string, month: string): MessagePart {
  return {
    kind: "link",
    words: { zh: "打开本月文件（登录后查看、下载）", en: "Open the month's files (after sign-in)" },
    url: `${publicUrl}/months/${month}`,
  };
}

/** The figures stand above it in words; an edition from before there were charts has none. */
function chartBlocks(png: Uint8Array | undefined): Message["blocks"] {
  if (png === undefined) return [];
  const words = {
    zh: "图：近13个月投诉任务、处理完成率与完成及时率，本期各类投诉与上期比较。",
    en: "Chart: thirteen months with handling and timely rates; classes of the period beside the one before.",
  };
  return [{ kind: "picture", name: "chart.png", png, words }];
}

/** Names the projects that the figures lack: nobody may take them for the whole company's. */
function missingBlocks(missing: readonly MissingProject[]): Message["blocks"] {
  if (missing.length === 0) return [];
  return [
    {
      kind: "list",
      title: { zh: "以下项目未计入，算出后另出一版", en: "Not counted; they follow in another edition" },
      lines: missing.map(({ name, reason, error }) => {
        const { zh, en } = whyMissing(reason, error);
        return { zh: `${name}：${zh}`, en: `${name}: ${en}` };
      }),
    },
  ];
}

/** Key figures as every mail about a month says them. */
export function figureLines(figures: KeyFigures): FactLine[] {
  return [
    { label: { zh: "新增任务", en: "New tasks" }, value: count(figures.received), strong: true },
    { label: { zh: "已处理", en: "Done" }, value: count(figures.done) },
    { label: { zh: "未处理完", en: "Open" }, value: count(figures.open) },
    { label: { zh: "处理率", en: "Handling rate" }, value: percent(figures.handlingRate) },
    { label: { zh: "及时率", en: "Timely rate" }, value: percent(figures.timelyRate) },
    {
      label: { zh: "首次回访满意率", en: "First follow-up satisfaction" },
      value: percent(figures.firstFollowUpSatisfaction),
    },
  ];
}

/** Both figures are shown: as counted, and without the cases whose objection was upheld. */
function contestedBlocks(contested: Contested | undefined): Message["blocks"] {
  if (contested === undefined) return [];
  const { upheld, rejected, pending, figures } = contested;
  return [
    {
      kind: "paragraph",
      words: {
        zh: `项目异议：成立 ${upheld} 件，不成立 ${rejected} 件，未裁定 ${pending} 件。剔除成立异议后的数据：`,
        en: `Contested cases: ${upheld} upheld, ${rejected} rejected, ${pending} pending. Without those upheld:`,
      },
    },
    { kind: "facts", lines: figureLines(figures) },
  ];
}

function submittedLines({ inTime, late, missing }: Submitted): FactLine[] {
  return [
    {
      label: { zh: "项目上报", en: "Submissions" },
      value: {
        zh: `按时 ${inTime.length}，迟报 ${late.length}，未报 ${missing.length}`,
        en: `${inTime.length} in time, ${late.length} late, ${missing.length} missing`,
      },
    },
  ];
}

function whyMissing(reason: MissingProject["reason"], error: string | undefined): Words {
  const words = {
    failed: { zh: "统计失败", en: "could not be counted" },
    "not-in-time": { zh: "未按时完成统计", en: "not counted in time" },
  }[reason];
  const why = error === undefined ? "" : ` (${error})`;
  return { zh: `${words.zh}${why}`, en: `${words.en}${why}` };
}

function count(complaints: number): Words {
  return { zh: `${complaints} 件`, en: String(complaints) };
}

/** One decimal; a dash where nothing can be divided. */
function percent(rate: number | null): string {
  return rate === null ? "—" : printedPercent(rate);
}
