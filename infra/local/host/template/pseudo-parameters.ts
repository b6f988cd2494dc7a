import type { Json } from "./json.ts";
import type { DeploymentEnvironment } from "./resource-types.ts";

/** The value of a pseudo parameter, or undefined if `id` is none (`AWS::NoValue` is no value). */
export function pseudoParameter(
  id: string,
  stack: string,
  environment: DeploymentEnvironment,
): Json | undefined {
  const { partition, region, accountId } = environment;
  switch (id) {
    case "AWS::Partition":
      return partition;
    case "AWS::Region":
      return region;
    case "AWS::AccountId":
      return accountId;
    case "AWS::URLSuffix":
      return "amazonaws.com";
    case "AWS::StackName":
      return stack;
    case "AWS::StackId":
      return `arn:${partition}:cloudformation:${region}:${accountId}:stack/${stack}/local`;
    case "AWS::NotificationARNs":
      return [];
    default:
      return undefined;
  }
}
