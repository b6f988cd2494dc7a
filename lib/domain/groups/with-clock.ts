import { type Clock, type ClockKey, isSameClock } from "../clocks/clock.ts";
import type { Group } from "./group.ts";

/** The group with one of its clocks changed. */
export function withClock(group: Group, key: ClockKey, change: (clock: Clock) => Clock): Group {
  return {
    ...group,
    clocks: group.clocks.map((clock) => (isSameClock(clock, key) ? change(clock) : clock)),
  };
}
