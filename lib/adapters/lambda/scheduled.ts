import type { Context } from "aws-lambda";
import type { Ports } from "../../app/ports/index.ts";
import { loading } from "../runtime/loading.ts";
import { wrapped } from "./wrapped.ts";

/**
 * A function that a recurring schedule starts; the event says nothing that the clock does not. Work that found nothing
 * leaves no line: that it ran stands in Lambda's own report and metrics.
 */
export function scheduled(load: () => Promise<Ports>, work: (ports: Ports) => Promise<object>) {
  const ports = loading(load);
  return wrapped(async (_event: unknown, _context: Context): Promise<void> => {
    const ready = await ports();
    const result = await work(ready);
    const hasFound = Object.values(result).some((value) => value !== 0);
    if (hasFound) ready.telemetry.info("scheduled work done", { ...result });
  });
}
