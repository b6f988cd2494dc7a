import type { Table } from "aws-cdk-lib/aws-dynamodb";
import type { IRole } from "aws-cdk-lib/aws-iam";
import type { Bucket } from "aws-cdk-lib/aws-s3";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import type { StageSettings } from "../stages/stage.ts";

/** Every index of the complaint table (docs/access-patterns.md). */
export const indexNames = [
  "byNumber",
  "facts",
  "openByProject",
  "openByCompany",
  "alarms",
  "byHousehold",
  "byContact",
  "byCode",
  "byChange",
] as const;
export type IndexName = (typeof indexNames)[number];

export const queueNames = ["react", "alarm", "notice", "report", "mail-in", "webhook"] as const;
export type QueueName = (typeof queueNames)[number];

export const bucketNames = ["reports", "mail", "attachments", "documents", "digests"] as const;
export type BucketName = (typeof bucketNames)[number];

/** Versions and backups of what was erased end after so many days (PIPL 47). */
export const keptDays = 35;

/** Raw mails lie under this prefix of the mail bucket; only they become work. */
export const rawMailPrefix = "raw/";

/** What the capability stacks build on: the stateful stack, seen from the others. */
export interface Foundation {
  readonly stage: StageSettings;
  readonly table: Table;
  readonly queues: Readonly<Record<QueueName, IQueue>>;
  readonly buckets: Readonly<Record<BucketName, Bucket>>;
  /** Name of the group of one-time alarm schedules: a literal, so that it needs no export. */
  readonly scheduleGroupName: string;
  /** EventBridge Scheduler takes this role to put a due alarm on the alarm queue. */
  readonly scheduleRole: IRole;
  /** What CloudFront shows the functions; "none" without it. */
  readonly edgeKey: string;
  /** Takes every alarm. */
  readonly topic: ITopic;
}
