// oxlint-disable no-new -- a construct joins the tree by being made
import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import {
  Architecture,
  type IFunction,
  Function as LambdaFunction,
  Runtime,
  Tracing,
} from "aws-cdk-lib/aws-lambda";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { type FunctionName, functionVariables, type VariableName } from "../../lib/config/environment.ts";
import { defined } from "../../lib/domain/present.ts";
import { bundle } from "../constructs/bundle.ts";
import { failuresOf } from "../constructs/desk-metric.ts";
import type { Foundation, QueueName } from "../constructs/foundation.ts";
import { GradualShift } from "../constructs/gradual-shift.ts";
import { HumanAlarm } from "../constructs/human-alarm.ts";
import { pascalCase } from "../constructs/logical-id.ts";
import type { Settings } from "./environment.ts";
import { type FunctionProfile, functionProfiles } from "./functions.ts";
import { allow } from "./permissions.ts";

export interface AppFunctionProps {
  readonly foundation: Foundation;
  readonly settings: Settings;
  /** Takes the event of an asynchronous invocation that failed for good. */
  readonly deadLetters?: IQueue;
}

/**
 * One Lambda function: `functions/NAME.ts` bundled whole, with exactly the settings lib/config names, exactly the
 * permissions infra/catalogue/grants.ts lists, its own log group and an alarm on its errors.
 *
 * Tracing is off: every log line carries the trace id already, and X-Ray would need a grant on every resource.
 */
export class AppFunction extends Construct {
  readonly name: FunctionName;
  readonly lambda: LambdaFunction;
  /** What callers call: the function, or the release of it that they are to get. */
  readonly live: IFunction;

  constructor(scope: Construct, name: FunctionName, props: AppFunctionProps) {
    super(scope, pascalCase(name));
    this.name = name;
    const { stage, topic } = props.foundation;
    const profile: FunctionProfile = functionProfiles[name];
    const logGroup = new LogGroup(this, "Log", {
      retention: stage.logRetentionDays,
      removalPolicy: stage.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    const role = new Role(this, "Role", { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
    role.addToPolicy(
      new PolicyStatement({
        actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
        resources: [logGroup.logGroupArn],
      }),
    );
    allow(role, name, props.foundation);

    this.lambda = new LambdaFunction(this, "Function", {
      description: profile.purpose,
      code: bundle(name),
      handler: "index.handler",
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: profile.memoryMb,
      timeout: Duration.seconds(profile.timeoutSeconds),
      environment: { ...pick(name, props.settings), ...profile.process },
      tracing: Tracing.DISABLED,
      role,
      logGroup,
      ...defined({ deadLetterQueue: props.deadLetters }),
    });

    const { alarm } = new HumanAlarm(this, "Errors", {
      name: `${name}-errors`,
      stageName: stage.name,
      topic,
      humanImpact: profile.whenFailing,
      metric: failuresOf(stage.name, this.lambda, Duration.minutes(profile.runsEvery ?? 5)),
      threshold: 1,
      periods: profile.callAt === "once" ? { of: 1, breaching: 1 } : { of: 3, breaching: 2 },
    });
    this.live = stage.gradual ? new GradualShift(this, "Shift", this.lambda, alarm).live : this.lambda;
  }

  /** Works a queue off; a message that fails does not take its batch with it. */
  workOff(
    foundation: Foundation,
    queue: QueueName,
    options: { readonly batchSize: number; readonly maxConcurrency?: number },
  ): void {
    this.live.addEventSourceMapping(`${pascalCase(queue)}Queue`, {
      eventSourceArn: foundation.queues[queue].queueArn,
      reportBatchItemFailures: true,
      ...options,
    });
  }
}

function pick(name: FunctionName, settings: Settings): Record<string, string> {
  const wanted: readonly VariableName[] = functionVariables[name];
  return Object.fromEntries(wanted.map((key) => [key, settings[key]]));
}
