import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { typedFor } from "../../../infra/ops/command.ts";
import { envCommand, settingOfOutput } from "../../../infra/ops/commands/env.ts";
import { awsFacts } from "../../../infra/ops/doctor/aws-facts.ts";
import { type AwsFacts, awsLacks } from "../../../infra/ops/doctor/aws-lacks.ts";

const done: AwsFacts = {
  stage: "prod",
  region: "eu-west-1",
  mailDomain: "desk.jiesu.internal",
  mailIn: "ses",
  mx: ["INBOUND-SMTP.eu-west-1.amazonaws.com"],
  subscriptions: { confirmed: 1, pending: 0 },
  concurrency: 1000,
  mail: { sandbox: false, identity: "verified", ruleSetIsActive: true },
};

describe("what a deployment still lacks", () => {
  const sentences = (change: Partial<AwsFacts>) =>
    awsLacks({ ...done, ...change }).map(({ words }) => words.en);

  test("nothing once every step of docs/deploy.md is done", () => {
    expect(awsLacks(done)).toEqual([]);
  });

  test.each<[string, Partial<AwsFacts>]>([
    ["has not confirmed", { subscriptions: { confirmed: 0, pending: 1 } }],
    ["nobody subscribes", { subscriptions: { confirmed: 0, pending: 0 } }],
    ["does not name inbound-smtp.eu-west-1.amazonaws.com", { mx: ["mx.example.net"] }],
    ["SES has no identity desk.jiesu.internal", { mail: { ...done.mail!, identity: "missing" } }],
    ["is not verified", { mail: { ...done.mail!, identity: "pending" } }],
    [
      "set-active-receipt-rule-set --rule-set-name jiesu-prod",
      { mail: { ...done.mail!, ruleSetIsActive: false } },
    ],
    ["sandbox", { mail: { ...done.mail!, sandbox: true } }],
    ["may run 10 functions at once", { concurrency: 10 }],
  ])("says “%s”, and nothing else", (words, change) => {
    const said = sentences(change);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(words);
  });

  test("without SES nothing of it is asked for", () => {
    expect(sentences({ mailIn: "imap", mail: undefined, mx: [] })).toEqual([]);
  });
});

/** AWS as a half-finished installation shows itself, in each service's own protocol. */
describe("what AWS says", () => {
  let server: Server;
  let endpoint: string;
  beforeAll(async () => {
    server = createServer((request, response) => {
      const answer = async () => {
        const { status = 200, type, body } = await answerTo(request);
        response.writeHead(status, { "content-type": type }).end(body);
      };
      void answer();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  test("is read from CloudFormation, SNS, Lambda, SES and the DNS", async () => {
    const credentials = { accessKeyId: "key", secretAccessKey: "secret" };
    const asked: string[] = [];
    const facts = await awsFacts("prod", { endpoint, region: "eu-west-1", credentials }, (domain) => {
      asked.push(domain);
      return Promise.resolve([]);
    });
    expect(facts).toEqual({
      stage: "prod",
      region: "eu-west-1",
      mailDomain: "desk.jiesu.internal",
      mailIn: "ses",
      mx: [],
      subscriptions: { confirmed: 0, pending: 1 },
      concurrency: 10,
      mail: { sandbox: true, identity: "missing", ruleSetIsActive: false },
    });
    expect(asked).toEqual(["desk.jiesu.internal"]);
    expect(awsLacks(facts)).toHaveLength(6);
  });

  test("gives a shell what the other commands read", async () => {
    const printed: string[] = [];
    const env = {
      AWS_ENDPOINT_URL: endpoint,
      AWS_REGION: "eu-west-1",
      AWS_ACCESS_KEY_ID: "key",
      AWS_SECRET_ACCESS_KEY: "secret",
    };
    await envCommand.run(typedFor(envCommand, ["prod"]), { env, print: (text) => printed.push(text) });
    expect(printed).toEqual([
      "export TABLE_NAME='the table'",
      "export SECRETS='jiesu/prod/'",
      "export DOCUMENTS_BUCKET='documents'",
      "export PUBLIC_URL='https://desk.jiesu.internal'",
    ]);
  });
});

test("every variable that a command asks for is named by an output", async () => {
  expect(Object.values(settingOfOutput.stateful).sort()).toEqual(
    ["ATTACHMENTS", "DIGESTS", "DOCUMENTS", "MAIL", "REPORTS"]
      .map((name) => `${name}_BUCKET`)
      .concat("SECRETS", "TABLE_NAME"),
  );
});

interface Scripted {
  readonly status?: number;
  readonly type: string;
  readonly body: string;
}

async function answerTo(request: IncomingMessage): Promise<Scripted> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  const action = new URLSearchParams(text).get("Action");
  const path = request.url ?? "";
  if (action === "DescribeStacks")
    return xml(
      `<DescribeStacksResponse><DescribeStacksResult><Stacks><member>${outputs}</member></Stacks></DescribeStacksResult></DescribeStacksResponse>`,
    );
  if (action === "ListSubscriptionsByTopic") {
    return xml(
      "<ListSubscriptionsByTopicResponse><ListSubscriptionsByTopicResult><Subscriptions><member><SubscriptionArn>PendingConfirmation</SubscriptionArn></member></Subscriptions></ListSubscriptionsByTopicResult></ListSubscriptionsByTopicResponse>",
    );
  }
  if (action === "DescribeActiveReceiptRuleSet") {
    return xml(
      "<DescribeActiveReceiptRuleSetResponse><DescribeActiveReceiptRuleSetResult/></DescribeActiveReceiptRuleSetResponse>",
    );
  }
  if (path.includes("account-settings")) return json({ AccountLimit: { ConcurrentExecutions: 10 } });
  if (path.endsWith("/v2/email/account")) return json({ ProductionAccessEnabled: false });
  if (path.includes("/v2/email/identities/"))
    return json({ message: "no such identity", __type: "NotFoundException" }, 404);
  return json({ __type: "UnknownOperationException", message: `${action} ${path}` }, 400);
}

const outputs = `<Outputs>${Object.entries({
  TableName: "the table",
  Secrets: "jiesu/prod/",
  DocumentsBucketName: "documents",
  PublicUrl: "https://desk.jiesu.internal",
  MailDomain: "desk.jiesu.internal",
  MailWay: "ses",
  AlarmTopicArn: "arn:aws:sns:eu-west-1:123456789012:alarms",
})
  .map(([key, value]) => `<member><OutputKey>${key}</OutputKey><OutputValue>${value}</OutputValue></member>`)
  .join("")}</Outputs>`;

function xml(body: string): Scripted {
  return { type: "text/xml", body };
}

function json(body: object, status = 200): Scripted {
  return { status, type: "application/json", body: JSON.stringify(body) };
}
