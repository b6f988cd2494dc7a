// oxlint-disable no-new -- a construct joins the tree by being made
import type { Alarm } from "aws-cdk-lib/aws-cloudwatch";
import { LambdaDeploymentConfig, LambdaDeploymentGroup } from "aws-cdk-lib/aws-codedeploy";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { FunctionBase, type IFunction, type Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";

/**
 * A release reaches a function's callers step by step: a tenth of the calls for a quarter of an hour, as long as the slowest alarm of a
 * function takes, then all of them. The function's own
 * alarm ends that and gives every call back to the release before.
 */
export class GradualShift extends Construct {
  /** What callers call. */
  readonly live: IFunction;

  constructor(scope: Construct, id: string, lambda: LambdaFunction, alarm: Alarm) {
    super(scope, id);
    const alias = lambda.addAlias("live");
    const role = new Role(this, "Role", { assumedBy: new ServicePrincipal("codedeploy.amazonaws.com") });
    role.addToPolicy(
      new PolicyStatement({
        actions: ["lambda:GetAlias", "lambda:UpdateAlias", "lambda:GetProvisionedConcurrencyConfig"],
        resources: [lambda.functionArn, alias.functionArn],
      }),
    );
    role.addToPolicy(
      new PolicyStatement({ actions: ["cloudwatch:DescribeAlarms"], resources: [alarm.alarmArn] }),
    );
    new LambdaDeploymentGroup(this, "Deployment", {
      alias,
      alarms: [alarm],
      deploymentConfig: LambdaDeploymentConfig.CANARY_10PERCENT_15MINUTES,
      // As it stands: CDK would add a managed policy that is meant for every function of an account.
      role: role.withoutPolicyUpdates(),
    });
    this.live = callable(alias);
  }
}

/** An alias is called as a function is; its types only spell a missing role in another way. */
function callable(alias: unknown): IFunction {
  if (!isFunction(alias)) throw new TypeError("an alias that nothing can call");
  return alias;
}

function isFunction(construct: unknown): construct is IFunction {
  return construct instanceof FunctionBase;
}
