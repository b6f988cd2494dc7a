import type { Level, RecordKind } from "./events.ts";

/** A–C are complaints, D–E are opinions: level and kind must agree (D11). */
export function levelFits(kind: RecordKind, level: Level): boolean {
  return level <= "C" === (kind !== "opinion");
}
