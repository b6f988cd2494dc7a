import { afterAll, beforeAll, expect, test } from "vitest";
import { container, operatorContainer } from "../../../lib/adapters/composition/container.ts";
import { putItem } from "../../../lib/adapters/dynamodb/core/items.ts";
import { ConfigurationError, functionVariables } from "../../../lib/config/environment.ts";
import { at, registered } from "../../support/builders.ts";
import { type LocalAws, startLocalAws } from "../../support/engine.ts";

let local: LocalAws;
beforeAll(async () => {
  local = await startLocalAws();
  const generated = { template: {}, key: "key", length: 64 };
  for (const prefix of [SECRETS, "jiesu/other/"])
    local.services.secrets.define({ name: `${prefix}installation-key`, generated });
});
afterAll(() => local.close());

const SECRETS = "jiesu/test/";
const env = {
  SECRETS,
  REACT_QUEUE_URL: "https://queue.example/react",
  ALARM_QUEUE_URL: "https://queue.example/alarm",
  ALARM_QUEUE_ARN: "arn:aws:sqs:region:account:alarm",
  SCHEDULE_GROUP: "alarms",
  SCHEDULE_ROLE_ARN: "arn:aws:iam::account:role/schedules",
  NOTICE_QUEUE_URL: "https://queue.example/notice",
  WEBHOOK_QUEUE_URL: "https://queue.example/webhook",
  REPORT_QUEUE_URL: "https://queue.example/report",
  MAIL_BUCKET: "mail",
  ATTACHMENTS_BUCKET: "attachments",
  DOCUMENTS_BUCKET: "documents",
  REPORTS_BUCKET: "reports",
  MAIL_IN_QUEUE_URL: "https://queue.example/mail-in",
  MAIL_FROM: "接诉 <desk@jiesu.example>",
  NOTICE_ADAPTERS: "none",
  PUBLIC_URL: "https://desk.example",
  FILES_ORIGIN: "https://files.example",
  OIDC_ISSUER: "https://issuer.example",
  OIDC_AUDIENCE: "jiesu",
  OIDC_AUDIENCE_CLAIM: "aud",
  SIGN_IN: "oidc",
  EDGE_KEY: "none",
  STAGE: "test",
};

test("functions of one installation share its key and shards, whoever comes first", async () => {
  const table = await local.newTable();
  const values = { ...env, TABLE_NAME: table.name };
  const [first, second] = await Promise.all([
    container("channels-api", {}, values, local.aws),
    container("sweep", {}, values, local.aws),
  ]);
  const reader = await container("public-api", {}, values, local.aws);
  expect(first.crypto.keyedHash("track:c1")).toBe(second.crypto.keyedHash("track:c1"));
  expect(reader.crypto.keyedHash("track:c1")).toBe(first.crypto.keyedHash("track:c1"));
  expect(await second.alarms.shards()).toBe(16);

  const other = await container(
    "channels-api",
    {},
    { ...env, SECRETS: "jiesu/other/", TABLE_NAME: (await local.newTable()).name },
    local.aws,
  );
  expect(other.crypto.keyedHash("track:c1")).not.toBe(first.crypto.keyedHash("track:c1"));
});

test("a port outside a function's settings is an error that names the setting", async () => {
  const table = await local.newTable();
  const ports = await container("alarm", {}, { ...env, TABLE_NAME: table.name }, local.aws);
  expect(() => ports.noticeQueue).toThrow(new ConfigurationError("alarm has no setting NOTICE_QUEUE_URL"));
  expect(ports.complaints).toBe(ports.complaints);
});

test("a large library that the entry point did not bring is an error that names it", async () => {
  const ports = await container("stream", {}, env, local.aws);
  expect(() => ports.workbook).toThrow(new ConfigurationError("stream brings no workbook"));
});

test("the stream function reads no table", async () => {
  const ports = await container("stream", {}, env, local.aws);
  expect(ports.reactQueue).toBeDefined();
  expect(() => ports.complaints).toThrow("stream has no setting TABLE_NAME");
});

test("every missing setting of a function is named at once", async () => {
  for (const [name, variables] of Object.entries(functionVariables)) {
    const starting = container(name as keyof typeof functionVariables, {}, {}, local.aws);
    for (const variable of variables) await expect(starting).rejects.toThrow(variable);
  }
});

test("the operator's ports reach what another function wrote; settings that cannot be read are an error", async () => {
  const table = await local.newTable();
  const operator = await operatorContainer({ ...env, TABLE_NAME: table.name }, local.aws);
  const complaint = registered(at("2026-02-13 10:00"));
  await operator.complaints.insert(complaint);
  const staff = await container("staff-api", {}, { ...env, TABLE_NAME: table.name }, local.aws);
  expect(await staff.complaints.load(complaint.registration.id)).toEqual(complaint);
  const broken = { pk: "SETTINGS", sk: "SETTINGS", hashKey: "short", alarmShards: 8 };
  await putItem(table, { Item: broken });
  const starting = container("staff-api", {}, { ...env, TABLE_NAME: table.name }, local.aws);
  await expect(starting).rejects.toThrow(/SETTINGS SETTINGS is unreadable: hashKey/);
  await expect(starting).rejects.not.toThrow(/short/);
});
