import { Duration } from "aws-cdk-lib";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import type { metricMeanings } from "../../lib/adapters/runtime/telemetry.ts";

/** Sum: how many. Average: of a count that is 0 or 1 each time, the share. */
export type DeskStatistic = "Sum" | "Average";

/** A count that functions write themselves (lib/adapters/runtime/telemetry.ts), over five minutes unless said otherwise. */
export function deskMetric(
  metricName: keyof typeof metricMeanings,
  { statistic = "Sum", period = Duration.minutes(5) }: { statistic?: DeskStatistic; period?: Duration } = {},
): Metric {
  return new Metric({
    namespace: "Jiesu",
    metricName,
    dimensionsMap: { service: "jiesu" },
    period,
    statistic,
  });
}
