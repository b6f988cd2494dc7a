// oxlint-disable no-new -- a construct joins the tree by being made
import { App, type AppProps, DefaultStackSynthesizer, type Stack, Tags } from "aws-cdk-lib";
import { ApiStack } from "./stacks/api-stack.ts";
import { BackupStack } from "./stacks/backup-stack.ts";
import { ClocksStack } from "./stacks/clocks-stack.ts";
import { DigestStack } from "./stacks/digest-stack.ts";
import { EdgeStack } from "./stacks/edge-stack.ts";
import { IntakeMailStack } from "./stacks/intake-mail-stack.ts";
import { NoticesStack } from "./stacks/notices-stack.ts";
import { OperationsStack } from "./stacks/operations-stack.ts";
import { PrivacyStack } from "./stacks/privacy-stack.ts";
import { ReportsStack } from "./stacks/reports-stack.ts";
import { StatefulStack } from "./stacks/stateful-stack.ts";
import { UserPoolStack } from "./stacks/user-pool-stack.ts";
import type { StageSettings } from "./stages/stage.ts";

/** Templates without the bootstrap rule and its parameter, which other CloudFormation engines do not have. */
class PlainSynthesizer extends DefaultStackSynthesizer {
  constructor() {
    super({ generateBootstrapVersionRule: false });
  }

  // Never undefined, as the interface demands under exactOptionalPropertyTypes; all three are the CDK's own defaults.
  override get lookupRole(): string {
    return super.lookupRole ?? DefaultStackSynthesizer.DEFAULT_LOOKUP_ROLE_ARN;
  }

  override get cloudFormationExecutionRole(): string {
    return super.cloudFormationExecutionRole ?? DefaultStackSynthesizer.DEFAULT_CLOUDFORMATION_ROLE_ARN;
  }

  override get bootstrapQualifier(): string {
    return DefaultStackSynthesizer.DEFAULT_QUALIFIER;
  }
}

/** An empty app for one or more stages; the CDK's command line still checks the account's bootstrap version. */
export function jiesuApp(props?: AppProps): App {
  return new App({ ...props, defaultStackSynthesizer: new PlainSynthesizer() });
}

/** Puts one stage of the whole product into the app; no account or region is fixed. */
export function addJiesu(app: App, stage: StageSettings): readonly Stack[] {
  const named = (part: string) => `jiesu-${stage.name}-${part}`;
  const foundation = new StatefulStack(app, named("stateful"), stage);
  const pool = stage.signIn === "cognito" ? [new UserPoolStack(app, named("user-pool"), stage)] : [];
  const api = new ApiStack(app, named("api"), foundation, ...pool);
  const stacks = [
    foundation,
    ...pool,
    api,
    new IntakeMailStack(app, named("intake-mail"), foundation, api.settings),
    new ClocksStack(app, named("clocks"), foundation, api.settings),
    new NoticesStack(app, named("notices"), foundation, api.settings),
    new PrivacyStack(app, named("privacy"), foundation, api.settings),
    new DigestStack(app, named("digest"), foundation, api.settings),
    new ReportsStack(app, named("reports"), foundation, api.settings),
    new OperationsStack(app, named("operations"), foundation),
    ...(stage.backup ? [new BackupStack(app, named("backup"), foundation)] : []),
    ...(stage.waf ? [new EdgeStack(app, named("edge"), stage)] : []),
  ];
  for (const stack of stacks) {
    // Not every partition can tag what maps a queue to its function, and nobody looks for costs there.
    Tags.of(stack).add("jiesu:stage", stage.name, {
      excludeResourceTypes: ["AWS::Lambda::EventSourceMapping"],
    });
    // W3005: CDK names a role it also refers to in DependsOn; redundant, but not ours to change.
    stack.templateOptions.metadata = { "cfn-lint": { config: { ignore_checks: ["W3005"] } } };
  }
  return stacks;
}
