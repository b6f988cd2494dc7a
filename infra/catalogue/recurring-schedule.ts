import { Aws, type Duration } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Schedule, type ScheduleExpression, ScheduleTargetInput } from "aws-cdk-lib/aws-scheduler";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { AppFunction } from "./app-function.ts";

export interface RecurringScheduleProps {
  readonly description: string;
  readonly expression: ScheduleExpression;
  readonly target: AppFunction;
  /** Default true. */
  readonly enabled?: boolean;
  /** The function gets `{kind}` as its event; the instant is its own clock's. */
  readonly kind: string;
  /** An invocation older than this is not worth making any more. */
  readonly giveUpAfter: Duration;
  /** Takes the runs that could not be started. */
  readonly deadLetters: IQueue;
}

/** Starts a function again and again through a role that may do nothing else. */
export class RecurringSchedule extends Construct {
  constructor(scope: Construct, id: string, props: RecurringScheduleProps) {
    super(scope, id);
    const { live: lambda } = props.target;
    const role = new Role(this, "Role", {
      assumedBy: new ServicePrincipal("scheduler.amazonaws.com", {
        conditions: { StringEquals: { "aws:SourceAccount": Aws.ACCOUNT_ID } },
      }),
    });
    role.addToPolicy(
      new PolicyStatement({ actions: ["lambda:InvokeFunction"], resources: [lambda.functionArn] }),
    );
    role.addToPolicy(
      new PolicyStatement({ actions: ["sqs:SendMessage"], resources: [props.deadLetters.queueArn] }),
    );
    const schedule = new Schedule(this, "Schedule", {
      description: props.description,
      schedule: props.expression,
      enabled: props.enabled ?? true,
      // The target of aws-scheduler-targets would also allow every version of the function.
      target: {
        bind: () => ({
          arn: lambda.functionArn,
          role,
          input: ScheduleTargetInput.fromObject({ kind: props.kind }),
          retryPolicy: { maximumEventAgeInSeconds: props.giveUpAfter.toSeconds(), maximumRetryAttempts: 10 },
          deadLetterConfig: { arn: props.deadLetters.queueArn },
        }),
      },
    });
    // The role's policy must be there before the first run.
    schedule.node.addDependency(role);
  }
}
