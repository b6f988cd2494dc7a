import { type Telemetry } from "../../../lib/app/ports/telemetry.ts";

/** Counts by metric and keeps the error lines. */
export class MemoryTelemetry implements Telemetry {
  readonly counts: Record<string, number> = {};
  readonly errors: string[] = [];
  count(metric: string, value = 1) {
    this.counts[metric] = (this.counts[metric] ?? 0) + value;
  }
  info() {}
  error(message: string) {
    this.errors.push(message);
  }
}
