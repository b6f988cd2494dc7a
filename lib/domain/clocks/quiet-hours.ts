import { Temporal } from "temporal-polyfill";
import type { WorkingCalendar } from "../calendar/index.ts";
import { wallSpanAround } from "../calendar/wall-span.ts";
import type { QuietHours, RungKind } from "../policy/policy.ts";

/**
 * Shifts a rung out of the quiet hours: to their end, or, for a reminder whose limit falls soon after them, to their
 * start (quiet hours are `default`). Quiet hours move the rung's instant, never the message.
 */
export function outsideQuietHours(
  at: Temporal.Instant,
  rung: { readonly kind: RungKind; readonly limit: Temporal.Instant },
  quiet: QuietHours,
  calendar: WorkingCalendar,
): Temporal.Instant {
  const span = wallSpanAround(calendar, at, quiet);
  if (span === undefined) return at;
  const soon = span.end.add({ minutes: quiet.earlyIfDueWithinMinutes });
  const early = rung.kind === "reminder" && Temporal.Instant.compare(rung.limit, soon) <= 0;
  return early ? span.start : span.end;
}
