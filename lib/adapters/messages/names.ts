import { complaintClasses } from "../../domain/classification/classes.ts";
import type { PauseReason } from "../../domain/clocks/clock.ts";
import type { Complaint } from "../../domain/complaint/document.ts";
import type { Level, Location } from "../../domain/complaint/events.ts";
import { type Post, postNames } from "../../domain/organisation/organisation.ts";
import type { ClockName, RungTime } from "../../domain/policy/policy.ts";
import type { Words } from "./message.ts";

/** D11's levels. */
export const levelNames: Readonly<Record<Level, Words>> = {
  A: { zh: "A 重大投诉", en: "A grave complaint" },
  B: { zh: "B 群体投诉", en: "B group complaint" },
  C: { zh: "C 一般投诉", en: "C complaint" },
  D: { zh: "D 群体意见", en: "D group opinion" },
  E: { zh: "E 一般意见/咨询", en: "E opinion or enquiry" },
};

export const clockNames: Readonly<Record<ClockName, Words>> = {
  record: { zh: "登记", en: "record" },
  accept: { zh: "接单", en: "accept" },
  firstReply: { zh: "首次回复", en: "first reply" },
  result: { zh: "处理结果", en: "result" },
  department: { zh: "部门限期", en: "department" },
  plan: { zh: "处理方案", en: "plan" },
  node: { zh: "时间节点", en: "time node" },
  invalidExplain: { zh: "无效解释", en: "explanation" },
  dailyReport: { zh: "日报", en: "daily report" },
  followUp: { zh: "回访", en: "follow-up" },
  external: { zh: "转办时限", en: "external ticket" },
  corrective: { zh: "整改", en: "corrective action" },
};

export const pauseReasonNames: Readonly<Record<PauseReason, Words>> = {
  "owner-appointment": { zh: "待业主约时", en: "waiting for the owner's appointment" },
  "developer-warranty": { zh: "待地产维保", en: "waiting for the developer's warranty" },
  "repair-fund": { zh: "待维修资金", en: "waiting for the repair fund" },
  "third-party": { zh: "待第三方", en: "waiting for a third party" },
};

/** The regulations that clauses name by code (handbook 1). */
const regulations: Readonly<Record<string, string>> = {
  D6: "《用户投诉处理规程》",
  D11: "《客户投诉、意见处理工作规程》",
  D12: "《物业客户投诉处理制度》",
};

/** `《用户投诉处理规程》D6`; a `default` is the company's own rule, never presented as law. */
export function clauseName(clause: string): Words {
  if (clause.includes("default")) return { zh: "公司规定（默认）", en: "company rule (default)" };
  const title = regulations[clause];
  return { zh: title === undefined ? clause : `${title}${clause}`, en: `regulation ${clause}` };
}

/** The name of a post; a post that is no longer known stands as it is. */
export function postName(post: string): string {
  return postWords(post).zh;
}

export function postWords(post: string): Words {
  return isPost(post) ? postNames[post] : { zh: post, en: post };
}

function isPost(post: string): post is Post {
  return Object.hasOwn(postNames, post);
}

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
    case "after-limit": {
      if (time.workingMinutes === 0) return { zh: "到达时限", en: "limit reached" };
      const hours = time.workingMinutes / 60;
      return { zh: `超时满${hours}个工作小时`, en: `${hours} working h after the limit` };
    }
    case "working-days-after-limit": {
      const or = time.orSecondLimit ? { zh: "或到第二时限", en: " or the second limit" } : { zh: "", en: "" };
      return {
        zh: `超时满${time.days}个工作日${or.zh}`,
        en: `${time.days} working day(s) after the limit${or.en}`,
      };
    }
  }
}

export function className({ classCode }: Complaint): Words {
  if (classCode === undefined) return { zh: "未分类", en: "not classified yet" };
  const { zh, en } = complaintClasses[classCode];
  return { zh: `${classCode} ${zh}`, en: `${classCode} ${en}` };
}

export function levelName({ level }: Complaint): Words {
  return level === undefined ? { zh: "未定级", en: "not decided yet" } : levelNames[level];
}

/** Area, building, unit and room as registered: `一期 3栋 1单元 502室`; what is no bare number stands as it is. */
export function place({ area = "", building = "", unit = "", room = "" }: Location): string {
  const named = (part: string, what: string) => (/^\w+$/.test(part) ? `${part}${what}` : part);
  return [area, named(building, "栋"), named(unit, "单元"), named(room, "室")]
    .filter((part) => part !== "")
    .join(" ");
}
