import * as z from "zod";
import { type HolidayNotice, isOpen } from "../../domain/calendar/index.ts";
import { type CalendarEdition, calendarInForce } from "../../domain/editions/calendars.ts";
import { defined } from "../../domain/present.ts";
import { fromInstant } from "../../domain/time/instant.ts";
import { line } from "../core/text.ts";
import { scope } from "./policy-body.ts";

const date = z.iso.date();
const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$|^24:00$/);
const periods = z.array(z.tuple([wallTime, wallTime])).max(12);

const holiday = z.strictObject({
  name: line(40),
  from: date,
  to: date,
  days: z.int().min(1).max(31),
  makeUpWorkdays: z.array(date).max(10),
});

/** A yearly notice 国务院办公厅关于…年部分节假日安排的通知, as it is published. */
const notice = z
  .strictObject({
    year: z.int().min(2023).max(2100),
    title: line(100),
    documentNumber: line(60),
    publishedOn: date,
    address: z.url().nullable(),
    holidays: z.array(holiday).min(1).max(20),
  })
  .check((context) => {
    const { holidays, year } = context.value;
    for (const [index, one] of holidays.entries()) {
      const fault = faultOf(one, year);
      if (fault === undefined) continue;
      const { field, zh, en } = fault;
      const params = { rule: "contradiction", zh, en };
      context.issues.push({ code: "custom", path: ["holidays", index, field], params, input: one });
    }
  });

function faultOf({ from, to, days, makeUpWorkdays }: HolidayNotice["holidays"][number], year: number) {
  const length = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
  if (length !== days) {
    return {
      field: "days",
      zh: `起止日期是 ${length} 天，与“共 ${days} 天”不符`,
      en: `The dates span ${length} days, not ${days}`,
    };
  }
  // A New Year's holiday may begin in the old year, its make-up days lie there too.
  const near = (day: string) => Math.abs(Number(day.slice(0, 4)) - year) <= 1;
  if (![from, to, ...makeUpWorkdays].every(near)) {
    return { field: "from", zh: "日期不属于该年度", en: "The dates are not of this year" };
  }
  if (makeUpWorkdays.some((day) => day >= from && day <= to)) {
    return { field: "makeUpWorkdays", zh: "补班日落在假期内", en: "A make-up day lies within the holiday" };
  }
  return undefined;
}

/** `PUT /calendar`: other opening hours for a scope, or holiday notices for everybody (scope company). */
export const calendarBody = z
  .strictObject({
    scope: scope.default("company"),
    week: z.partialRecord(z.enum(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]), periods).exactOptional(),
    extraWorkdayHours: periods.exactOptional(),
    notices: z.array(notice).min(1).max(10).exactOptional(),
  })
  .check((context) => {
    const { value } = context;
    const refuse = (path: string, zh: string, en: string) =>
      context.issues.push({
        code: "custom",
        path: [path],
        params: { rule: "contradiction", zh, en },
        input: value,
      });
    if (value.week === undefined && value.notices === undefined) {
      refuse("week", "没有要修改的内容：请给出 week 或 notices", "Nothing to change: give week or notices");
    }
    if (value.notices !== undefined && value.scope !== "company") {
      refuse(
        "notices",
        "放假通知适用于全公司，scope 须为 company",
        "Notices hold for the company as a whole",
      );
    }
    const { week, extraWorkdayHours } = value;
    const unusable = fault({
      ...defined({ week, extraWorkdayHours }),
    });
    if (unusable !== undefined) refuse("week", `营业时间有误：${unusable}`, `Unusable hours: ${unusable}`);
  })
  .meta({ id: "CalendarChange" });

/** What the calendar itself says against it: overlapping or empty periods, no open time at all. */
function fault(hours: Pick<CalendarEdition, "week" | "extraWorkdayHours">): string | undefined {
  const draft = { version: "draft", scope: "company", number: 1, publishedAt: "", publishedBy: "" } as const;
  const place = { projectId: "", city: "", region: "" };
  try {
    const { calendar } = calendarInForce([{ ...draft, ...hours }], place, "Asia/Shanghai");
    isOpen(calendar, fromInstant("2026-01-01T00:00:00Z"));
    return undefined;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return error.message;
  }
}
