// oxlint-disable no-new -- a construct joins the tree by being made
import { Duration, Stack, TimeZone } from "aws-cdk-lib";
import { ScheduleExpression } from "aws-cdk-lib/aws-scheduler";
import type { Construct } from "constructs";
import { AppFunction } from "../catalogue/app-function.ts";
import type { Settings } from "../catalogue/environment.ts";
import { RecurringSchedule } from "../catalogue/recurring-schedule.ts";
import { DeadLetterQueue } from "../constructs/dead-letter-queue.ts";
import type { Foundation } from "../constructs/foundation.ts";

/**
 * Each night at 02:00 Shanghai time report-start looks whether a month has ended and what subscribers take → one message per
 * project → report-build. Each day at 18:00 it looks whether it is the bulletin's day.
 */
export class ReportsStack extends Stack {
  constructor(scope: Construct, id: string, foundation: Foundation, settings: Settings) {
    super(scope, id);
    const { stage, topic } = foundation;
    const { queue } = new DeadLetterQueue(this, "StartFailures", {
      name: "report-start",
      logicalId: "ReportStartDeadLetters",
      stage,
      topic,
      humanImpact: {
        zh: "本月月报的启动丢失了，不补做总部就没有月报。",
        en: "This month's report run was lost; without a repeat headquarters has no report.",
      },
    });
    const start = new AppFunction(this, "report-start", { foundation, settings, deadLetters: queue });
    new RecurringSchedule(this, "Monthly", {
      description: "Jiesu report of the month that has ended, and what subscribers take each day and week",
      expression: ScheduleExpression.cron({ minute: "0", hour: "2", timeZone: TimeZone.ASIA_SHANGHAI }),
      target: start,
      kind: "monthly-report",
      giveUpAfter: Duration.hours(12),
      deadLetters: queue,
    });
    new RecurringSchedule(this, "Bulletin", {
      description: "Jiesu bulletin on its working day, with what projects submitted by then",
      expression: ScheduleExpression.cron({ minute: "0", hour: "18", timeZone: TimeZone.ASIA_SHANGHAI }),
      target: start,
      kind: "bulletin",
      giveUpAfter: Duration.hours(12),
      deadLetters: queue,
    });
    // Few at once: a month's run must not take the table's capacity from the people who handle complaints.
    new AppFunction(this, "report-build", { foundation, settings }).workOff(foundation, "report", {
      batchSize: 1,
      maxConcurrency: 5,
    });
  }
}
