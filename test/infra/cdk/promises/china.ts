import { describe, expect, it } from "vitest";
import china from "../fixtures/china.json" with { type: "json" };
import { Specification } from "../specification.ts";
import { synthesize } from "../support.ts";

const domain = {
  domainName: "desk.jiesu.internal",
  certificateArn: "arn:aws-cn:iam::123456789012:server-certificate/desk",
};

/** With every setting that may be made there. */
const stages = [synthesize("cn"), synthesize("cn", { context: { gradual: "true", ...domain } })];

describe(`what AWS China (${china.regions.join(", ")}) has, as of ${china.asOf}`, () => {
  it("a stage there uses listed types and properties only: whoever uses another looks first whether both regions have it", () => {
    const listed = new Map<string, readonly string[]>(Object.entries(china.types));
    const unlisted = stages.flatMap(({ resources }) =>
      resources.flatMap(({ type, properties }) =>
        Object.keys(properties)
          .filter((name) => listed.get(type)?.includes(name) !== true)
          .map((name) => `${type}.${name}`),
      ),
    );
    expect([...new Set(unlisted)]).toEqual([]);
  });

  it("the list names nothing that no stage uses, and nothing that is known not to be there", () => {
    const used = new Set(
      stages.flatMap(({ resources }) =>
        resources.flatMap(({ type, properties }) => Object.keys(properties).map((name) => `${type}.${name}`)),
      ),
    );
    const listed = Object.entries(china.types).flatMap(([type, names]) =>
      names.map((name) => `${type}.${name}`),
    );
    expect(listed.filter((name) => !used.has(name))).toEqual([]);
    for (const absent of Object.keys(china.notThere))
      expect(listed.filter((name) => name.startsWith(absent))).toEqual([]);
  });
});

describe("CloudFormation", () => {
  const specification = new Specification();

  it.each(["prod", "cn", "dev", "local"])(
    "knows every type and property of stage %s, and misses none",
    (stage) => {
      const faults = synthesize(stage).resources.flatMap(({ type, properties }) =>
        specification.faultsOf(type, properties),
      );
      expect([...new Set(faults)]).toEqual([]);
    },
  );

  it("is asked in earnest: a wrong name, a missing one and a wrong shape are found", () => {
    const { faultsOf } = { faultsOf: (type: string, given: object) => specification.faultsOf(type, given) };
    expect(faultsOf("AWS::SQS::Queue", { QueueNam: "x" })).toEqual(["AWS::SQS::Queue.QueueNam is not known"]);
    expect(faultsOf("AWS::ApiGatewayV2::Route", { ApiId: "x" })).toEqual([
      "AWS::ApiGatewayV2::Route.RouteKey is missing",
    ]);
    expect(
      faultsOf("AWS::ApiGatewayV2::Stage", {
        ApiId: "x",
        StageName: "x",
        DefaultRouteSettings: { Throttle: 1 },
      }),
    ).toEqual(["AWS::ApiGatewayV2::Stage.DefaultRouteSettings.Throttle is not known"]);
    expect(faultsOf("AWS::Nobody::Knows", {})).toEqual(["AWS::Nobody::Knows is no type of CloudFormation"]);
  });
});
