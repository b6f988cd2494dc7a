import { Temporal } from "temporal-polyfill";
import type { QuietHours } from "../policy/policy.ts";

/**
 * Shifts a rung out of the quiet hours: to their end, or, for a reminder whose limit falls soon after them, to their
 * start (handbook 1, quiet hours `default`). Quiet hours move the rung's instant, never the message.
 */
export function outsideQuietHours(
  at: Temporal.Instant,
  rung: { readonly kind: "reminder" | "escalation"; readonly limit: Temporal.Instant },
  quiet: QuietHours,
  timeZone: string,
): Temporal.Instant {
  const span = quietSpanAround(at, quiet, timeZone);
  if (span === undefined) return at;
  const soon = span.end.add({ minutes: quiet.earlyIfDueWithinMinutes });
  const early = rung.kind === "reminder" && Temporal.Instant.compare(rung.limit, soon) <= 0;
  return early ? span.start : span.end;
}

/** The quiet hours that contain `at` (half-open), or undefined. */
function quietSpanAround(at: Temporal.Instant, quiet: QuietHours, timeZone: string) {
  const today = at.toZonedDateTimeISO(timeZone).toPlainDate();
  for (const evening of [today.subtract({ days: 1 }), today]) {
    const start = evening.toZonedDateTime({ timeZone, plainTime: quiet.from }).toInstant();
    const sameDay = Temporal.PlainTime.compare(quiet.from, quiet.to) < 0;
    const morning = sameDay ? evening : evening.add({ days: 1 });
    const end = morning.toZonedDateTime({ timeZone, plainTime: quiet.to }).toInstant();
    if (Temporal.Instant.compare(start, at) <= 0 && Temporal.Instant.compare(at, end) < 0)
      return { start, end };
  }
  return undefined;
}
