// oxlint-disable no-new -- a construct joins the tree by being made
import { Duration, Stack } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { FilterCriteria, FilterRule, StartingPosition } from "aws-cdk-lib/aws-lambda";
import { ScheduleExpression } from "aws-cdk-lib/aws-scheduler";
import type { Construct } from "constructs";
import { AppFunction } from "../catalogue/app-function.ts";
import type { Settings } from "../catalogue/environment.ts";
import { RecurringSchedule } from "../catalogue/recurring-schedule.ts";
import { DeadLetterQueue } from "../constructs/dead-letter-queue.ts";
import { deskMetric } from "../constructs/desk-metric.ts";
import type { Foundation } from "../constructs/foundation.ts";
import { HumanAlarm } from "../constructs/human-alarm.ts";

/** The clocks: changes of complaints → react → next alarm → alarm, and the sweep that finds what was lost. */
export class ClocksStack extends Stack {
  constructor(scope: Construct, id: string, foundation: Foundation, settings: Settings) {
    super(scope, id);
    const shared = { foundation, settings };
    this.followTheStream(new AppFunction(this, "stream", shared), foundation);
    new AppFunction(this, "react", shared).workOff(foundation, "react", { batchSize: 10 });
    new AppFunction(this, "alarm", shared).workOff(foundation, "alarm", { batchSize: 10 });
    this.sweepRegularly(shared);
  }

  private followTheStream(stream: AppFunction, { stage, topic, table }: Foundation): void {
    const { queue } = new DeadLetterQueue(this, "StreamFailures", {
      name: "stream",
      logicalId: "StreamDeadLetters",
      stage,
      topic,
      humanImpact: {
        zh: "有投诉变更没有送达处理队列，提醒要等巡检补上。",
        en: "Changes of complaints did not reach the react queue; reminders wait for the sweep.",
      },
    });
    stream.lambda.addToRolePolicy(
      new PolicyStatement({ actions: ["sqs:SendMessage"], resources: [queue.queueArn] }),
    );
    if (table.tableStreamArn === undefined) throw new Error("the complaint table has no stream");
    stream.live.addEventSourceMapping("Changes", {
      eventSourceArn: table.tableStreamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      // People give several commands in a row: what they write within a second is reacted to once (ADR 0011).
      maxBatchingWindow: Duration.seconds(1),
      // Complaints, groups, emergency events and submissions; notices, counters and the rest cause nothing.
      filters: [
        FilterCriteria.filter({ dynamodb: { Keys: { sk: { S: FilterRule.isEqual("DOC") } } } }),
        FilterCriteria.filter({ dynamodb: { Keys: { sk: { S: FilterRule.beginsWith("GROUP#") } } } }),
        FilterCriteria.filter({ dynamodb: { Keys: { sk: { S: FilterRule.isEqual("EMERGENCY") } } } }),
        FilterCriteria.filter({ dynamodb: { Keys: { sk: { S: FilterRule.beginsWith("SUBMISSION#") } } } }),
      ],
      bisectBatchOnError: true,
      retryAttempts: 20,
      maxRecordAge: Duration.hours(12),
      reportBatchItemFailures: true,
      // SqsDlq would also grant reading the queue's attributes.
      onFailure: { bind: () => ({ destination: queue.queueArn }) },
    });
    new HumanAlarm(this, "StreamLate", {
      name: "stream-late",
      stageName: stage.name,
      topic,
      humanImpact: {
        zh: "投诉变更的处理积压两分钟以上，提醒和通知整体延迟。",
        en: "Changes of complaints wait for more than two minutes; all reminders and notices are delayed.",
      },
      metric: stream.lambda.metric("IteratorAge", { period: Duration.minutes(1), statistic: "Maximum" }),
      threshold: Duration.minutes(2).toMilliseconds(),
      periods: { of: 3, breaching: 3 },
    });
  }

  private sweepRegularly(shared: { readonly foundation: Foundation; readonly settings: Settings }): void {
    const { stage, topic } = shared.foundation;
    const { queue } = new DeadLetterQueue(this, "SweepFailures", {
      name: "sweep",
      logicalId: "SweepDeadLetters",
      stage,
      topic,
      humanImpact: {
        zh: "巡检没有启动，丢失的时限和邮件没有补上。",
        en: "A sweep did not start; lost deadlines and mails were not made good.",
      },
    });
    const sweep = new AppFunction(this, "sweep", shared);
    // The next run is the retry; Lambda's own retries would run beside it.
    sweep.live.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.minutes(5) });
    new RecurringSchedule(this, "EveryFiveMinutes", {
      description: "Jiesu sweep: finds alarms, reactions and raw mails that were lost on the way",
      expression: ScheduleExpression.rate(Duration.minutes(5)),
      target: sweep,
      kind: "sweep",
      giveUpAfter: Duration.minutes(5),
      deadLetters: queue,
    });
    this.watchSweep(shared.foundation, sweep);
    this.watchWhatSweepFinds(shared.foundation);
  }

  private watchSweep({ stage, topic }: Foundation, sweep: AppFunction): void {
    new HumanAlarm(this, "SweepSilent", {
      name: "sweep-silent",
      stageName: stage.name,
      topic,
      humanImpact: {
        zh: "巡检一刻钟没有运行，丢失的时限和邮件没有人补上，也没有别的告警会响。",
        en: "The sweep has not run for a quarter of an hour: nothing makes lost deadlines and mails good, and no other alarm would say so.",
      },
      metric: sweep.lambda.metricInvocations({ period: Duration.minutes(5), statistic: "Sum" }),
      threshold: 1,
      silent: true,
      periods: { of: 3, breaching: 3 },
    });
    new HumanAlarm(this, "Rescues", {
      name: "sweep-rescues",
      stageName: stage.name,
      topic,
      humanImpact: {
        zh: "巡检多次补救了迟到的时限，部分提醒晚了几分钟。",
        en: "The sweep had to rescue deadlines repeatedly; some reminders came minutes late.",
      },
      metric: deskMetric(stage.name, "SweepRescues"),
      threshold: 1,
      periods: { of: 3, breaching: 2 },
    });
  }

  private watchWhatSweepFinds({ stage, topic }: Foundation): void {
    new HumanAlarm(this, "HolidayNotice", {
      name: "holiday-notice-missing",
      stageName: stage.name,
      topic,
      humanImpact: {
        zh: "明年的放假通知还没有录入，跨年的期限只是暂定，可能算错。",
        en: "Next year's holiday notice is not entered; deadlines beyond New Year are provisional and may be wrong.",
      },
      metric: deskMetric(stage.name, "HolidayNoticeMissing"),
      threshold: 1,
      // The rules are looked at every half hour.
      periods: { of: 6, breaching: 1 },
    });
    new HumanAlarm(this, "PutAside", {
      name: "put-aside",
      stageName: stage.name,
      topic,
      humanImpact: {
        zh: "有投诉一整天的补救都没有成功，系统已搁置，它的时限只能靠人盯。",
        en: "A day of rescues did not help a complaint and it was set aside; only people can watch its deadlines now.",
      },
      metric: deskMetric(stage.name, "PutAside"),
      threshold: 1,
    });
    new HumanAlarm(this, "UnusualReading", {
      name: "unusual-reading",
      stageName: stage.name,
      topic,
      humanImpact: {
        zh: "有人一小时内查看了 200 件投诉的个人信息，可能是批量抄录，也可能账号被他人使用。",
        en: "Somebody was shown the personal data of 200 complaints within an hour: copying on a large scale, or an account in other hands.",
      },
      metric: deskMetric(stage.name, "UnusualReading"),
      threshold: 1,
    });
    new HumanAlarm(this, "NearBound", {
      name: "documents-near-bound",
      stageName: stage.name,
      topic,
      humanImpact: {
        zh: "有投诉（或群体、事件、上报）的内容接近存储上限，再长大一倍就无法办理，需要人工查看。",
        en: "A complaint, group, event or submission nears the size that can be stored; at twice its size no command would work.",
      },
      metric: deskMetric(stage.name, "DocumentsNearBound"),
      threshold: 1,
    });
  }
}
