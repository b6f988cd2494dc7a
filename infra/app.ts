import { App, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import { addJiesu } from "./jiesu.ts";
import { readStage } from "./stage.ts";

const app = new App();
addJiesu(
  app,
  readStage((key) => app.node.tryGetContext(key)),
);
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
