import { Aws } from "aws-cdk-lib";
import type { VariableName } from "../../lib/config/environment.ts";
import type { Foundation } from "../constructs/foundation.ts";
import { secretsPrefix } from "../constructs/installation-key.ts";
import { hasMailEvents, mailEventsName } from "../constructs/mail-events.ts";
import { type Pool, signInSettings } from "./sign-in.ts";

/** The value of every setting a function may read; each function gets only those lib/config names for it. */
export type Settings = Readonly<Record<VariableName, string>>;

/** Collects the settings from the stage and the stateful stack. `publicUrl` has no trailing slash. */
export function settingsOf(foundation: Foundation, publicUrl: string, pool?: Pool): Settings {
  const { stage, table, queues, buckets } = foundation;
  return {
    TABLE_NAME: table.tableName,
    SECRETS: secretsPrefix(stage),
    REACT_QUEUE_URL: queues.react.queueUrl,
    ALARM_QUEUE_URL: queues.alarm.queueUrl,
    ALARM_QUEUE_ARN: queues.alarm.queueArn,
    SCHEDULE_GROUP: foundation.scheduleGroupName,
    SCHEDULE_ROLE_ARN: foundation.scheduleRole.roleArn,
    NOTICE_QUEUE_URL: queues.notice.queueUrl,
    WEBHOOK_QUEUE_URL: queues.webhook.queueUrl,
    REPORT_QUEUE_URL: queues.report.queueUrl,
    MAIL_BUCKET: buckets.mail.bucketName,
    ATTACHMENTS_BUCKET: buckets.attachments.bucketName,
    DOCUMENTS_BUCKET: buckets.documents.bucketName,
    DIGESTS_BUCKET: buckets.digests.bucketName,
    REPORTS_BUCKET: buckets.reports.bucketName,
    MAIL_IN_QUEUE_URL: queues["mail-in"].queueUrl,
    MAIL_FROM: stage.mailFrom,
    MAIL_EVENTS: hasMailEvents(stage) ? mailEventsName(stage) : "none",
    NOTICE_ADAPTERS: stage.noticeAdapters.join(",") || "none",
    RECORDING_HOSTS: stage.recordingHosts.join(",") || "none",
    PUBLIC_URL: publicUrl,
    ...signInSettings(stage, publicUrl, pool),
    EDGE_KEY: foundation.edgeKey,
    FILES_ORIGIN: `https://${buckets.attachments.bucketName}.s3.${Aws.REGION}.${Aws.URL_SUFFIX}`,
    STAGE: stage.name,
  };
}
