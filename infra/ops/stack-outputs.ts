import { CloudFormationClient, DescribeStacksCommand } from "@aws-sdk/client-cloudformation";
import type { AwsConfig } from "../../lib/adapters/runtime/aws-clients.ts";
import { StoreError } from "./store.ts";

/** The outputs of a stage's stack (`stateful`, `api`). Throws StoreError where there is no such stack. */
export async function outputsOf(
  stage: string,
  stack: string,
  config: AwsConfig,
): Promise<Readonly<Record<string, string>>> {
  const StackName = `jiesu-${stage}-${stack}`;
  const { Stacks = [] } = await described(new CloudFormationClient(config), StackName);
  const outputs = Stacks.flatMap((one) => one.Outputs ?? []);
  return Object.fromEntries(outputs.map(({ OutputKey = "", OutputValue = "" }) => [OutputKey, OutputValue]));
}

async function described(client: CloudFormationClient, StackName: string) {
  try {
    return await client.send(new DescribeStacksCommand({ StackName }));
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    // Not an answer of CloudFormation's at all.
    if (cause.message.includes("XML parse error"))
      throw new StoreError(
        '本地云没有 CloudFormation：变量用 eval "$(curl -s <地址>/_local/env)" 取得，doctor 不写 --stage · the local cloud has no CloudFormation: its variables come from eval "$(curl -s <address>/_local/env)", and doctor goes without --stage',
        { cause },
      );
    if (!cause.message.includes("does not exist")) throw cause;
    throw new StoreError(
      `这个账号和地区里没有堆栈 ${StackName}：检查阶段名、AWS_PROFILE 和 AWS_REGION · no stack ${StackName} in this account and region: look at the stage's name, AWS_PROFILE and AWS_REGION`,
    );
  }
}
