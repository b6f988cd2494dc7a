import { dueAt } from "../../domain/clocks/clock.ts";
import { type Complaint, registeredValue } from "../../domain/complaint/document.ts";
import type { FactLine } from "./message.ts";
import { clauseName, clockNames } from "./names.ts";
import type { Dates } from "./when.ts";

/** `尊敬的王女士：`; without a name, or with an erased one, a neutral form. */
export function salutation(complaint: Complaint): string {
  const name = registeredValue(complaint, "name");
  return `尊敬的${name === undefined || complaint.registration.anonymous ? "客户" : name}：`;
}

/** The time nodes (时间节点) still ahead: the first limit of each running clock with its clause. */
export function timeNodes(complaint: Complaint, dates: Dates): FactLine[] {
  return complaint.clocks
    .filter((clock) => clock.stoppedAt === undefined)
    .map((clock) => ({
      label: {
        zh: `${clockNames[clock.name].zh}时限`,
        en: clock.name === "firstReply" ? "First reply by" : "Result by",
      },
      value: `${dates.at(dueAt(clock))}前${provisionalMark(clock.limits[0]?.provisional ?? false)}\n依据${clauseName(clock.limits[0]?.clause ?? "")}`,
      strong: true,
    }));
}

/** A deadline beyond the published holiday notices may still move. */
export function provisionalMark(provisional: boolean): string {
  return provisional ? "（暂定，以国务院办公厅放假通知为准）" : "";
}
