import type { RungTime } from "../policy/policy.ts";
import type { Words } from "../words/words.ts";

/** Where on the ladder a message comes from, told from the rule itself. */
export function rungWords(time: RungTime): Words {
  switch (time.kind) {
    case "share-of-time":
      return { zh: `时限已过${time.percent}%`, en: `${time.percent} % of the time is used` };
    case "after-start":
      return time.minutes === 0
        ? { zh: "安全/紧急投诉，立即通知", en: "safety or urgent: told at once" }
        : {
            zh: `安全/紧急投诉受理满${time.minutes}分钟`,
            en: `safety or urgent, ${time.minutes} min after receipt`,
          };
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
