// oxlint-disable no-new -- a construct joins the tree by being made
import { Duration, RemovalPolicy, Validations } from "aws-cdk-lib";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { StageSettings } from "../stages/stage.ts";
import { HumanAlarm, type HumanImpact } from "./human-alarm.ts";
import { fixLogicalId } from "./logical-id.ts";

export interface DeadLetterQueueProps {
  /** kebab-case; the alarm is NAME-dead-letters. */
  readonly name: string;
  readonly logicalId: string;
  readonly stage: StageSettings;
  readonly topic: ITopic;
  readonly humanImpact: HumanImpact;
}

/** Work that failed for good. One message is one too many, so the first raises an alarm; kept 14 days. */
export class DeadLetterQueue extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, props: DeadLetterQueueProps) {
    super(scope, id);
    this.queue = fixLogicalId(
      new Queue(this, "Queue", {
        encryption: QueueEncryption.SQS_MANAGED,
        enforceSSL: true,
        retentionPeriod: Duration.days(14),
        removalPolicy: props.stage.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      }),
      props.logicalId,
    );
    Validations.of(this.queue).acknowledge({
      id: "AwsSolutions-SQS3",
      reason: "This is a dead-letter queue; the rule does not see those of event sources and schedules.",
    });
    new HumanAlarm(this, "NotEmpty", {
      name: `${props.name}-dead-letters`,
      stageName: props.stage.name,
      topic: props.topic,
      humanImpact: props.humanImpact,
      metric: this.queue.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(5),
        statistic: "Maximum",
      }),
      threshold: 1,
    });
  }
}
