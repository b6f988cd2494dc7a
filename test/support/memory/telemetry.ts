import { type Telemetry } from "../../../lib/app/ports/telemetry.ts";

/** Counts by metric and keeps the error lines. */
export class MemoryTelemetry implements Telemetry {
  readonly counts: Record<string, number> = {};
  readonly errors: string[] = [];
  count(metric: string, value = 1) {
    this.counts[metric] = (this.counts[metric] ?? 0) + value;
  }
  /** Every line with its facts and cause, as a log would have it. */
  readonly lines: unknown[] = [];
  info(...line: unknown[]) {
    this.lines.push(line);
  }
  failed(message: string, ...more: unknown[]) {
    this.counts["WorkFailed"] = (this.counts["WorkFailed"] ?? 0) + 1;
    this.error(message, ...more);
  }
  error(message: string, ...more: unknown[]) {
    this.errors.push(message);
    this.lines.push([
      message,
      more.map((one) => (one instanceof Error ? `${one.message}${one.stack}` : one)),
    ]);
  }
}
