import { injectLambdaContext } from "@aws-lambda-powertools/logger/middleware";
import middy from "@middy/core";
import type { Context } from "aws-lambda";
import { logger, metrics } from "../runtime/telemetry.ts";
import { rereadSecrets } from "../secrets/live-ring.ts";

/** The house's middy stack for everything that is not HTTP: request ids on every log line, metrics flushed at the end. */
export function wrapped<E, R>(handler: (event: E, context: Context) => Promise<R>) {
  return middy<E, R>()
    .use(injectLambdaContext(logger, { logEvent: false, clearState: true }))
    .use({ before: rereadSecrets, after: flushMetrics, onError: flushMetrics })
    .handler(handler);
}

/** Most invocations count nothing; publishing then would log a warning each time. */
function flushMetrics(): void {
  if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
}
