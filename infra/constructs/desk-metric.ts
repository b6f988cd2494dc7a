import { Duration } from "aws-cdk-lib";
import { type IMetric, MathExpression, Metric } from "aws-cdk-lib/aws-cloudwatch";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import {
  FUNCTION_DIMENSION,
  METRIC_NAMESPACE,
  METRIC_SERVICE,
  type metricMeanings,
  STAGE_DIMENSION,
  WORK_FAILED,
} from "../../lib/config/metrics.ts";

/** Sum: how many. Average: of a count that is 0 or 1 each time, the share. */
export type DeskStatistic = "Sum" | "Average";

const dimensionsOf = (stageName: string) => ({ service: METRIC_SERVICE, [STAGE_DIMENSION]: stageName });

/** A count that a stage's functions write themselves (lib/config/metrics.ts), over five minutes unless said otherwise. */
export function deskMetric(
  stageName: string,
  metricName: keyof typeof metricMeanings,
  { statistic = "Sum", period = Duration.minutes(5) }: { statistic?: DeskStatistic; period?: Duration } = {},
): Metric {
  return new Metric({
    namespace: METRIC_NAMESPACE,
    metricName,
    dimensionsMap: dimensionsOf(stageName),
    period,
    statistic,
  });
}

/** What failed in a function in a period: its own failures as Lambda counts them, and the work it says it could not do. */
export function failuresOf(stageName: string, lambda: LambdaFunction, period: Duration): IMetric {
  const dimensionsMap = { ...dimensionsOf(stageName), [FUNCTION_DIMENSION]: lambda.functionName };
  const failed = new Metric({
    namespace: METRIC_NAMESPACE,
    metricName: WORK_FAILED,
    dimensionsMap,
    period,
    statistic: "Sum",
  });
  const usingMetrics = { errors: lambda.metricErrors({ period, statistic: "Sum" }), failed };
  return new MathExpression({
    expression: "FILL(errors, 0) + FILL(failed, 0)",
    usingMetrics,
    period,
    label: "failures",
  });
}
