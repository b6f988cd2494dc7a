import { CfnResource } from "aws-cdk-lib";
import type { IConstruct } from "constructs";

/** The CloudFormation resource of an L2 construct. Throws where the construct has none. */
export function resourceOf(construct: IConstruct): CfnResource {
  const child = construct.node.defaultChild;
  if (!(child instanceof CfnResource))
    throw new Error(`${construct.node.path} has no CloudFormation resource`);
  return child;
}

/** Fixes a logical id: moving the construct in the code must never replace a resource that holds data. */
export function fixLogicalId<C extends IConstruct>(construct: C, logicalId: string): C {
  resourceOf(construct).overrideLogicalId(logicalId);
  return construct;
}

/** `channels-api` → `ChannelsApi`: construct and logical ids from our kebab-case names. */
export function pascalCase(name: string): string {
  return name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}
