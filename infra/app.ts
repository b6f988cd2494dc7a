import { Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import { addJiesu, jiesuApp } from "./jiesu.ts";
import { readStage } from "./stages/stage.ts";

const app = jiesuApp();
addJiesu(
  app,
  readStage((key) => app.node.tryGetContext(key)),
);
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
