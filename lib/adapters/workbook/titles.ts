import { Temporal } from "temporal-polyfill";
import { afterName } from "../../domain/printed.ts";
import { periodDays } from "../../domain/statistics/index.ts";
import { periodTitle } from "../../domain/statistics/period-name.ts";
import { recordedUntilWords, zoneWords } from "../formats/edition-words.ts";
import type { MonthlyWorkbookInput } from "./input.ts";

/** What D1's head and foot say; the same for every sheet of a workbook. */
export interface SheetTitles {
  readonly company: string;
  readonly project: (name: string) => string;
  /** Of a region or city company. */
  readonly level: (name: string) => string;
  /** Title of another view: whose, which month, and until when. */
  readonly view: (name: string) => string;
  /** 统计期间 and the exact cut-off. */
  readonly period: string;
  readonly madeAt: string;
  /** `第2版` behind a wide blank: on pages that have no foot; empty where there is no number. */
  readonly edition: string;
}

type Dates = Pick<
  MonthlyWorkbookInput,
  | "month"
  | "startDay"
  | "startDays"
  | "span"
  | "asOf"
  | "recordedUntil"
  | "edition"
  | "stage"
  | "timeZone"
  | "madeAt"
  | "company"
  | "project"
  | "missing"
>;

/** @throws RangeError when the month, an instant or the zone cannot be read */
export function sheetTitles(input: Dates): SheetTitles {
  const { first, last } = periodDays(input);
  const end = lastMoment(local(input.asOf, input.timeZone));
  const named = end.date.year === last.year ? "" : `${end.date.year}年`;
  const of = periodTitle(input);
  const until = `（截止到${named}${end.date.month}月${end.date.day}日）`;
  const report = `${of}客户投诉处理统计报表${until}`;
  const recorded = recordedUntilWords(input);
  return {
    company: `${input.company} ${report}`,
    view: (name) => `${afterName(input.company)}${input.project ?? ""} ${of}${name}${until}`,
    project: (name) => `${afterName(input.company)}${name}${name.endsWith("项目") ? "" : "项目"} ${report}`,
    level: (name) => `${input.company} ${name} ${report}`,
    period: [
      `统计期间：${dayText(first)}至${dayText(last)}`,
      `截止：${dayText(end.date)} ${end.time}（${zoneWords(input.timeZone)}）`,
      ...(recorded === undefined ? [] : [recorded]),
      ...missingText(input.missing),
    ].join("　"),
    edition: input.edition === undefined ? "" : `　第${input.edition}版`,
    madeAt: `制表时间：${momentText(local(input.madeAt, input.timeZone))}`,
  };
}

/** Nobody may take the figures of some projects for the whole company's. */
function missingText(missing: readonly string[] = []): string[] {
  return missing.length === 0 ? [] : [`未计入：${missing.join("、")}`];
}

function local(instant: string, timeZone: string): Temporal.PlainDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDateTime();
}

const lastOfDay = Temporal.PlainTime.from("23:59:59.999");

/** A cut-off at midnight is the end of the day before: people read "截止到 3月31日" as all of the 31st. */
function lastMoment(asOf: Temporal.PlainDateTime): { date: Temporal.PlainDate; time: string } {
  const date = asOf.toPlainDate();
  const midnight = asOf.toPlainTime().equals(new Temporal.PlainTime());
  if (asOf.toPlainTime().equals(lastOfDay)) return { date, time: "24:00" };
  return midnight ? { date: date.subtract({ days: 1 }), time: "24:00" } : { date, time: clockText(asOf) };
}

function clockText(at: Temporal.PlainDateTime): string {
  return at.toPlainTime().toString({ smallestUnit: "minute" });
}

function dayText(day: Temporal.PlainDate): string {
  return `${day.year}年${day.month}月${day.day}日`;
}

function momentText(at: Temporal.PlainDateTime): string {
  return `${dayText(at.toPlainDate())} ${clockText(at)}`;
}
