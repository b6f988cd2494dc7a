import { AwsSolutionsChecks } from "cdk-nag";
import { beforeAll, describe, expect, it } from "vitest";
import { type Resource, type Synthesized, synthesize } from "../support.ts";

let prod: Synthesized;
beforeAll(() => {
  prod = synthesize("prod", { context: { gradual: "true" } });
}, 180_000);

const aliasIn = (value: unknown) => /"Ref":"(\w+FunctionAliaslive\w+)"/.exec(JSON.stringify(value))?.[1];

describe("a release that reaches its callers step by step", () => {
  it("stands before every caller: routes, queues, stream and schedules call what is live, nothing calls a function itself", () => {
    const called = [
      ...prod.ofType("AWS::ApiGatewayV2::Integration").map(({ properties }) => properties.IntegrationUri),
      ...prod.ofType("AWS::Lambda::EventSourceMapping").map(({ properties }) => properties.FunctionName),
      ...prod.ofType("AWS::Scheduler::Schedule").map(({ properties }) => properties.Target.Arn),
    ].map(aliasIn);
    expect(called).not.toContain(undefined);
    const live = prod.ofType("AWS::Lambda::Alias").map(({ id }) => id);
    expect(new Set(called)).toEqual(new Set(live));
    expect(live).toHaveLength(prod.ofType("AWS::Lambda::Function").length);
  });

  it("goes back by the function's own alarm", () => {
    for (const { stack, properties } of prod.ofType("AWS::CodeDeploy::DeploymentGroup")) {
      expect(properties.DeploymentConfigName).toBe("CodeDeployDefault.LambdaCanary10Percent15Minutes");
      const [alarm] = properties.AlarmConfiguration.Alarms;
      const errors = prod.follow(stack, alarm.Name)?.resource;
      expect(errors?.properties.AlarmName).toMatch(/^jiesu-prod-[a-z-]+-errors$/);
      expect(properties.AutoRollbackConfiguration.Events).toContain("DEPLOYMENT_STOP_ON_ALARM");
    }
  });

  it("is moved by a role that may move this function and nothing else", () => {
    const roles = prod
      .ofType("AWS::IAM::Role")
      .filter(({ properties }) => JSON.stringify(properties).includes("codedeploy.amazonaws.com"));
    expect(roles).toHaveLength(prod.ofType("AWS::Lambda::Function").length);
    expect(roles.filter(({ properties }) => properties.ManagedPolicyArns !== undefined)).toEqual([]);
    expect(new AwsSolutionsChecks(prod.app).validateScope(prod.app).violations).toEqual([]);
  });

  it("is a setting: without it there is neither alias nor CodeDeploy", () => {
    const types = synthesize("prod").resources.map(({ type }: Resource) => type);
    expect(types.filter((type) => /Alias|CodeDeploy/.test(type))).toEqual([]);
  });
});
