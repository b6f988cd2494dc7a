import * as z from "zod";
import type { AccessNeed } from "../contract.ts";
import {
  bucketArn,
  configurationSetArn,
  identityArn,
  objectArn,
  scheduleArn,
  scheduleGroupArn,
  secretArn,
  tableArn,
} from "./account.ts";

/**
 * The reviewed table: which IAM actions AWS evaluates for an operation, and on which resource. An operation that is
 * not here is refused (undefined), never guessed.
 */
type Needs = readonly AccessNeed[] | undefined;

const need = (action: string, resource: string): AccessNeed => ({ action, resource });

/** Batches need the single operation's action. */
const queueActions: Readonly<Record<string, string>> = {
  SendMessage: "sqs:SendMessage",
  SendMessageBatch: "sqs:SendMessage",
  ReceiveMessage: "sqs:ReceiveMessage",
  DeleteMessage: "sqs:DeleteMessage",
  DeleteMessageBatch: "sqs:DeleteMessage",
  ChangeMessageVisibility: "sqs:ChangeMessageVisibility",
  GetQueueUrl: "sqs:GetQueueUrl",
  GetQueueAttributes: "sqs:GetQueueAttributes",
};

/** `queue` is the queue's ARN; undefined for ListQueues, which knows no resource. */
export function queueNeeds(operation: string, queue: string | undefined): Needs {
  if (operation === "ListQueues") return [need("sqs:ListQueues", "*")];
  const action = queueActions[operation];
  return action === undefined || queue === undefined ? undefined : [need(action, queue)];
}

/** HeadObject is a GetObject without the body; listing is a right on the bucket, writing under lock, ending a lock and removing a version rights of their own. */
export function objectNeeds(
  operation: string,
  bucket: string,
  key: string,
  { locks = false, bypasses = false, version = false } = {},
): Needs {
  switch (operation) {
    case "GetObject":
    case "HeadObject":
      return [need("s3:GetObject", objectArn(bucket, key))];
    case "PutObject":
      return [
        need("s3:PutObject", objectArn(bucket, key)),
        ...(locks ? [need("s3:PutObjectRetention", objectArn(bucket, key))] : []),
      ];
    case "DeleteObject":
      return [
        need(version ? "s3:DeleteObjectVersion" : "s3:DeleteObject", objectArn(bucket, key)),
        ...(bypasses ? [need("s3:BypassGovernanceRetention", objectArn(bucket, key))] : []),
      ];
    case "ListObjectsV2":
      return [need("s3:ListBucket", bucketArn(bucket))];
    default:
      return undefined;
  }
}

export interface ScheduleSubject {
  readonly group: string;
  readonly name: string;
  /** Execution role that the caller hands to the Scheduler. */
  readonly roleArn?: string;
}

/** Handing a role to the Scheduler needs iam:PassRole beside the Scheduler's own action. */
export function scheduleNeeds(operation: string, { group, name, roleArn }: ScheduleSubject): Needs {
  switch (operation) {
    case "CreateSchedule":
    case "UpdateSchedule":
      return roleArn === undefined
        ? undefined
        : [need(`scheduler:${operation}`, scheduleArn(group, name)), need("iam:PassRole", roleArn)];
    case "GetSchedule":
    case "DeleteSchedule":
      return [need(`scheduler:${operation}`, scheduleArn(group, name))];
    case "ListSchedules":
      return [need("scheduler:ListSchedules", group === "" ? "*" : scheduleGroupArn(group))];
    default:
      return undefined;
  }
}

export interface MailSubject {
  /** Domain of the sender: the identity that a production account verifies. */
  readonly senderDomain: string;
  readonly raw: boolean;
  readonly configurationSet?: string;
}

/** For raw content SES v2 also checks the action of its first version, ses:SendRawEmail. */
export function mailNeeds(operation: string, subject: MailSubject): Needs {
  if (operation !== "SendEmail") return undefined;
  const actions = subject.raw ? ["ses:SendEmail", "ses:SendRawEmail"] : ["ses:SendEmail"];
  const resources = [
    identityArn(subject.senderDomain),
    ...(subject.configurationSet === undefined ? [] : [configurationSetArn(subject.configurationSet)]),
  ];
  return actions.flatMap((action) => resources.map((resource) => need(action, resource)));
}

/** CreateSecret is asked about the name, before the service has added anything to it. */
export function secretNeeds(operation: string, secret: string): Needs {
  switch (operation) {
    case "GetSecretValue":
    case "PutSecretValue":
    case "CreateSecret":
    case "DeleteSecret":
    case "RestoreSecret":
      return [need(`secretsmanager:${operation}`, secretArn(secret))];
    default:
      return undefined;
  }
}

/** The partition key of the product's tables, as the wire writes it. */
const partition = z.object({ pk: z.object({ S: z.string() }) });
const oneTable = z.object({ TableName: z.string(), IndexName: z.string().optional() });
const manyTables = z.object({ RequestItems: z.record(z.string(), z.unknown()) });
const manyKeys = z.object({ Keys: z.array(partition) });
const keyed = z.object({ Key: partition.optional(), Item: partition.optional() });
const queried = z.object({
  KeyConditionExpression: z.string(),
  ExpressionAttributeValues: z.record(z.string(), z.looseObject({ S: z.string().optional() })),
});
const transactionItem = z.record(z.string(), z.object({ TableName: z.string() }));
const transaction = z.object({ TransactItems: z.array(transactionItem) });

const oneTableActions = new Set(
  ["GetItem", "PutItem", "UpdateItem", "DeleteItem", "DescribeTable", "DescribeTimeToLive"].concat([
    "CreateTable",
    "UpdateTable",
    "DeleteTable",
    "UpdateTimeToLive",
  ]),
);
const transactionActions: Readonly<Record<string, string>> = {
  Get: "dynamodb:GetItem",
  Put: "dynamodb:PutItem",
  Update: "dynamodb:UpdateItem",
  Delete: "dynamodb:DeleteItem",
  ConditionCheck: "dynamodb:ConditionCheckItem",
};

/** `input` is the request's JSON. A query of an index needs the index's ARN, not the table's. */
export function tableNeeds(operation: string, input: unknown): Needs {
  if (oneTableActions.has(operation)) {
    const parsed = oneTable.safeParse(input);
    if (!parsed.success) return undefined;
    const one = need(`dynamodb:${operation}`, tableArn(nameOf(parsed.data.TableName)));
    return [{ ...one, ...leading(keyOf(input)) }];
  }
  switch (operation) {
    case "Query":
    case "Scan": {
      const parsed = oneTable.safeParse(input);
      if (!parsed.success) return undefined;
      const table = tableArn(nameOf(parsed.data.TableName));
      const { IndexName } = parsed.data;
      if (IndexName !== undefined) return [need(`dynamodb:${operation}`, `${table}/index/${IndexName}`)];
      return [{ ...need(`dynamodb:${operation}`, table), ...leading(queriedPartition(input)) }];
    }
    case "BatchGetItem":
    case "BatchWriteItem": {
      const parsed = manyTables.safeParse(input);
      if (!parsed.success) return undefined;
      return Object.entries(parsed.data.RequestItems).map(([table, asked]) => ({
        ...need(`dynamodb:${operation}`, tableArn(nameOf(table))),
        ...leading(manyKeys.safeParse(asked).data?.Keys.map(({ pk }) => pk.S)),
      }));
    }
    case "TransactGetItems":
    case "TransactWriteItems":
      return transactionNeeds(input);
    case "ListTables":
      return [need("dynamodb:ListTables", "*")];
    default:
      return undefined;
  }
}

function leading(keys: readonly string[] | undefined): Pick<AccessNeed, "leadingKeys"> {
  return keys === undefined ? {} : { leadingKeys: keys };
}

function keyOf(input: unknown): readonly string[] | undefined {
  const { Key, Item } = keyed.safeParse(input).data ?? {};
  const found = Key ?? Item;
  return found === undefined ? undefined : [found.pk.S];
}

/** `pk = :value AND …`: the one partition that a query of the table reads. */
function queriedPartition(input: unknown): readonly string[] | undefined {
  const parsed = queried.safeParse(input);
  if (!parsed.success) return undefined;
  const [, value = ""] = /\bpk = (:\w+)/.exec(parsed.data.KeyConditionExpression) ?? [];
  const found = parsed.data.ExpressionAttributeValues[value]?.S;
  return found === undefined ? undefined : [found];
}

/** Each item needs its own action on its own table; the transaction itself needs none. */
function transactionNeeds(input: unknown): Needs {
  const parsed = transaction.safeParse(input);
  if (!parsed.success) return undefined;
  const needs = new Map<string, AccessNeed>();
  for (const item of parsed.data.TransactItems) {
    for (const [kind, { TableName }] of Object.entries(item)) {
      const action = transactionActions[kind];
      if (action === undefined) return undefined;
      const one = need(action, tableArn(nameOf(TableName)));
      needs.set(`${one.action} ${one.resource}`, one);
    }
  }
  return [...needs.values()];
}

/** DynamoDB takes a table's ARN in place of its name. */
export function nameOf(table: string): string {
  return table.slice(table.lastIndexOf("/") + 1);
}
