// oxlint-disable no-new -- a construct joins the tree by being made
import type { App, Stack } from "aws-cdk-lib";
import { Tags } from "aws-cdk-lib";
import { ApiStack } from "./stacks/api-stack.ts";
import { ClocksStack } from "./stacks/clocks-stack.ts";
import { IntakeMailStack } from "./stacks/intake-mail-stack.ts";
import { NoticesStack } from "./stacks/notices-stack.ts";
import { ReportsStack } from "./stacks/reports-stack.ts";
import { StatefulStack } from "./stacks/stateful-stack.ts";
import type { StageSettings } from "./stage.ts";

/** Puts one stage of the whole product into the app; no account or region is fixed. */
export function addJiesu(app: App, stage: StageSettings): readonly Stack[] {
  const named = (part: string) => `jiesu-${stage.name}-${part}`;
  const foundation = new StatefulStack(app, named("stateful"), stage);
  const api = new ApiStack(app, named("api"), foundation);
  const stacks = [
    foundation,
    api,
    new IntakeMailStack(app, named("intake-mail"), foundation, api.settings),
    new ClocksStack(app, named("clocks"), foundation, api.settings),
    new NoticesStack(app, named("notices"), foundation, api.settings),
    new ReportsStack(app, named("reports"), foundation, api.settings),
  ];
  for (const stack of stacks) Tags.of(stack).add("jiesu:stage", stage.name);
  return stacks;
}
