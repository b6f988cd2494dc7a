import { Temporal } from "temporal-polyfill";
import {
  explainWorkingDays,
  type Pause,
  type WorkingCalendar,
  workingTimeBetween,
} from "../calendar/index.ts";
import type { Limit, LimitRule } from "../policy/policy.ts";
import { defined } from "../present.ts";
import type { Clause } from "../regulations/clause.ts";
import { fromInstant, type Instant, toInstant } from "../time/instant.ts";
import { isSigningKey } from "../words/clocks.ts";
import { type Clock, type ClockPause, dueAt, firstLimit } from "./clock.ts";
import { applyLimit, limitsFor } from "./due.ts";
import type { Rules } from "./start.ts";

/** A local day on which a clock ran: what of it counted. */
export interface Segment {
  /** Local date `YYYY-MM-DD`. */
  readonly date: string;
  readonly from: Instant;
  readonly to: Instant;
  /** Seconds of the day that counted: natural or working time, pauses not. */
  readonly seconds: number;
  /** A weekend day worked in return for a holiday (补班). */
  readonly makeUpWorkday: boolean;
}

export interface Explanation {
  readonly limit?: Limit;
  readonly clause: Clause;
  readonly segments: readonly Segment[];
  /** `3 个工作日：2月14日(补班)、24日、25日 18:00 截止` */
  readonly zh: string;
  readonly en: string;
}

/** A clock that runs for months is explained by its ends; so many days are listed. */
const MOST_DAYS = 60;

/** How a clock's due instant came about, so that a person can check it with a wall calendar. */
export function explainClock(clock: Clock, rules: Rules): Explanation {
  const { calendar } = rules;
  const due = fromInstant(dueAt(clock));
  const rule = limitBehind(clock, rules);
  const counted = rule?.limit;
  const words = sentence(clock, counted, calendar);
  return {
    ...defined({ limit: counted }),
    clause: firstLimit(clock).clause,
    segments: segments(clock, counted, due, calendar),
    ...words,
  };
}

/** The limit of the policy that gives the due instant; undefined when a promise or an extension does. */
function limitBehind(clock: Clock, { policy, calendar }: Rules): LimitRule | undefined {
  const rule = policy.clocks[clock.name];
  const flags = { urgent: clock.variant === "urgent", grave: clock.variant === "grave" };
  const basis = { givenDueAt: clock.givenDueAt, pauses: pausesOf(clock), notAfter: [] };
  const candidates = [
    { rules: limitsFor(rule, flags).limits, startedAt: clock.variantFrom ?? clock.startedAt },
    { rules: rule.limits, startedAt: clock.startedAt },
  ];
  for (const { rules: limits, startedAt } of candidates) {
    const [first] = limits;
    if (first === undefined) continue;
    const due = toInstant(applyLimit(first.limit, { ...basis, startedAt }, calendar));
    if (due === dueAt(clock)) return first;
  }
  return undefined;
}

function pausesOf(clock: Clock): Pause[] {
  return (clock.pauses ?? []).flatMap(({ from, to }) =>
    to === undefined ? [] : [{ from: fromInstant(from), to: fromInstant(to) }],
  );
}

function segments(
  clock: Clock,
  limit: Limit | undefined,
  due: Temporal.Instant,
  calendar: WorkingCalendar,
): Segment[] {
  const { timeZone } = calendar;
  const start = fromInstant(clock.startedAt);
  const pauses = pausesOf(clock);
  const countsWorking = limit?.kind === "working-days" || limit?.kind === "working-time";
  const found: Segment[] = [];
  let from = start;
  while (Temporal.Instant.compare(from, due) < 0 && found.length < MOST_DAYS) {
    const date = from.toZonedDateTimeISO(timeZone).toPlainDate();
    const midnight = date.add({ days: 1 }).toZonedDateTime(timeZone).toInstant();
    const to = Temporal.Instant.compare(midnight, due) < 0 ? midnight : due;
    const seconds = countsWorking
      ? workingTimeBetween(calendar, from, to, pauses)
      : unpausedSeconds(from, to, pauses);
    // A working-day limit does not count the day it starts on, whatever of it was worked.
    const isStartDay = limit?.kind === "working-days" && found.length === 0 && from === start;
    if (seconds > 0 && !isStartDay) {
      const makeUpWorkday = countsWorking && calendar.extraWorkdays.includes(date.toString());
      found.push({ date: date.toString(), from: toInstant(from), to: toInstant(to), seconds, makeUpWorkday });
    }
    from = midnight;
  }
  return found;
}

function unpausedSeconds(from: Temporal.Instant, to: Temporal.Instant, pauses: readonly Pause[]): number {
  let span = to.epochMilliseconds - from.epochMilliseconds;
  for (const pause of pauses) {
    const begin = Math.max(from.epochMilliseconds, pause.from.epochMilliseconds);
    const end = Math.min(to.epochMilliseconds, pause.to.epochMilliseconds);
    span -= Math.max(0, end - begin);
  }
  return span / 1000;
}

function sentence(clock: Clock, limit: Limit | undefined, calendar: WorkingCalendar) {
  const due = dateTime(dueAt(clock), calendar.timeZone);
  const main = mainWords(clock, limit, calendar, due);
  const pauses = pauseWords(clock.pauses ?? [], calendar.timeZone);
  const provisional = firstLimit(clock).provisional
    ? { zh: "；暂定：该年放假通知尚未发布", en: "; provisional: that year's holiday notice is not out" }
    : { zh: "", en: "" };
  return {
    zh: `${main.zh}${pauses.zh}${provisional.zh}`,
    en: `${main.en}${pauses.en}${provisional.en}`,
  };
}

function mainWords(clock: Clock, limit: Limit | undefined, calendar: WorkingCalendar, due: DateWords) {
  const start = dateTime(clock.startedAt, calendar.timeZone);
  if (clock.name === "external" && limit?.kind !== undefined) return ticketWords(clock, start, due);
  switch (limit?.kind) {
    case "working-days":
      return workingDayWords(clock, limit.days, calendar, due);
    case "natural":
      return {
        zh: `${durationZh(limit.minutes)}：${start.zh} 起，${due.zh} 截止`,
        en: `${durationEn(limit.minutes)} from ${start.en}: due ${due.en}`,
      };
    case "working-time":
      return {
        zh: `工作时间${durationZh(limit.minutes)}：${start.zh} 起，${due.zh} 截止`,
        en: `${durationEn(limit.minutes)} of working time from ${start.en}: due ${due.en}`,
      };
    case "daily":
      return { zh: `日报：${due.zh} 截止`, en: `daily report: due ${due.en}` };
    case "given":
      return { zh: `约定时间：${due.zh} 截止`, en: `as set: due ${due.en}` };
    case undefined:
      return stands(clock, due);
  }
}

/** A government ticket's: the instant stands on it, or, for a signature that it sets no limit for, comes from the policy. */
function ticketWords(clock: Clock, start: DateWords, due: DateWords) {
  const { clause } = firstLimit(clock);
  if (!isSigningKey(clock)) {
    return clause === "extension"
      ? { zh: `平台批准延期：${due.zh} 截止`, en: `extended by the platform: due ${due.en}` }
      : {
          zh: `转办单办理时限：${due.zh} 前报送回复件`,
          en: `the ticket's own limit: reply document due ${due.en}`,
        };
  }
  return clause === "default"
    ? {
        zh: `签收或退单：转办单未定时限，按本公司规定 ${start.zh} 起算，${due.zh} 截止`,
        en: `to be signed for or returned: the ticket names no limit, the policy's from ${start.en}: due ${due.en}`,
      }
    : {
        zh: `签收或退单：转办单所定时限，${due.zh} 截止`,
        en: `to be signed for or returned by the ticket's own limit: due ${due.en}`,
      };
}

/** Neither the policy's limit nor anything counted: somebody outside, or an approval, set the instant. */
function stands(clock: Clock, due: DateWords) {
  const { clause } = firstLimit(clock);
  if (clause === "extension")
    return { zh: `经批准延期：${due.zh} 截止`, en: `extended with approval: due ${due.en}` };
  if (clause === "external")
    return { zh: `转办单时限：${due.zh} 截止`, en: `external ticket: due ${due.en}` };
  return { zh: `客户要求时间：${due.zh} 截止`, en: `asked for by the customer: due ${due.en}` };
}

function workingDayWords(clock: Clock, days: number, calendar: WorkingCalendar, due: DateWords) {
  const start = fromInstant(clock.variantFrom ?? clock.startedAt);
  if ((clock.pauses ?? []).length > 0 || days > 15) {
    return { zh: `${days} 个工作日：${due.zh} 截止`, en: `${days} working days: due ${due.en}` };
  }
  let month = 0;
  const zh: string[] = [];
  const en: string[] = [];
  for (const { date, extraWorkday } of explainWorkingDays(calendar, start, days)) {
    const day = Temporal.PlainDate.from(date);
    zh.push(`${day.month === month ? "" : `${day.month}月`}${day.day}日${extraWorkday ? "(补班)" : ""}`);
    en.push(`${day.day} ${monthNames[day.month - 1]}${extraWorkday ? " (make-up day)" : ""}`);
    month = day.month;
  }
  return {
    zh: `${days} 个工作日：${zh.join("、")} ${due.time} 截止`,
    en: `${days} working days: ${en.join(", ")}; due ${due.time}`,
  };
}

function pauseWords(pauses: readonly ClockPause[], timeZone: string) {
  const spans = pauses.map(({ from, to }) => ({
    from: dateTime(from, timeZone),
    to: to === undefined ? undefined : dateTime(to, timeZone),
  }));
  return {
    zh: spans
      .map(({ from, to }) => `；${from.zh} ${to === undefined ? "起暂停" : `至 ${to.zh} 暂停`}`)
      .join(""),
    en: spans
      .map(({ from, to }) => `; paused from ${from.en}${to === undefined ? "" : ` to ${to.en}`}`)
      .join(""),
  };
}

const monthNames = [
  "Jan",
  "Feb",
  "Mar",
  "Apr",
  "May",
  "Jun",
  "Jul",
  "Aug",
  "Sep",
  "Oct",
  "Nov",
  "Dec",
] as const;

interface DateWords {
  readonly zh: string;
  readonly en: string;
  /** `18:00` */
  readonly time: string;
}

function dateTime(at: Instant, timeZone: string): DateWords {
  const local = fromInstant(at).toZonedDateTimeISO(timeZone);
  const time = local.toPlainTime().toString({ smallestUnit: "minute" });
  return {
    zh: `${local.month}月${local.day}日 ${time}`,
    en: `${local.day} ${monthNames[local.month - 1]} ${time}`,
    time,
  };
}

function durationZh(minutes: number): string {
  return minutes % 60 === 0 ? `${minutes / 60} 小时` : `${minutes} 分钟`;
}

function durationEn(minutes: number): string {
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`;
}
