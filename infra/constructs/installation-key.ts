// oxlint-disable no-new -- a construct joins the tree by being made
import { RemovalPolicy, Validations } from "aws-cdk-lib";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import { Construct } from "constructs";
import type { StageSettings } from "../stages/stage.ts";
import { fixLogicalId } from "./logical-id.ts";

/** What the names of a stage's secrets begin with. */
export function secretsPrefix({ name }: Pick<StageSettings, "name">): string {
  return `jiesu/${name}/`;
}

/**
 * The key of every keyed hash, made by the service when the stack is: nobody sees it. How it is made is never changed:
 * that would make another one. A new one is made by `npm run ops -- secrets rotate-key`, which keeps the old for a while.
 */
export class InstallationKey extends Construct {
  constructor(scope: Construct, id: string, stage: StageSettings) {
    super(scope, id);
    const secret = fixLogicalId(
      new Secret(this, "Secret", {
        secretName: `${secretsPrefix(stage)}installation-key`,
        description: "接诉 Jiesu: the keys of keyed hashes",
        generateSecretString: {
          secretStringTemplate: "{}",
          generateStringKey: "key",
          passwordLength: 64,
          excludePunctuation: true,
        },
        removalPolicy: stage.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      }),
      "InstallationKey",
    );
    Validations.of(secret).acknowledge({
      id: "AwsSolutions-SMG4",
      reason:
        "A new key must be known to everybody before it is used and the old one accepted after: `npm run ops -- secrets rotate-key` does both, a rotation function could not.",
    });
  }
}
