import { describe, expect, test } from "vitest";
import { Router } from "../../../../infra/local/host/http/router.ts";
import { isAllowed } from "../../../../infra/local/host/iam/decision.ts";
import { IamLedger } from "../../../../infra/local/host/iam/ledger.ts";
import { readStatements } from "../../../../infra/local/host/iam/policy.ts";
import { failedItems } from "../../../../infra/local/host/sources/batch-response.ts";
import { compileFilters } from "../../../../infra/local/host/sources/filter.ts";

describe("routes", () => {
  const keys = [
    "ANY /{proxy+}",
    "POST /channels/{channel}/complaints",
    "POST /channels/mailbox/rounds",
    "GET /complaints/{id}",
    "ANY /complaints/{id}",
    "GET /complaints/open",
    "POST /complaints/open",
    "GET /files/{rest+}",
    "$default",
  ];
  const router = new Router(keys.map((routeKey) => ({ routeKey, target: routeKey })));

  test.each([
    ["GET", "/complaints/open", "GET /complaints/open", {}],
    ["GET", "/complaints/42", "GET /complaints/{id}", { id: "42" }],
    ["PUT", "/complaints/open", "ANY /complaints/{id}", { id: "open" }],
    ["POST", "/channels/mailbox/rounds", "POST /channels/mailbox/rounds", {}],
    [
      "POST",
      "/channels/%E7%94%B5%20%E8%AF%9D/complaints",
      "POST /channels/{channel}/complaints",
      { channel: "电 话" },
    ],
    ["GET", "/files/a/b%2Fc", "GET /files/{rest+}", { rest: "a/b/c" }],
    ["GET", "/complaints/42/x", "ANY /{proxy+}", { proxy: "complaints/42/x" }],
  ])("%s %s goes to %s", (method, path, routeKey, parameters) => {
    expect(router.match(method, path)).toMatchObject({ routeKey, parameters });
  });

  test("the default route takes the rest; without one there is no match", () => {
    expect(new Router([{ routeKey: "$default", target: 1 }]).match("GET", "/x")?.routeKey).toBe("$default");
    expect(new Router([{ routeKey: "GET /x", target: 1 }]).match("POST", "/x")).toBeUndefined();
    expect(new Router([{ routeKey: "GET /x/{id}", target: 1 }]).match("GET", "/x/")).toBeUndefined();
  });
});

describe("filters", () => {
  const onlyDocuments = compileFilters(['{"dynamodb":{"Keys":{"sk":{"S":["DOC"]}}}}']);

  test("a stream filter passes exactly the records it names", () => {
    expect(onlyDocuments({ dynamodb: { Keys: { pk: { S: "C#1" }, sk: { S: "DOC" } } } })).toBe(true);
    expect(onlyDocuments({ dynamodb: { Keys: { sk: { S: "DOC2" } } } })).toBe(false);
    expect(onlyDocuments({ dynamodb: {} })).toBe(false);
  });

  test("several patterns are alternatives, several keys are all required", () => {
    const filter = compileFilters(['{"body":{"kind":["a"],"n":[1]}}', '{"body":{"kind":[{"prefix":"z"}]}}']);
    expect(filter({ body: { kind: "a", n: 1 } })).toBe(true);
    expect(filter({ body: { kind: "a", n: 2 } })).toBe(false);
    expect(filter({ body: { kind: "zebra" } })).toBe(true);
  });

  test("exists and anything-but", () => {
    const filter = compileFilters(['{"a":[{"exists":false}],"b":[{"anything-but":["x"]}]}']);
    expect(filter({ b: "y" })).toBe(true);
    expect(filter({ a: 1, b: "y" })).toBe(false);
    expect(filter({ b: "x" })).toBe(false);
  });

  test("an operator we cannot evaluate is refused when it is read", () => {
    expect(() => compileFilters(['{"a":[{"numeric":[">",1]}]}'])).toThrow(/numeric/);
  });
});

describe("partial batch responses", () => {
  const known = new Set(["1", "2"]);
  test.each([
    ["null", []],
    ["{}", []],
    ['{"batchItemFailures":[]}', []],
    ['{"batchItemFailures":[{"itemIdentifier":"2"}]}', ["2"]],
  ])("%s", (payload, failed) => {
    expect(failedItems(payload, known)).toEqual(new Set(failed));
  });
  test.each([
    '"text"',
    '{"batchItemFailures":[{"itemIdentifier":""}]}',
    '{"batchItemFailures":[{"itemIdentifier":"9"}]}',
  ])("%s fails the whole batch", (payload) => {
    expect(failedItems(payload, known)).toBe("all");
  });
});

describe("IAM", () => {
  const table = "arn:aws:dynamodb:ap-southeast-1:000000000000:table/t";
  const statements = readStatements("test", {
    Statement: [
      { Effect: "Allow", Action: ["dynamodb:GetItem", "dynamodb:Put*"], Resource: table },
      { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::mail/raw/*" },
      { Effect: "Allow", NotAction: "sqs:DeleteQueue", Resource: "arn:aws:sqs:*:*:q?" },
      { Effect: "Deny", Action: "dynamodb:PutItem", Resource: table },
    ],
  });

  test.each([
    ["dynamodb:GetItem", table, true],
    ["DynamoDB:getitem", table, true],
    ["dynamodb:GetItem", `${table}/index/facts`, false],
    ["dynamodb:PutItem", table, false],
    ["dynamodb:PutResourcePolicy", table, true],
    ["s3:GetObject", "arn:aws:s3:::mail/raw/a/b", true],
    ["s3:GetObject", "arn:aws:s3:::mail/RAW/a", false],
    ["s3:GetObject", "arn:aws:s3:::mail", false],
    ["sqs:SendMessage", "arn:aws:sqs:r:1:q1", true],
    ["sqs:SendMessage", "arn:aws:sqs:r:1:q12", false],
    ["sqs:DeleteQueue", "arn:aws:sqs:r:1:q1", false],
  ])("%s on %s: %s", (action, resource, allowed) => {
    expect(isAllowed(statements, { action, resource })).toBe(allowed);
  });

  test("a statement about partitions lets through a call all of whose partitions are among them", () => {
    const [statement] = readStatements("role", {
      Statement: {
        Effect: "Allow",
        Action: "dynamodb:BatchGetItem",
        Resource: table,
        Condition: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["C#*", "ORG"] } },
      },
    });
    const may = (leadingKeys?: string[]) =>
      isAllowed([statement!], {
        action: "dynamodb:BatchGetItem",
        resource: table,
        ...(leadingKeys === undefined ? {} : { leadingKeys }),
      });
    expect([may(["C#1", "ORG"]), may(["C#1", "KEY#1"]), may(["ORGANISATION"]), may()]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  test("another condition cannot be tested and is refused", () => {
    const Statement = [{ Effect: "Allow", Action: "a:B", Resource: "*", Condition: { Bool: {} } }];
    expect(() => readStatements("role", { Statement })).toThrow(/no other condition/);
  });

  test("the ledger lists what was refused and what was granted for nothing", () => {
    const role = { arn: "r", logicalId: "Role", trusted: ["lambda.amazonaws.com"], statements };
    const ledger = new IamLedger(new Map([["r", role]]), new Map([["KEY", "r"]]));
    expect(ledger.check("SOMEBODY", { action: "dynamodb:DeleteTable", resource: table })).toEqual({
      allowed: true,
    });
    expect(ledger.check("KEY", { action: "dynamodb:GetItem", resource: table })).toEqual({ allowed: true });
    const refused = { action: "ses:SendEmail", resource: "*" };
    expect(ledger.check("KEY", refused)).toMatchObject({ allowed: false });
    expect(ledger.check("KEY", refused)).toMatchObject({ allowed: false });
    expect(
      ledger.checkRole("r", { action: "dynamodb:GetItem", resource: table }, "scheduler.amazonaws.com"),
    ).toEqual({
      allowed: false,
      reason: "Role does not trust scheduler.amazonaws.com",
    });
    expect(ledger.deniedCalls()).toContainEqual({ role: "r", ...refused, count: 2 });
    expect(ledger.unusedGrants().map(({ action }) => action)).toEqual([
      "dynamodb:Put*",
      "s3:GetObject",
      "NotAction",
    ]);
  });
});
