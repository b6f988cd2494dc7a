import { dueAt, firstLimit } from "../../domain/clocks/clock.ts";
import { type Complaint, registeredValue } from "../../domain/complaint/document.ts";
import type { ClockName } from "../../domain/policy/policy.ts";
import { basedOn } from "../../domain/regulations/clause.ts";
import { clockWords } from "../../domain/words/clocks.ts";
import { capital } from "../../domain/words/words.ts";
import type { FactLine, Words } from "./message.ts";
import type { Dates } from "./when.ts";

/** `尊敬的王女士：`; without a name, or with an erased one, a neutral form. */
export function salutation(complaint: Complaint): Words {
  const told = registeredValue(complaint, "name");
  const name = complaint.registration.anonymous ? undefined : told;
  return { zh: `尊敬的${name ?? "客户"}：您好！`, en: `Dear ${name ?? "customer"}, ` };
}

/** A paragraph to the complainant that begins with the salutation. */
export function greeted(complaint: Complaint, words: Words): Words {
  const { zh, en } = salutation(complaint);
  return { zh: `${zh}${words.zh}`, en: `${en}${words.en}` };
}

/** What the complainant was promised; the desk's own clocks (接单, 方案 …) are its own affair. */
const promised: readonly ClockName[] = ["firstReply", "result", "node"];

/** The promised time nodes (时间节点) still ahead: the first limit of each running clock with its clause. */
export function timeNodes(complaint: Complaint, dates: Dates): FactLine[] {
  return complaint.clocks
    .filter(({ name, stoppedAt }) => stoppedAt === undefined && promised.includes(name))
    .map((clock) => {
      const { zh, en } = clockWords[clock.name];
      const limit = firstLimit(clock);
      const mark = provisionalMark(limit.provisional);
      const clause = basedOn(limit.clause);
      return {
        label: { zh: `${zh}时限`, en: `${capital(en)} by` },
        value: {
          zh: `${dates.at(dueAt(clock))}前${mark.zh}\n${clause.zh}`,
          en: `${dates.en(dueAt(clock))}${mark.en}\n${clause.en}`,
        },
        strong: true,
      };
    });
}

/** A deadline beyond the published holiday notices may still move. */
export function provisionalMark(provisional: boolean): Words {
  return provisional
    ? { zh: "（暂定，以国务院办公厅放假通知为准）", en: " (provisional until the holiday notice)" }
    : { zh: "", en: "" };
}

/** A text that was erased on request stands as such. */
export const ERASED = "（内容已按要求删除 · erased on request）";
