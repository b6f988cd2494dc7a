// oxlint-disable no-new -- a construct joins the tree by being made
import { Duration, Stack } from "aws-cdk-lib";
import { ScheduleExpression } from "aws-cdk-lib/aws-scheduler";
import type { Construct } from "constructs";
import { AppFunction } from "../catalogue/app-function.ts";
import type { Settings } from "../catalogue/environment.ts";
import { RecurringSchedule } from "../catalogue/recurring-schedule.ts";
import { DeadLetterQueue } from "../constructs/dead-letter-queue.ts";
import type { Foundation } from "../constructs/foundation.ts";

/** The daily digest of all histories, which `npm run audit` holds them against. */
export class DigestStack extends Stack {
  constructor(scope: Construct, id: string, foundation: Foundation, settings: Settings) {
    super(scope, id);
    const { stage, topic } = foundation;
    const { queue } = new DeadLetterQueue(this, "DigestFailures", {
      name: "digest",
      logicalId: "DigestDeadLetters",
      stage,
      topic,
      humanImpact: {
        zh: "当天的历史摘要没有开始写。",
        en: "The run that writes the day's digest of all histories did not start.",
      },
    });
    const digest = new AppFunction(this, "digest", { foundation, settings });
    // The next hour is the retry.
    digest.lambda.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.hours(1) });
    new RecurringSchedule(this, "EveryHour", {
      description: "Jiesu digest: what stands at the end of every history, once a day under a lock",
      expression: ScheduleExpression.rate(Duration.hours(1)),
      target: digest,
      kind: "digest",
      giveUpAfter: Duration.hours(1),
      deadLetters: queue,
    });
  }
}
