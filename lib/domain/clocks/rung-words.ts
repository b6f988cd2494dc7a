import type { DecidedRule } from "../policy/built-in.ts";
import type { Words } from "../words/words.ts";

/**
 * Where on the ladder a message comes from, told from the rule itself. A share of the time is told as the rung's name: the
 * quiet hours may have brought it forward.
 */
export function rungWords({ kind, time, unless, onlyIf }: DecidedRule): Words {
  if (kind === "news") return { zh: "新到", en: "new" };
  if (onlyIf === "grave") return { zh: "重大或群体投诉，立即上报", en: "level A or B: reported up at once" };
  switch (time.kind) {
    case "share-of-time":
      return { zh: `时限${time.percent}%提醒`, en: `reminder at ${time.percent} % of the time` };
    case "after-start": {
      const untaken =
        unless === "accepted" ? { zh: "仍无人接单", en: ", taken by nobody" } : { zh: "", en: "" };
      return time.minutes === 0
        ? { zh: "安全/紧急投诉，立即通知", en: "safety or urgent: told at once" }
        : {
            zh: `安全/紧急投诉受理满${time.minutes}分钟${untaken.zh}`,
            en: `safety or urgent, ${time.minutes} min after receipt${untaken.en}`,
          };
    }
    case "after-limit":
      return afterLimit(time.workingMinutes);
    case "working-days-after-limit": {
      const or = time.orSecondLimit ? { zh: "或到第二时限", en: " or the second limit" } : { zh: "", en: "" };
      return {
        zh: `超时满${time.days}个工作日${or.zh}`,
        en: `${time.days} working day(s) after the limit${or.en}`,
      };
    }
  }
}

function afterLimit(workingMinutes: number): Words {
  if (workingMinutes === 0) return { zh: "到达时限", en: "limit reached" };
  const whole = workingMinutes % 60 === 0;
  return whole
    ? { zh: `超时满${workingMinutes / 60}个工作小时`, en: `${workingMinutes / 60} working h after the limit` }
    : { zh: `超时满${workingMinutes}工作分钟`, en: `${workingMinutes} working min after the limit` };
}
