/** Rescues come after these pauses, in seconds, and then again and again after the last one. */
const PAUSES = [300, 600, 900] as const;
const LAST_PAUSE = 900;
/** What a whole day of rescues did not help is not waiting for the end of an outage. */
const GIVEN_UP_SECONDS = 86_400;

/**
 * How many rescues an alarm may have had when it is so late (in seconds): one at once, then with growing pauses of up to
 * a quarter of an hour, so that an outage is over for everybody within that time of its end.
 */
export function rescuesDue(lateSeconds: number): number {
  let rescues = 1;
  let until = 0;
  for (const pause of PAUSES) {
    until += pause;
    if (lateSeconds < until) return rescues;
    rescues += 1;
  }
  return rescues + Math.floor((lateSeconds - until) / LAST_PAUSE);
}

/** However late, nothing is given up before it has been rescued so often: the sweep itself may have stood still. */
const FEWEST_RESCUES = 5;

/** True once an alarm is so late, and was rescued so often for nothing, that no outage explains it any more. */
export function isHopeless(lateSeconds: number, rescues: number): boolean {
  return lateSeconds >= GIVEN_UP_SECONDS && rescues >= FEWEST_RESCUES;
}
