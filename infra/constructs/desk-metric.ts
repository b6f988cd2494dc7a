import { Duration } from "aws-cdk-lib";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import { METRIC_NAMESPACE, METRIC_SERVICE, type metricMeanings } from "../../lib/config/metrics.ts";

/** Sum: how many. Average: of a count that is 0 or 1 each time, the share. */
export type DeskStatistic = "Sum" | "Average";

/** A count that functions write themselves (lib/config/metrics.ts), over five minutes unless said otherwise. */
export function deskMetric(
  metricName: keyof typeof metricMeanings,
  { statistic = "Sum", period = Duration.minutes(5) }: { statistic?: DeskStatistic; period?: Duration } = {},
): Metric {
  return new Metric({
    namespace: METRIC_NAMESPACE,
    metricName,
    dimensionsMap: { service: METRIC_SERVICE },
    period,
    statistic,
  });
}
