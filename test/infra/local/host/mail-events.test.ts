import { expect, test } from "vitest";
import { parseTemplate } from "../../../../infra/local/host/template/assembly.ts";
import { TemplateResolver } from "../../../../infra/local/host/template/intrinsics.ts";
import { readModel } from "../../../../infra/local/host/template/model.ts";
import { provision } from "../../../../infra/local/host/template/provision.ts";
import { memoryServices } from "./support/memory-services.ts";

const rule = (more: Record<string, string>) => ({
  Type: "AWS::Events::Rule",
  Properties: {
    EventPattern: { source: ["aws.ses"], detail: { mail: { tags: { "ses:configuration-set": ["ours"] } } } },
    Targets: [{ Id: "T", Arn: { "Fn::GetAtt": ["Mails", "Arn"] } }],
    ...more,
  },
});

test("an event of the configuration set goes to the queues of the rules that match it", async () => {
  const template = parseTemplate({
    Resources: {
      Mails: { Type: "AWS::SQS::Queue", Properties: { QueueName: "mails" } },
      Rule: rule({}),
      Sleeping: rule({ State: "DISABLED" }),
    },
  });
  const environment = {
    partition: "aws",
    region: "r",
    accountId: "1",
    endpoint: "http://e",
    baseUrl: "http://b",
  };
  const memory = memoryServices(0);
  await provision(
    readModel(new TemplateResolver([{ name: "s", template }], environment)),
    memory.services,
    environment.baseUrl,
  );
  const event = (set: string) => ({
    source: "aws.ses",
    detail: { mail: { tags: { "ses:configuration-set": [set] } } },
  });
  memory.tell(event("ours"));
  memory.tell(event("another"));
  expect(memory.bodies("arn:aws:sqs:r:1:mails").map((body) => JSON.parse(body))).toEqual([event("ours")]);
});
