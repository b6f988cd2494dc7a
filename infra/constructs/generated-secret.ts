import { RemovalPolicy, Validations } from "aws-cdk-lib";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import { Construct } from "constructs";
import type { StageSettings } from "../stages/stage.ts";
import { secretsPrefix } from "./installation-key.ts";
import { fixLogicalId } from "./logical-id.ts";

/** A secret `{"key": …}` that the service makes with the stack; nobody needs to see it. Another one may take its place at any time. */
export class GeneratedSecret extends Construct {
  readonly secret: Secret;

  constructor(
    scope: Construct,
    logicalId: string,
    stage: StageSettings,
    { name, description }: { readonly name: string; readonly description: string },
  ) {
    super(scope, logicalId);
    this.secret = fixLogicalId(
      new Secret(this, "Secret", {
        secretName: `${secretsPrefix(stage)}${name}`,
        description,
        generateSecretString: {
          secretStringTemplate: "{}",
          generateStringKey: "key",
          passwordLength: 64,
          excludePunctuation: true,
        },
        removalPolicy: stage.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      }),
      logicalId,
    );
    Validations.of(this.secret).acknowledge({
      id: "AwsSolutions-SMG4",
      reason:
        "Changed by hand when there is a reason: a new value signs everybody out, or wants the other side changed with it (docs/secrets.md).",
    });
  }
}
