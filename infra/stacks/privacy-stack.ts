// oxlint-disable no-new -- a construct joins the tree by being made
import { Duration, Stack } from "aws-cdk-lib";
import { ScheduleExpression } from "aws-cdk-lib/aws-scheduler";
import type { Construct } from "constructs";
import { AppFunction } from "../catalogue/app-function.ts";
import type { Settings } from "../catalogue/environment.ts";
import { RecurringSchedule } from "../catalogue/recurring-schedule.ts";
import { DeadLetterQueue } from "../constructs/dead-letter-queue.ts";
import type { Foundation } from "../constructs/foundation.ts";

/** Copies and erasures that people ask for, and the nightly run that removes what is kept no longer. */
export class PrivacyStack extends Stack {
  constructor(scope: Construct, id: string, foundation: Foundation, settings: Settings) {
    super(scope, id);
    const { stage, topic } = foundation;
    const { queue } = new DeadLetterQueue(this, "PrivacyFailures", {
      name: "privacy",
      logicalId: "PrivacyDeadLetters",
      stage,
      topic,
      humanImpact: {
        zh: "个人信息的例行办理没有启动，副本、删除和到期清除都在等。",
        en: "The run that looks after personal data did not start; copies, erasures and removals wait.",
      },
    });
    const privacy = new AppFunction(this, "privacy", { foundation, settings });
    // The next run is the retry: two of them would only do the same twice.
    privacy.lambda.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.minutes(15) });
    new RecurringSchedule(this, "EveryQuarterHour", {
      description: "Jiesu personal data: copies, erasures, and at night what is kept no longer",
      expression: ScheduleExpression.rate(Duration.minutes(15)),
      target: privacy,
      kind: "privacy",
      giveUpAfter: Duration.minutes(15),
      deadLetters: queue,
    });
  }
}
