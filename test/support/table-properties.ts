import { App, Stack } from "aws-cdk-lib";
import type { CfnTable } from "aws-cdk-lib/aws-dynamodb";
import { ComplaintTable } from "../../infra/constructs/complaint-table.ts";

let synthesized: Record<string, unknown> | undefined;

/** The table's CloudFormation properties, from the construct itself: a test cannot have other keys than the product. */
export function tableProperties(): Record<string, unknown> {
  if (synthesized === undefined) {
    const stack = new Stack(new App(), "Tables");
    const { table } = new ComplaintTable(stack, "Complaints", { retain: false });
    // One resource resolved by itself: a whole synthesis takes five seconds of CPU.
    const cfn = table.node.defaultChild as CfnTable;
    const { Resources } = stack.resolve(cfn["_toCloudFormation"]()) as Resolved;
    synthesized = Object.values(Resources)[0]!.Properties;
  }
  return synthesized;
}

interface Resolved {
  readonly Resources: Readonly<Record<string, { readonly Properties: Record<string, unknown> }>>;
}
