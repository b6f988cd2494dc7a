import type { Complaint } from "../../domain/complaint/document.ts";
import type { Fact } from "../../domain/complaint/events.ts";
import type { HolderNames } from "./holders.ts";
import type { Words } from "./message.ts";
import { sentenceOf } from "./sentences.ts";
import type { Dates } from "./when.ts";

const MAX_LINES = 10;

/** Events that say nothing to a manager who has a minute. */
const untold: ReadonlySet<Fact["type"]> = new Set([
  "clockStarted",
  "clockStopped",
  "clockRetimed",
  "noted",
  "linkSent",
  "erased",
  "hinted",
]);

/** What was done so far, newest last: one line per event a manager cares about, no free text. */
export function historyLines(complaint: Complaint, names: HolderNames, dates: Dates): Words[] {
  const lines = complaint.events
    .filter(({ fact }) => !untold.has(fact.type) && !isPutOff(fact))
    .map(({ occurredAt, fact }) => {
      const { zh, en } = sentenceOf(fact, names, dates);
      return { zh: `${dates.at(occurredAt)}　${zh}`, en: `${dates.en(occurredAt)} ${en}` };
    });
  const [first, ...rest] = lines;
  if (first === undefined || lines.length <= MAX_LINES) return lines;
  const left = rest.length - (MAX_LINES - 1);
  const skipped = { zh: `……（中间${left}条略）`, en: `… (${left} more in between)` };
  return [first, skipped, ...rest.slice(left)];
}

/** A rung that nobody needed, or the half that the quiet hours left without anybody on duty; the other half tells. */
function isPutOff(fact: Fact): boolean {
  if (fact.type !== "rungDecided") return false;
  return fact.unneeded === true || (fact.audience === "on-duty" && fact.recipients.length === 0);
}
