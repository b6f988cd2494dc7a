import { createServer } from "node:net";
import { DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { typedFor, usageOf } from "../../../infra/ops/command.ts";
import { doctorCommand } from "../../../infra/ops/commands/doctor.ts";
import { opsCommands } from "../../../infra/ops/commands/index.ts";
import { sentenceOf } from "../../../infra/ops/said.ts";
import { UsageError } from "../../../infra/usage-error.ts";

/* What an operator reads when something outside is in the way: a sentence in both languages, no stack. */

const given = { accessKeyId: "none", secretAccessKey: "none" };

beforeEach(() => {
  for (const name of ["AWS_REGION", "AWS_PROFILE", "AWS_ACCESS_KEY_ID"]) vi.stubEnv(name, undefined);
  for (const name of ["AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE"]) vi.stubEnv(name, "/nowhere");
  vi.stubEnv("AWS_EC2_METADATA_DISABLED", "true");
});
afterEach(() => vi.unstubAllEnvs());

async function said(client: DynamoDBClient): Promise<string | undefined> {
  const error: unknown = await client.send(new ListTablesCommand({})).catch((cause: unknown) => cause);
  return sentenceOf(error);
}

test("no region, no credentials, nobody there", async () => {
  expect(await said(new DynamoDBClient({ credentials: given }))).toMatch(/^没有设置地区.* · no region/);
  expect(await said(new DynamoDBClient({ region: "cn-north-1" }))).toMatch(/^没有 AWS 凭据.* · no AWS cred/);
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  await new Promise((resolve) => server.close(resolve));
  const gone = { region: "x", endpoint: `http://127.0.0.1:${port}`, credentials: given, maxAttempts: 1 };
  expect(await said(new DynamoDBClient(gone))).toMatch(/^连不上.* · cannot be reached/);
});

test.each([
  ["ExpiredTokenException", /^AWS 凭据无效/],
  ["UnrecognizedClientException", /^AWS 凭据无效/],
  ["AccessDeniedException", /^登录的身份没有这项权限.*\(of the service\)$/],
  ["ResourceNotFoundException", /^没有这个表.*\(of the service\)$/],
])("%s is said as people say it, with the service's own words", (name, sentence) => {
  const error = Object.assign(new Error("of the service"), { name });
  expect(sentenceOf(error)).toMatch(sentence);
  expect(sentenceOf(new Error("around it", { cause: error }))).toMatch(sentence);
});

test("a fault of ours is not said away", () => {
  expect(sentenceOf(new TypeError("x is undefined"))).toBeUndefined();
  expect(sentenceOf("text")).toBeUndefined();
});

test("who types a command wrongly reads that command's usage and not everybody's", () => {
  expect(() => typedFor(doctorCommand, ["local"])).toThrow(UsageError);
  const own = usageOf([doctorCommand]);
  expect(own.split("\n").length).toBeLessThan(10);
  expect(own).toContain("doctor [--stage");
  expect(own).toContain("npm run ops");
  for (const { name } of opsCommands) expect(usageOf(opsCommands)).toContain(`\n  ${name}`);
});
