import type { DocumentFrame } from "../../app/ports/document-input.ts";
import { fromInstant } from "../../domain/time/instant.ts";
import { editionStageWords } from "../../domain/words/editions.ts";

type Frame = Pick<DocumentFrame, "asOf" | "recordedUntil" | "timeZone" | "edition" | "stage">;

/** `第2版（通报版）：收录至2026年4月9日 18:00的登记，反映截止时的状态`; undefined where nothing more is known than the cut-off. */
export function recordedUntilWords(frame: Frame): string | undefined {
  const { asOf, recordedUntil = asOf, edition, stage, timeZone } = frame;
  if (edition === undefined && recordedUntil === asOf) return undefined;
  const kind = stage === undefined ? "" : `（${editionStageWords[stage].zh}）`;
  const which = edition === undefined ? "" : `第${edition}版${kind}：`;
  return `${which}收录至${momentWords(recordedUntil, timeZone)}的登记，反映截止时的状态`;
}

/** `2026年4月9日 18:00` */
export function momentWords(instant: string, timeZone: string): string {
  const { year, month, day, hour, minute } = fromInstant(instant).toZonedDateTimeISO(timeZone);
  return `${year}年${month}月${day}日 ${two(hour)}:${two(minute)}`;
}

/** What people call the zone. */
export function zoneWords(timeZone: string): string {
  return timeZone === "Asia/Shanghai" ? "北京时间" : timeZone;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
