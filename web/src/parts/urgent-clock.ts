import type { components } from "../api/schema.ts";

export type ClockView = components["schemas"]["Clock"];

/** The running clock that falls due first; one that stands only where nothing else runs. */
export function urgentClock(clocks: readonly ClockView[]): ClockView | undefined {
  const open = clocks.filter((clock) => clock.stoppedAt === undefined);
  const running = open.filter((clock) => clock.pausedSince === undefined);
  return (running.length > 0 ? running : open).toSorted((a, b) => a.dueAt.localeCompare(b.dueAt))[0];
}
