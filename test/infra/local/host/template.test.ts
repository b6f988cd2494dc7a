import { expect, test } from "vitest";
import { parseTemplate, type SynthesizedStack } from "../../../../infra/local/host/template/assembly.ts";
import { TemplateResolver } from "../../../../infra/local/host/template/intrinsics.ts";
import type { Json } from "../../../../infra/local/host/template/json.ts";
import { readModel } from "../../../../infra/local/host/template/model.ts";

const environment = {
  partition: "aws",
  region: "ap-southeast-1",
  accountId: "000000000000",
  endpoint: "http://127.0.0.1:4000",
  baseUrl: "http://127.0.0.1:8787",
};

function resolverOf(stacks: Record<string, Json>): TemplateResolver {
  const list: SynthesizedStack[] = Object.entries(stacks).map(([name, template]) => ({
    name,
    template: parseTemplate(template),
  }));
  return new TemplateResolver(list, environment);
}

const stateful: Json = {
  Parameters: { Colour: { Type: "String", Default: "red" }, Open: { Type: "String" } },
  Conditions: {
    IsRed: { "Fn::Equals": [{ Ref: "Colour" }, "red"] },
    IsAbroad: { "Fn::Not": [{ "Fn::Equals": [{ Ref: "AWS::Partition" }, "aws"] }] },
    Both: { "Fn::And": [{ Condition: "IsRed" }, { Condition: "IsAbroad" }] },
    Either: { "Fn::Or": [{ Condition: "IsRed" }, { Condition: "IsAbroad" }] },
  },
  Resources: {
    Alarm: { Type: "AWS::SQS::Queue", Properties: { VisibilityTimeout: 60 } },
    Table: { Type: "AWS::DynamoDB::Table", Properties: {} },
    Named: { Type: "AWS::SQS::Queue", Properties: { QueueName: "given" } },
    Abroad: { Type: "AWS::SQS::Queue", Properties: {}, Condition: "IsAbroad" },
    Odd: { Type: "AWS::Nobody::Knows", Properties: {} },
    UnusedOdd: { Type: "AWS::Nobody::Knows", Properties: { Arn: { "Fn::GetAtt": ["Odd", "Arn"] } } },
  },
  Outputs: {
    Arn: {
      Value: { "Fn::GetAtt": ["Alarm", "Arn"] },
      Export: { Name: { "Fn::Join": [":", [{ Ref: "AWS::StackName" }, "alarm"]] } },
    },
  },
};
const consumer: Json = {};
const resolver = resolverOf({ data: stateful, api: consumer });

test.each<[string, Json, Json]>([
  ["Ref of a parameter is its default", { Ref: "Colour" }, "red"],
  ["Ref of a queue is its address", { Ref: "Alarm" }, "http://127.0.0.1:4000/000000000000/data-Alarm"],
  ["a name given in the template wins", { "Fn::GetAtt": ["Named", "QueueName"] }, "given"],
  [
    "Fn::GetAtt takes the short form",
    { "Fn::GetAtt": "Alarm.Arn" },
    "arn:aws:sqs:ap-southeast-1:000000000000:data-Alarm",
  ],
  ["Fn::Join joins resolved parts", { "Fn::Join": ["-", ["a", { Ref: "AWS::Region" }]] }, "a-ap-southeast-1"],
  [
    "Fn::Sub knows variables, resources, attributes, pseudo parameters and literals",
    {
      "Fn::Sub": ["${own}|${Table}|${Alarm.QueueName}|${AWS::AccountId}|${!own}", { own: { Ref: "Colour" } }],
    },
    "red|data-Table|data-Alarm|000000000000|${own}",
  ],
  ["Fn::Select takes from Fn::Split", { "Fn::Select": [2, { "Fn::Split": [":", "a:b:c"] }] }, "c"],
  ["Fn::If takes the branch", { "Fn::If": ["Both", "yes", "no"] }, "no"],
  ["Fn::If by Fn::Or", { "Fn::If": ["Either", "yes", "no"] }, "yes"],
  [
    "AWS::NoValue takes its key away",
    { a: { Ref: "AWS::NoValue" }, b: [1, { Ref: "AWS::NoValue" }] },
    { b: [1] },
  ],
])("%s", (_promise, value, expected) => {
  expect(resolver.resolve("data", value)).toEqual(expected);
});

test("Fn::ImportValue reads another stack's export", () => {
  expect(resolver.resolve("api", { "Fn::ImportValue": "data:alarm" })).toBe(
    "arn:aws:sqs:ap-southeast-1:000000000000:data-Alarm",
  );
});

test.each<[Json, RegExp]>([
  [{ Ref: "Open" }, /parameter Open has no default/],
  [{ Ref: "Nothing" }, /nothing is called Nothing/],
  [{ "Fn::GetAtt": ["Odd", "Arn"] }, /does not know AWS::Nobody::Knows/],
  [{ "Fn::GetAtt": ["Alarm", "Colour"] }, /Alarm\.Colour is not known/],
  [{ "Fn::Transform": {} }, /Fn::Transform is not supported/],
  [{ "Fn::ImportValue": "nowhere" }, /no stack exports nowhere/],
])("what cannot be known is an error that says so: %j", (value, message) => {
  expect(() => resolver.resolve("data", value)).toThrow(message);
});

test("a resource whose condition is false does not exist; an unknown type that nothing uses is only listed", () => {
  const model = readModel(resolver);
  expect(model.queues.map(({ name }) => name)).toEqual(["data-Alarm", "given"]);
  expect(model.queues[0]?.properties.VisibilityTimeout).toBe(60);
  expect(resolver.census().get("AWS::Nobody::Knows")).toBeNull();
});

test("physical names keep within the service's limit and stay different", () => {
  const long = "A".repeat(90);
  const names = readModel(
    resolverOf({
      s: {
        Resources: { [`${long}1`]: { Type: "AWS::SQS::Queue" }, [`${long}2`]: { Type: "AWS::SQS::Queue" } },
      },
    }),
  ).queues.map(({ name }) => name);
  expect(names.every((name) => name.length === 80)).toBe(true);
  expect(new Set(names).size).toBe(2);
});

test("a malformed resource is named", () => {
  const broken = resolverOf({
    s: { Resources: { F: { Type: "AWS::Lambda::Function", Properties: { Handler: "x.y" } } } },
  });
  expect(() => readModel(broken)).toThrow(/s\.F \(AWS::Lambda::Function\)/);
});
