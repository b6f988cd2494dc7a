import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import type { Telemetry } from "../../app/ports/telemetry.ts";
import {
  FUNCTION_DIMENSION,
  METRIC_NAMESPACE,
  METRIC_SERVICE,
  STAGE_DIMENSION,
  WORK_FAILED,
} from "../../config/metrics.ts";
import { withoutPhones } from "../../domain/organisation/free-text.ts";
import { sourceStack } from "./source-stack.ts";

export const logger = new Logger({ serviceName: METRIC_SERVICE });
export const metrics = new Metrics({
  namespace: METRIC_NAMESPACE,
  serviceName: METRIC_SERVICE,
  // Every function has it among its settings; an operator's tool counts for no stage.
  defaultDimensions: { [STAGE_DIMENSION]: process.env["STAGE"] ?? "none" },
});

/** Logs and counts for people: structured lines, metrics in the embedded format, flushed by the function's wrapper. */
export const telemetry: Telemetry = {
  count(metric, value = 1) {
    metrics.addMetric(metric, MetricUnit.Count, value);
  },
  info(message, facts) {
    logger.info(message, { facts });
  },
  error: told,
  failed(message, facts, cause) {
    told(message, facts, cause);
    // Written at once, a line of its own: whatever happens to the function afterwards, this is counted.
    metrics
      .singleMetric()
      .addDimension(FUNCTION_DIMENSION, process.env["AWS_LAMBDA_FUNCTION_NAME"] ?? "none")
      .addMetric(WORK_FAILED, MetricUnit.Count, 1);
  },
};

function told(message: string, facts: Readonly<Record<string, unknown>>, cause?: unknown): void {
  logger.error(message, cause instanceof Error ? { facts, error: withoutContacts(cause) } : { facts, cause });
}

/** How deep causes of causes are looked through. */
const DEEPEST = 5;

/**
 * The error as a log may hold it: servers quote numbers and addresses in what they answer, so those are masked, in the causes too.
 * Logs hold ids and counts, and nobody's contact.
 */
function withoutContacts(error: Error, depth = 0): Error {
  const safe = new Error(withoutPhones(error.message));
  safe.name = error.name;
  if (error.stack !== undefined) safe.stack = withoutPhones(sourceStack(error.stack));
  if (error.cause instanceof Error && depth < DEEPEST) safe.cause = withoutContacts(error.cause, depth + 1);
  return safe;
}
