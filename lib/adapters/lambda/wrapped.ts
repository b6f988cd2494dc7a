import { injectLambdaContext } from "@aws-lambda-powertools/logger/middleware";
import { logMetrics } from "@aws-lambda-powertools/metrics/middleware";
import middy from "@middy/core";
import type { Context } from "aws-lambda";
import { logger, metrics } from "../telemetry.ts";

/** The house's middy stack for everything that is not HTTP: request ids on every log line, metrics flushed at the end. */
export function wrapped<E, R>(handler: (event: E, context: Context) => Promise<R>) {
  return middy<E, R>()
    .use(injectLambdaContext(logger, { logEvent: false, clearState: true }))
    .use(logMetrics(metrics, { captureColdStartMetric: false }))
    .handler(handler);
}
