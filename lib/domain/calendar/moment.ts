import { Temporal } from "temporal-polyfill";

/**
 * An instant split so that arithmetic on opening hours stays in exact integers: `sec` whole epoch seconds
 * (floored), `nano` 0…999,999,999. Zone offsets and opening hours are whole seconds; instants need not be.
 */
export type Moment = { readonly sec: number; readonly nano: number };

export const NANOS_PER_SECOND = 1_000_000_000n;

export function toMoment(instant: Temporal.Instant): Moment {
  return momentOf(instant.epochNanoseconds);
}

export function momentOf(epochNanoseconds: bigint): Moment {
  const rest = epochNanoseconds % NANOS_PER_SECOND;
  const nano = rest < 0n ? rest + NANOS_PER_SECOND : rest;
  return { sec: Number((epochNanoseconds - nano) / NANOS_PER_SECOND), nano: Number(nano) };
}

export function nanosOf(moment: Moment): bigint {
  return BigInt(moment.sec) * NANOS_PER_SECOND + BigInt(moment.nano);
}

export function toInstant(moment: Moment): Temporal.Instant {
  return Temporal.Instant.fromEpochNanoseconds(nanosOf(moment));
}

/** A non-negative, finite number of seconds as nanoseconds. */
export function secondsToNanos(seconds: number): bigint {
  const whole = Math.trunc(seconds);
  return BigInt(whole) * NANOS_PER_SECOND + BigInt(Math.round((seconds - whole) * 1e9));
}

/** Seconds, with the fraction; the inverse of `secondsToNanos` to the precision of a number. */
export function nanosToSeconds(nanos: bigint): number {
  return Number(nanos / NANOS_PER_SECOND) + Number(nanos % NANOS_PER_SECOND) / 1e9;
}
