import type { Complaint } from "../../domain/complaint/document.ts";
import type { Fact } from "../../domain/complaint/events.ts";
import type { Names } from "./holders.ts";
import { sentenceOf } from "./sentences.ts";
import type { Dates } from "./when.ts";

const MAX_LINES = 10;

/** Events that say nothing to a manager who has a minute. */
const untold: ReadonlySet<Fact["type"]> = new Set([
  "clockStarted",
  "clockStopped",
  "clockRetimed",
  "noted",
  "erased",
  "hinted",
]);

/** What was done so far, newest last: one line per event a manager cares about, no free text. */
export function historyLines(complaint: Complaint, names: Names, dates: Dates): string[] {
  const lines = complaint.events
    .filter(({ fact }) => !untold.has(fact.type))
    .map((event) => `${dates.at(event.occurredAt)}　${sentenceOf(event.fact, names, dates).zh}`);
  if (lines.length <= MAX_LINES) return lines;
  const [first = "", ...rest] = lines;
  const left = rest.length - (MAX_LINES - 1);
  return [first, `……（中间${left}条略）`, ...rest.slice(left)];
}
