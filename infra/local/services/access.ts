import type { AccessNeed } from "../contract.ts";
import {
  bucketArn,
  configurationSetArn,
  identityArn,
  objectArn,
  scheduleArn,
  scheduleGroupArn,
  secretArn,
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

/**
 * HeadObject is a GetObject without the body; listing is a right on the bucket, and so is hearing that an object is missing (who may
 * not list is told 403, not 404); writing under lock, ending a lock and removing a version are rights of their own.
 */
export function objectNeeds(
  operation: string,
  bucket: string,
  key: string,
  { locks = false, bypasses = false, version = false, missing = false } = {},
): Needs {
  switch (operation) {
    case "GetObject":
    case "HeadObject":
      return [
        need("s3:GetObject", objectArn(bucket, key)),
        ...(missing ? [need("s3:ListBucket", bucketArn(bucket))] : []),
      ];
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
