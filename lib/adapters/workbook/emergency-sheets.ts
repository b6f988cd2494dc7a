import type { WorkbookWriter } from "@cj-tech-master/excelts";
import {
  type EmergencyCategory,
  type EmergencyOutcome,
  emergencyCategoryNames,
  emergencyOutcomes,
} from "../../domain/emergencies/taxonomy.ts";
import { emergencyCategoryWords, emergencyOutcomeWords } from "../../domain/words/emergencies.ts";
import type { EmergencyLine } from "./input.ts";
import { quoted } from "./live.ts";
import type { SheetClock } from "./moments.ts";
import type { SheetFrame } from "./sheet-frame.ts";
import { firstTableRow, type Live, type SheetColumn, writeTable } from "./table-sheet.ts";

/** 突发事件 (D7): categories × outcome, live counts over the list of events. */
export function writeEmergencySheet(
  workbook: WorkbookWriter,
  frame: SheetFrame,
  events: readonly EmergencyLine[],
  list: string,
): void {
  const last = firstTableRow - 1 + Math.max(1, events.length);
  const range = (letter: string) => `'${list}'!$${letter}$${firstTableRow}:$${letter}$${last}`;
  const count = (category: EmergencyCategory, outcome?: EmergencyOutcome): Live => {
    const found = events.filter(
      (one) => one.category === category && one.outcome === (outcome ?? one.outcome),
    );
    const also = outcome === undefined ? "" : `,${range("C")},${quoted(emergencyOutcomeWords[outcome].zh)}`;
    return {
      formula: `COUNTIFS(${range("B")},${quoted(emergencyCategoryWords[category].zh)}${also})`,
      result: found.length,
    };
  };
  const harm = (
    key: "dead" | "injured" | "loss",
    letter: string,
    header: string,
  ): SheetColumn<EmergencyCategory> => ({
    key,
    header,
    width: 14,
    format: key === "loss" ? "money" : "count",
    value: (category) => ({
      formula: `SUMIFS(${range(letter)},${range("B")},${quoted(emergencyCategoryWords[category].zh)})`,
      result: events.reduce((sum, one) => sum + (one.category === category ? (one[key] ?? 0) : 0), 0),
    }),
    total: "sum",
  });
  writeTable(
    workbook,
    {
      ...frame,
      frozen: 1,
      columns: [
        {
          key: "category",
          header: "类别",
          width: 26,
          format: "text",
          value: (category) => emergencyCategoryWords[category].zh,
        },
        ...emergencyOutcomes.map(
          (outcome): SheetColumn<EmergencyCategory> => ({
            key: outcome,
            header: emergencyOutcomeWords[outcome].zh,
            width: 14,
            format: "count",
            value: (category) => count(category, outcome),
            total: "sum",
          }),
        ),
        {
          key: "all",
          header: "合计",
          width: 14,
          format: "count",
          value: (category) => count(category),
          total: "sum",
        },
        harm("dead", "H", "死亡（人）"),
        harm("injured", "I", "受伤（人）"),
        harm("loss", "J", "损失（元）"),
      ],
    },
    emergencyCategoryNames,
  );
}

/** 突发事件清单 (D7): each event with injury and loss, department, reporter and phone. */
export function writeEmergencyList(
  workbook: WorkbookWriter,
  frame: SheetFrame,
  events: readonly EmergencyLine[],
  clock: SheetClock,
): void {
  const column = (
    key: string,
    header: string,
    width: number,
    format: SheetColumn<EmergencyLine>["format"],
    value: SheetColumn<EmergencyLine>["value"],
  ): SheetColumn<EmergencyLine> => ({ key, header, width, format, value });
  writeTable(
    workbook,
    {
      ...frame,
      frozen: 1,
      columns: [
        column("project", "项目", 14, "text", ({ project }) => project),
        column("category", "类别", 15, "text", ({ category }) => emergencyCategoryWords[category].zh),
        column("outcome", "结果", 9, "text", ({ outcome }) => emergencyOutcomeWords[outcome].zh),
        column("outsourced", "外包", 5, "text", ({ outsourced }) => (outsourced ? "是" : "否")),
        column("occurredAt", "发生时间", 15.5, "moment", ({ occurredAt }) => clock.moment(occurredAt)),
        column("place", "地点", 14, "wrapped", ({ place }) => place),
        column("description", "经过", 30, "wrapped", ({ description }) => description),
        column("dead", "死亡", 5, "count", ({ dead }) => dead),
        column("injured", "受伤", 5, "count", ({ injured }) => injured),
        column("loss", "损失（元）", 10, "money", ({ loss }) => loss),
        column("department", "责任部门", 12, "text", ({ department }) => department),
        column("reporter", "填写人", 9, "text", ({ reporter }) => reporter),
        column("phone", "电话", 14, "text", ({ phone }) => phone),
        column("reports", "报告数", 6, "count", ({ reports }) => reports),
        column("late", "迟报", 5, "count", ({ late }) => late),
        column("status", "状态", 7.5, "text", ({ status }) => (status === "closed" ? "已终报" : "处理中")),
      ],
    },
    events,
  );
}
