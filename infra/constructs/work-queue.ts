// oxlint-disable no-new -- a construct joins the tree by being made
import { Duration, RemovalPolicy } from "aws-cdk-lib";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { StageSettings } from "../stages/stage.ts";
import { DeadLetterQueue } from "./dead-letter-queue.ts";
import { HumanAlarm, type HumanImpact } from "./human-alarm.ts";
import { fixLogicalId } from "./logical-id.ts";

export interface WorkQueueProps {
  /** kebab-case; the alarms are NAME-queue-late and NAME-queue-dead-letters. */
  readonly name: string;
  /** Prefix of the fixed logical ids: PREFIXQueue and PREFIXDeadLetters. */
  readonly logicalIdPrefix: string;
  readonly stage: StageSettings;
  readonly topic: ITopic;
  /** Timeout of the function that works the queue off. */
  readonly consumerTimeout: Duration;
  /** The oldest message may be this old before people are called. */
  readonly lateAfter: Duration;
  readonly whenLate: HumanImpact;
  readonly whenDead: HumanImpact;
}

/** A queue as it must be here: encrypted, TLS only, with a dead-letter queue and alarms on age and dead letters. */
export class WorkQueue extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    const { stage, topic } = props;
    const dead = new DeadLetterQueue(this, "DeadLetters", {
      name: `${props.name}-queue`,
      logicalId: `${props.logicalIdPrefix}DeadLetters`,
      stage,
      topic,
      humanImpact: props.whenDead,
    });
    this.queue = fixLogicalId(
      new Queue(this, "Queue", {
        encryption: QueueEncryption.SQS_MANAGED,
        enforceSSL: true,
        // Six times the consumer's timeout: Lambda's own rule, so that a throttled batch is not delivered twice.
        visibilityTimeout: Duration.seconds(6 * props.consumerTimeout.toSeconds()),
        // Shorter than the dead letters' 14 days, because a moved message keeps its age.
        retentionPeriod: Duration.days(4),
        deadLetterQueue: { queue: dead.queue, maxReceiveCount: 5 },
        removalPolicy: stage.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      }),
      `${props.logicalIdPrefix}Queue`,
    );
    new HumanAlarm(this, "Late", {
      name: `${props.name}-queue-late`,
      stageName: stage.name,
      topic,
      humanImpact: props.whenLate,
      metric: this.queue.metricApproximateAgeOfOldestMessage({
        period: Duration.minutes(1),
        statistic: "Maximum",
      }),
      threshold: props.lateAfter.toSeconds(),
      periods: { of: 3, breaching: 3 },
    });
  }
}
