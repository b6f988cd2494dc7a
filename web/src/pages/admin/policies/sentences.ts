import { clockWords, pauseReasonWords } from "../../../../../lib/domain/words/clocks.ts";
import { postWords } from "../../../../../lib/domain/words/organisation.ts";
import { type Words, wordsFor } from "../../../../../lib/domain/words/words.ts";
import {
  type Amount,
  amountOf,
  type Limit,
  type LimitRule,
  type Rung,
  type Unit,
  type Variant,
} from "./model.ts";

export const unitWords: Readonly<Record<Unit, Words>> = {
  hours: { zh: "小时", en: "hours" },
  minutes: { zh: "分钟", en: "minutes" },
  days: { zh: "个工作日", en: "working days" },
  "working-hours": { zh: "工作小时", en: "working hours" },
  "working-minutes": { zh: "工作分钟", en: "working minutes" },
};

export const variantWords: Readonly<Record<Variant, Words>> = {
  limits: { zh: "一般", en: "ordinary" },
  urgentLimits: { zh: "安全、紧急", en: "safety, urgent" },
  graveLimits: { zh: "A、B 级", en: "levels A and B" },
};

export const ladderWords: Readonly<Record<string, Words>> = {
  standard: { zh: "一般阶梯", en: "ordinary ladder" },
  "first-reply": { zh: "首次回复阶梯", en: "ladder of the first reply" },
  result: { zh: "处理结果阶梯", en: "ladder of the result" },
  urgent: { zh: "安全、紧急阶梯", en: "ladder of safety and urgency" },
  accept: { zh: "接单阶梯", en: "ladder of accepting" },
  task: { zh: "任务阶梯", en: "ladder of tasks" },
  desk: { zh: "前台阶梯", en: "ladder of the desk" },
  daily: { zh: "日报阶梯", en: "ladder of daily reports" },
};

function joined(parts: readonly Words[], zh: string, en: string): Words {
  return { zh: parts.map((part) => part.zh).join(zh), en: parts.map((part) => part.en).join(en) };
}

function amountWords({ amount, unit }: Amount): Words {
  const words = unitWords[unit];
  const one = amount === 1 ? words.en.replace(/s$/, "") : words.en;
  return { zh: `${amount} ${words.zh}`, en: `${amount} ${one}` };
}

/** 3 个工作日 */
export function limitWords(limit: Limit): Words {
  const amount = amountOf(limit);
  if (amount !== undefined) return amountWords(amount);
  if (limit.kind === "daily") {
    return {
      zh: `每日 ${limit.at}（${limit.lastStart} 后开始的从次日起）`,
      en: `daily at ${limit.at} (from the next day if begun after ${limit.lastStart})`,
    };
  }
  return { zh: "由人设定", en: "set by people" };
}

/** 3 个工作日，第二时限 5 个工作日 */
export function limitsWords(limits: readonly LimitRule[]): Words {
  const [first, ...later] = limits.map(({ limit }) => limitWords(limit));
  if (first === undefined) return { zh: "—", en: "—" };
  return joined([first, ...later.map(({ zh, en }) => ({ zh: `其后 ${zh}`, en: `then ${en}` }))], "，", ", ");
}

/** 超时后 4 个工作小时 */
export function rungTimeWords(rung: Rung): Words {
  const { time } = rung;
  switch (time.kind) {
    case "share-of-time":
      return { zh: `时间过去 ${time.percent}% 时`, en: `at ${time.percent}% of the time` };
    case "after-start":
      return time.minutes === 0
        ? { zh: "立即", en: "at once" }
        : joined(
            [
              { zh: "开始后", en: "" },
              minuteWords(time.minutes, "natural"),
              { zh: "", en: "after the start" },
            ],
            " ",
            " ",
          );
    case "after-limit":
      return time.workingMinutes === 0
        ? { zh: "到期时", en: "at the limit" }
        : joined(
            [
              { zh: "超时后", en: "" },
              minuteWords(time.workingMinutes, "working-time"),
              { zh: "", en: "late" },
            ],
            " ",
            " ",
          );
    case "working-days-after-limit":
      return {
        zh: `超时后 ${time.days} 个工作日${time.orSecondLimit ? "，或第二时限到期" : ""}`,
        en: `${time.days} working ${time.days === 1 ? "day" : "days"} late${time.orSecondLimit ? ", or at the second limit" : ""}`,
      };
  }
}

function minuteWords(minutes: number, kind: "natural" | "working-time"): Words {
  return limitWords({ kind, minutes });
}

export function postsWords(posts: readonly string[]): Words {
  return joined(
    posts.map((post) => wordsFor(postWords, post)),
    "、",
    ", ",
  );
}

/** 到期时 → 客服主管、客户服务经理（督办） */
export function rungWords(rung: Rung): Words {
  const kind = rung.kind === "reminder" ? { zh: "提醒", en: "reminder" } : { zh: "督办", en: "escalation" };
  const extra: Words[] = [
    kind,
    ...(rung.onlyIf === undefined ? [] : [{ zh: "仅 A、B 级", en: "levels A and B only" }]),
    ...(rung.repeat === undefined
      ? []
      : [
          {
            zh: `每 ${rung.repeat.everyMinutes} 分钟重复，最多 ${rung.repeat.times} 次`,
            en: `again every ${rung.repeat.everyMinutes} minutes, ${rung.repeat.times} times at most`,
          },
        ]),
  ];
  const [time, posts, more] = [rungTimeWords(rung), postsWords(rung.posts), joined(extra, "，", ", ")];
  return { zh: `${time.zh} → ${posts.zh}（${more.zh}）`, en: `${time.en.trim()} → ${posts.en} (${more.en})` };
}

export function clockName(name: string): Words {
  return wordsFor(clockWords, name);
}

/** Why a complaint may wait: fixed by the regulations' practice, not by policy. */
export const pauseReasons: readonly Words[] = Object.values(pauseReasonWords);

/** `D6 默认`: the regulation, and our own value where it is silent. */
export function clauseWords(clause: string): Words {
  if (clause === "external") return { zh: "转办单上的时限", en: "the ticket's own" };
  return { zh: clause.replace(/\bdefault$/, "默认值"), en: clause };
}
