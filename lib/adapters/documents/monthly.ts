import type { MonthlyDocument, MonthlyProject } from "../../app/ports/document-input.ts";
import { emergencyTable } from "../../domain/emergencies/table.ts";
import type { ComplaintSection } from "../../domain/narrative/company-monthly.ts";
import { afterName } from "../../domain/printed.ts";
import { periodWords } from "../../domain/statistics/period-name.ts";
import { companyFunctionList, companyFunctions } from "../../domain/submissions/company-texts.ts";
import {
  type SectionName,
  sectionFieldNames,
  sectionFields,
  sectionList,
  sectionNames,
  sectionProse,
} from "../../domain/submissions/sections.ts";
import { emergencyCategoryWords, emergencyOutcomeWords } from "../../domain/words/emergencies.ts";
import { noData } from "../../domain/words/no-data.ts";
import { dayWords, frameWords, localMoment, percent } from "./figures.ts";
import { heading, type List, prose, type Sheet, type SheetBlock } from "./sheet.ts";

/** 物业月报 (D7) of the company; what nobody submitted is shown as missing. The texts may be edited in Word. */
export function monthlySheet(input: MonthlyDocument): Sheet {
  const { company, days, issue, missing } = input;
  return {
    title: `${afterName(company)}物业月报`,
    subtitle: `（第${issue}期）　${dayWords(days.from)}—${dayWords(days.to)}`,
    blocks: [
      prose(frameWords(input), "note"),
      heading("一、公司期间重要工作"),
      companyWork(input),
      heading("二、各项目重要工作、客户关系、专业改进与集团重点工作"),
      ...input.projects.flatMap(projectWork),
      heading("三、突发事件统计"),
      ...emergencies(input),
      heading("四、客户投诉"),
      ...missing.map(({ name, reason }) =>
        prose(`${name}的数据未能统计（${reason}），以下数字不含该项目。`, "note"),
      ),
      ...complaints(input),
    ],
  };
}

function companyWork({ work }: MonthlyDocument): SheetBlock {
  return {
    kind: "list",
    head: ["职能", "期间重要工作"],
    widths: [20, 80],
    centred: [0],
    rows: companyFunctionList.map((name) => [companyFunctions[name].zh, work[name] ?? "（公司未填报）"]),
  };
}

/** D8's two sections stand with the complaints. */
const aboutComplaints: readonly SectionName[] = ["top-three", "key-problems"];
const aboutWork = sectionList.filter((name) => !aboutComplaints.includes(name));

function projectWork({ name, narratives }: MonthlyProject): SheetBlock[] {
  if ("missing" in narratives) return [heading(name, 2), prose(`（${narratives.missing}）`)];
  const written = aboutWork.filter((section) => narratives[section] !== undefined);
  const empty = aboutWork.filter((section) => narratives[section] === undefined);
  const table: List = {
    kind: "list",
    head: ["内容", ...sectionFields.map((field) => sectionFieldNames[field].zh)],
    widths: [18, 18, 24, 20, 20],
    centred: [0],
    rows: written.map((section) => [
      sectionNames[section].zh.replace("：", "\n"),
      ...sectionFields.map((field) => narratives[section]?.[field] ?? "—"),
    ]),
  };
  return [
    heading(name, 2),
    ...(written.length === 0 ? [] : [table]),
    ...(empty.length === 0
      ? []
      : [prose(`本期无内容：${empty.map((one) => sectionNames[one].zh).join("、")}。`, "note")]),
  ];
}

function emergencies({ emergencies: events, timeZone }: MonthlyDocument): SheetBlock[] {
  const table: List = {
    kind: "list",
    head: ["类别", "负面事件", "成功防止", "死亡（人）", "受伤（人）", "损失（元）"],
    widths: [30, 14, 14, 14, 14, 14],
    centred: [1, 2, 3, 4, 5],
    rows: emergencyTable(events).map(({ name, negative, prevented, dead, injured, loss }) => [
      name,
      ...[negative, prevented, dead, injured, loss].map(String),
    ]),
  };
  if (events.length === 0) return [prose("本期没有突发事件。"), table];
  // Who reported it is told to those who call there: elsewhere the column would stand empty.
  const isTold = events.some(({ reporter, phone }) => reporter !== null || phone !== null);
  const list: List = {
    kind: "list",
    head: ["项目、部门", "类别", "时间、地点", "经过", "伤亡、损失", ...(isTold ? ["填写人、电话"] : [])],
    widths: isTold ? [15, 15, 16, 24, 13, 17] : [17, 17, 18, 33, 15],
    rows: events.map((one) => [
      `${one.project}\n${one.department}`,
      `${emergencyCategoryWords[one.category].zh}\n${emergencyOutcomeWords[one.outcome].zh}${one.outsourced ? "（外包）" : ""}`,
      `${localMoment(one.occurredAt, timeZone)}\n${one.place ?? ""}`,
      one.description ?? "",
      harm(one),
      ...(isTold ? [`${one.reporter ?? ""}\n${one.phone ?? ""}`] : []),
    ]),
  };
  return [table, list];
}

function harm({ dead, injured, loss }: MonthlyDocument["emergencies"][number]): string {
  const parts = [
    ...((dead ?? 0) > 0 ? [`死亡${dead}人`] : []),
    ...((injured ?? 0) > 0 ? [`受伤${injured}人`] : []),
    ...((loss ?? 0) > 0 ? [`${loss}元`] : []),
  ];
  return parts.length === 0 ? "无" : parts.join("\n");
}

function complaints(input: MonthlyDocument): SheetBlock[] {
  const { complaints: all, projects } = input;
  const words = periodWords(input);
  const { figures, flow } = all;
  const told = projects.flatMap(({ name, narratives }) =>
    "missing" in narratives
      ? []
      : aboutComplaints.flatMap((section) => {
          const text = sectionProse(narratives[section]);
          return text === undefined ? [] : [prose(`${name}（${sectionNames[section].zh}）：${text}`)];
        }),
  );
  return [
    prose(
      `${words.name}公司和各项目以各种途径共受理投诉${flow.received}件（有效${flow.valid}件，协助处理${flow.assisted}件，无效${flow.invalid}件，未判定${flow.unjudged}件）；除去无效的${flow.invalid}件和其余撤销、转出、合并的${flow.ended}件，列入任务${figures.received}件；任务中已处理完成${figures.done}件，未完成${figures.open}件，处理完成率${percent(figures.handlingRate)}，完成及时率${percent(figures.timelyRate)}，一次回访满意率${percent(figures.firstFollowUpSatisfaction)}。`,
    ),
    heading("受理途径", 2),
    ways(all),
    heading("受理单位", 2),
    intakes(all),
    { kind: "picture", ...input.chart },
    heading("各项目投诉处理情况", 2),
    byProject(input),
    ...(all.topThree.length === 0
      ? []
      : [
          prose(
            `投诉重点：${all.topThree.map(({ point: { name, count, before }, tied }) => `“${name}”${count}件（${tied ? "并列，" : ""}${words.before}${before === null ? noData.zh : `${before}件`}）`).join("、")}。`,
          ),
        ]),
    ...told,
  ];
}

/** Two ways beside each other: the list stays short. */
function ways({ ways: all, flow: { received } }: ComplaintSection): SheetBlock {
  const cells = [...all.map((way) => [way.name, String(way.count)]), ["合计", String(received)]];
  const half = Math.ceil(cells.length / 2);
  return {
    kind: "list",
    head: ["途径", "投诉（件）", "途径", "投诉（件）"],
    widths: [30, 20, 30, 20],
    centred: [1, 3],
    rows: cells.slice(0, half).map((cell, index) => [...cell, ...(cells[half + index] ?? ["", ""])]),
  };
}

function intakes({ intakes: all, flow: { received } }: ComplaintSection): SheetBlock {
  return {
    kind: "list",
    head: [...all.map(({ name }) => name), "合计"],
    widths: [22, 20, 24, 22, 12],
    centred: [0, 1, 2, 3, 4],
    rows: [[...all.map(({ count }) => String(count)), String(received)]],
  };
}

function byProject({ complaints: { projects, figures } }: MonthlyDocument): SheetBlock {
  return {
    kind: "list",
    head: ["项目", "任务", "已完成", "未完成", "处理完成率", "完成及时率", "一次回访满意率"],
    widths: [25, 10, 11, 11, 14, 14, 15],
    centred: [1, 2, 3, 4, 5, 6],
    rows: [...projects, { name: "合计", ...figures }].map((row) => [
      row.name,
      ...[row.received, row.done, row.open].map(String),
      ...[row.handlingRate, row.timelyRate, row.firstFollowUpSatisfaction].map(percent),
    ]),
  };
}
