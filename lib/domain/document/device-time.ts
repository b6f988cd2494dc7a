import { type Instant, millisecondsOf, plusSeconds } from "../time/instant.ts";
import type { DeviceTime } from "./event.ts";

const second = 1000;

/** What a device's time comes to once its clock is compared with ours. */
export interface ReadDeviceTime {
  /** Seconds by which the device's clock was ahead of ours when it sent; negative: behind. A slow network counts as behind. */
  readonly aheadBySeconds: number;
  /** When it happened by our clock, if the device's clock was not set anew in between. */
  readonly happenedAt: Instant;
}

/** Reads what a device said of its time against the moment at which we recorded it. */
export function readDeviceTime({ at, sentAt }: DeviceTime, recordedAt: Instant): ReadDeviceTime {
  const waitedSeconds = (millisecondsOf(sentAt) - millisecondsOf(at)) / second;
  return {
    aheadBySeconds: Math.round((millisecondsOf(sentAt) - millisecondsOf(recordedAt)) / second),
    happenedAt: plusSeconds(recordedAt, -Math.max(0, waitedSeconds)),
  };
}
