import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import type { Telemetry } from "../../app/ports/telemetry.ts";
import { METRIC_NAMESPACE, METRIC_SERVICE } from "../../config/metrics.ts";

export const logger = new Logger({ serviceName: METRIC_SERVICE });
export const metrics = new Metrics({ namespace: METRIC_NAMESPACE, serviceName: METRIC_SERVICE });

/** Logs and counts for people: structured lines, metrics in the embedded format, flushed by the function's wrapper. */
export const telemetry: Telemetry = {
  count(metric, value = 1) {
    metrics.addMetric(metric, MetricUnit.Count, value);
  },
  info(message, facts) {
    logger.info(message, { facts });
  },
  error(message, facts, cause) {
    logger.error(message, cause instanceof Error ? { facts, error: cause } : { facts, cause });
  },
};
