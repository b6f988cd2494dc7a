import type { PageGiven } from "../../../contracts/core/route.ts";
import { type Language, problems } from "../../../contracts/problems.ts";
import type { Clock } from "../../../domain/clocks/clock.ts";
import { fromInstant, type Instant } from "../../../domain/time/instant.ts";
import { clockWords } from "../../../domain/words/clocks.ts";
import { statusWords } from "../../../domain/words/complaint.ts";
import { labelOf } from "../../../domain/words/words.ts";
import { html, type Markup } from "../core/html.ts";
import { page } from "../core/page.ts";
import type { Tracking } from "./tracking-view.ts";

const words = {
  title: { zh: "投诉进度", en: "Progress of your complaint" },
  number: { zh: "编号", en: "Number" },
  project: { zh: "项目", en: "Project" },
  status: { zh: "状态", en: "State" },
  received: { zh: "收到时间", en: "Received" },
  promised: { zh: "承诺时间", en: "Promised times" },
  provisional: { zh: "（暂定）", en: " (provisional)" },
  replies: { zh: "已给您的答复", en: "Replies so far" },
  none: { zh: "我们正在处理，有答复后会显示在这里。", en: "We are working on it; replies will appear here." },
  reply: { zh: "答复", en: "Reply" },
  result: labelOf(clockWords.result),
  erased: { zh: "（内容已按规定删除）", en: "(text erased)" },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

/** The complainant's page, times in the project's time zone. */
export function trackingPage(tracking: Tracking, timeZone: string, language: Language): PageGiven {
  const say = (key: keyof typeof words) => words[key][language];
  const time = (at: Instant) => localTime(at, timeZone, language);
  const rows = [
    row(say("number"), tracking.number),
    ...(tracking.project === undefined ? [] : [row(say("project"), tracking.project)]),
    row(say("status"), statusWords[tracking.status][language]),
    row(say("received"), time(tracking.receivedAt)),
  ];
  const promised = tracking.clocks.map(({ name, dueAt, provisional }) =>
    row(clockName(name, language), time(dueAt) + (provisional ? say("provisional") : "")),
  );
  const replies = tracking.replies.map(
    ({ at, kind, text }) =>
      html`<p><small>${time(at)} ${say(kind)}</small></p><p>${text ?? say("erased")}</p>`,
  );
  return page(
    200,
    language,
    say("title"),
    html`<table>${rows}</table><h2>${say("promised")}</h2><table>${promised}</table><h2>${say("replies")}</h2>${
      replies.length === 0 ? html`<p>${say("none")}</p>` : replies
    }`,
  );
}

/** The same page for an unknown number and for a wrong secret: it must not tell which numbers exist. */
export function notFoundPage(language: Language): PageGiven {
  const { status, title, detail } = problems["unknown-complaint"];
  return page(status, language, title[language], html`<p>${detail[language]}</p>`);
}

function row(name: string, value: string): Markup {
  return html`<tr><th>${name}</th><td>${value}</td></tr>`;
}

function clockName(name: string, language: Language): string {
  return isClockName(name) ? labelOf(clockWords[name])[language] : name;
}

function isClockName(name: string): name is Clock["name"] {
  return Object.hasOwn(clockWords, name);
}

const weekdays = {
  zh: ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
  en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
} as const;

/** `2026年2月25日（周三）18:00`; in English `2026-02-25 (Wed) 18:00`. */
function localTime(at: Instant, timeZone: string, language: Language): string {
  const local = fromInstant(at).toZonedDateTimeISO(timeZone);
  const { year, month, day, dayOfWeek } = local;
  const weekday = weekdays[language][dayOfWeek - 1] ?? "";
  const clock = local.toPlainTime().toString({ smallestUnit: "minute" });
  return language === "zh"
    ? `${year}年${month}月${day}日（${weekday}）${clock}`
    : `${local.toPlainDate().toString()} (${weekday}) ${clock}`;
}
