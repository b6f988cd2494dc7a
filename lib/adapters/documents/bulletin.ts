import type { BulletinDocument } from "../../app/ports/document-input.ts";
import { afterName } from "../../domain/printed.ts";
import { topClasses } from "../../domain/statistics/case.ts";
import { periodName, periodTitle } from "../../domain/statistics/period-name.ts";
import { frameWords, localDay } from "./figures.ts";
import { rulingAnnex, rulingSection } from "./rulings.ts";
import { heading, prose, type Sheet, type SheetBlock } from "./sheet.ts";

/** What the bulletin says, with its picture or without. */
export type BulletinWords = Omit<BulletinDocument, "chart"> & Partial<Pick<BulletinDocument, "chart">>;

/** 客户投诉工作月报 of headquarters (D14) with its annexes; prefilled texts may be edited in Word. */
export function bulletinSheet(input: BulletinWords): Sheet {
  const { bulletin, company, madeAt, timeZone } = input;
  const { received, year, number } = bulletin;
  const period = periodName(input);
  return {
    title: input.heading ?? `${afterName(company)}客户投诉工作月报`,
    subtitle: `品质管理部[${year}]第${number}期（${periodTitle(input)}）`,
    blocks: [
      prose("各管理处：", "greeting"),
      prose(`现将公司${period}客户投诉工作情况汇总如下：`),
      heading("一、客户投诉工作月报上报情况"),
      ...submissions(input),
      heading("二、公司直接受理客户投诉情况分析"),
      prose(
        `${period}公司直接受理投诉${received.total}起，其中有效投诉${received.valid}起，协助处理投诉${received.assisted}起，无效投诉${received.invalid}起${received.unjudged === 0 ? "" : `，未判定${received.unjudged}起`}。`,
      ),
      ...(received.ended === 0 ? [] : [prose(`以上含已撤销、转出或合并的${received.ended}起。`, "note")]),
      ...bulletin.hot.map(({ name, received: count, text }) => prose(`${name}（${count}起）：${text}`)),
      heading("三、有效投诉分类统计"),
      prose(
        `${period}共产生有效投诉${bulletin.valid}起，按“投诉所涉及的服务内容”与“投诉所属的管辖项目”两方面分类汇总，详见附件2。${bulletin.all.unjudged === 0 ? "" : `另有${bulletin.all.unjudged}起截至数据截止时未判定，未计入。`}`,
      ),
      ...(input.chart === undefined ? [] : [{ kind: "picture" as const, ...input.chart }]),
      ...rulingSection(input),
      prose(`${afterName(company)}品质管理部\n${localDay(madeAt, timeZone)}`, "right"),
      prose(frameWords(input), "note"),
      heading("附件1　月报上报情况"),
      annexOne(input),
      heading("附件2　有效投诉统计"),
      heading("按服务内容", 2),
      contents(input),
      heading("按管辖项目", 2),
      byProject(input),
      ...rulingAnnex(input),
    ],
  };
}

/** As of the day the bulletin was made: projects submit after the period that the figures are cut off at. */
function submissions({ submitted, missing, madeAt, timeZone }: BulletinWords): SheetBlock[] {
  const given = submitted.filter(({ state }) => state !== "未上交");
  const late = submitted.filter(({ state }) => state === "逾期上交");
  const none = submitted.filter(({ state }) => state === "未上交");
  return [
    prose(`截至${localDay(madeAt, timeZone)}，共计${given.length}个管理处上交了《管理处客户投诉工作月报》。`),
    ...(late.length === 0 ? [] : [prose(`逾期上交：${names(late)}。`)]),
    ...(none.length === 0 ? [] : [prose(`未上交：${names(none)}。`)]),
    ...missing.map(({ name, reason }) => prose(`${name}的数据未能统计（${reason}），本期数字不含该项目。`)),
  ];
}

function names(projects: readonly { readonly name: string }[]): string {
  return projects.map(({ name }) => name).join("、");
}

function annexOne({ submitted }: BulletinWords): SheetBlock {
  return {
    kind: "list",
    head: ["序号", "管理处", "上报情况"],
    widths: [15, 55, 30],
    centred: [0, 2],
    rows: submitted.map(({ name, state, months }, index) => [
      String(index + 1),
      name,
      months.length > 1 ? months.join("\n") : state,
    ]),
  };
}

function contents({ bulletin }: BulletinWords): SheetBlock {
  return {
    kind: "list",
    head: ["服务内容", "有效投诉（起）"],
    widths: [60, 40],
    centred: [1],
    rows: [
      ...bulletin.contents.map(({ name, count }) => [name, String(count)]),
      ["合计", String(bulletin.valid)],
    ],
  };
}

function byProject({ bulletin }: BulletinWords): SheetBlock {
  const sums = topClasses.map((_, index) =>
    bulletin.projects.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0),
  );
  return {
    kind: "list",
    head: ["项目", ...topClasses, "合计"],
    widths: [22, ...topClasses.map(() => 10), 10],
    centred: topClasses.map((_, index) => index + 1).concat(topClasses.length + 1),
    rows: [
      ...bulletin.projects.map(({ name, counts, count }) => [name, ...counts.map(String), String(count)]),
      ["合计", ...sums.map(String), String(bulletin.valid)],
    ],
  };
}
