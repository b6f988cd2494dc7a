// oxlint-disable no-new -- a construct joins the tree by being made
import { Aws, CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from "aws-cdk-lib";
import type { Table } from "aws-cdk-lib/aws-dynamodb";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { type LifecycleRule, ObjectLockRetention, StorageClass } from "aws-cdk-lib/aws-s3";
import { ScheduleGroup } from "aws-cdk-lib/aws-scheduler";
import type { Topic } from "aws-cdk-lib/aws-sns";
import type { Construct } from "constructs";
import { defined } from "../../lib/domain/present.ts";
import { functionProfiles } from "../catalogue/functions.ts";
import { workQueues } from "../catalogue/queues.ts";
import { AlarmTopic } from "../constructs/alarm-topic.ts";
import { ComplaintTable } from "../constructs/complaint-table.ts";
import { type BucketName, type Foundation, keptDays, type QueueName } from "../constructs/foundation.ts";
import { GeneratedSecret } from "../constructs/generated-secret.ts";
import { InstallationKey, secretsPrefix } from "../constructs/installation-key.ts";
import { fixLogicalId, pascalCase } from "../constructs/logical-id.ts";
import { acceptMailEvents, hasMailEvents } from "../constructs/mail-events.ts";
import { PrivateBucket } from "../constructs/private-bucket.ts";
import { acceptMailFromSes, announceRawMail, ruleSetName } from "../constructs/raw-mail.ts";
import { WorkQueue } from "../constructs/work-queue.ts";
import { publicUrlOf, type StageSettings } from "../stages/stage.ts";

/** Without an address of its own the stage's pages stand at the API's, which is not known here. */
function originOf(publicUrl: string | undefined): string {
  return publicUrl === undefined ? "*" : new URL(publicUrl).origin;
}

/** Everything that holds data: it outlives the other stacks, and its logical ids never change. */
export class StatefulStack extends Stack implements Foundation {
  readonly stage: StageSettings;
  readonly topic: Topic;
  readonly table: Table;
  readonly queues: Foundation["queues"];
  readonly buckets: Foundation["buckets"];
  readonly scheduleGroupName: string;
  readonly scheduleRole: Role;
  readonly edgeKey: string;

  constructor(scope: Construct, id: string, stage: StageSettings, props?: StackProps) {
    super(scope, id, { ...props, terminationProtection: stage.retain });
    this.stage = stage;
    this.topic = new AlarmTopic(this, "Alarms", { email: stage.alarmEmail }).topic;
    this.table = new ComplaintTable(this, "Complaints", stage).table;
    new InstallationKey(this, "InstallationKey", stage);
    if (stage.signIn === "wecom") {
      const description = "接诉 Jiesu: what tokens of people who sign in by WeCom are signed with";
      new GeneratedSecret(this, "SignInKey", stage, { name: "sign-in-key", description });
    }
    this.edgeKey = stage.waf ? edgeKeyOf(this, stage) : "none";

    const queues = this.makeQueues();
    this.queues = queues;
    const buckets = this.makeBuckets();
    this.buckets = buckets;
    announceRawMail(buckets.mail, queues["mail-in"]);
    if (stage.mailIn === "ses") acceptMailFromSes(buckets.mail, ruleSetName(stage));
    if (hasMailEvents(stage)) acceptMailEvents(queues["mail-in"], stage);

    this.scheduleGroupName = `jiesu-${stage.name}-alarms`;
    fixLogicalId(
      new ScheduleGroup(this, "ScheduleGroup", {
        scheduleGroupName: this.scheduleGroupName,
        removalPolicy: stage.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      }),
      "ScheduleGroup",
    );
    this.scheduleRole = this.makeScheduleRole();

    new CfnOutput(this, "TableName", { value: this.table.tableName });
    new CfnOutput(this, "Secrets", { value: secretsPrefix(stage) });
    // What `npm run ops -- doctor` compares with the DNS and with SES.
    new CfnOutput(this, "AlarmTopicArn", { value: this.topic.topicArn });
    new CfnOutput(this, "MailDomain", { value: stage.mailDomain });
    new CfnOutput(this, "MailWay", { value: stage.mailIn });
    // What `npm run ops -- env` makes variables of.
    new CfnOutput(this, "DocumentsBucketName", { value: buckets.documents.bucketName });
    new CfnOutput(this, "AttachmentsBucketName", { value: buckets.attachments.bucketName });
    new CfnOutput(this, "ReportsBucketName", { value: buckets.reports.bucketName });
    new CfnOutput(this, "DigestsBucketName", { value: buckets.digests.bucketName });
    new CfnOutput(this, "MailBucketName", { value: buckets.mail.bucketName });
  }

  private makeQueues() {
    const make = (name: QueueName) => {
      const work = workQueues[name];
      return new WorkQueue(this, pascalCase(name), {
        name,
        logicalIdPrefix: pascalCase(name),
        stage: this.stage,
        topic: this.topic,
        consumerTimeout: Duration.seconds(functionProfiles[work.consumer].timeoutSeconds),
        lateAfter: Duration.minutes(work.lateAfterMinutes),
        whenLate: work.whenLate,
        whenDead: work.whenDead,
      }).queue;
    };
    return {
      react: make("react"),
      alarm: make("alarm"),
      notice: make("notice"),
      report: make("report"),
      "mail-in": make("mail-in"),
      webhook: make("webhook"),
    } satisfies Record<QueueName, unknown>;
  }

  private makeBuckets() {
    const { retain, mailRetentionDays } = this.stage;
    const accessLog = new PrivateBucket(this, "AccessLog", {
      logicalId: "AccessLogBucket",
      retain,
      lifecycle: [{ id: "expire", expiration: Duration.days(400) }],
    }).bucket;
    /** What people gave us once is never overwritten for good; what was erased is gone after this. */
    const versions: LifecycleRule = {
      id: "old-versions",
      noncurrentVersionExpiration: Duration.days(keptDays),
      expiredObjectDeleteMarker: true,
    };
    const make = (
      name: BucketName,
      lifecycle: readonly LifecycleRule[],
      { frozen = false, lockFor, putFrom }: Making = {},
    ) =>
      new PrivateBucket(this, pascalCase(name), {
        logicalId: `${pascalCase(name)}Bucket`,
        retain,
        versioned: frozen || retain,
        objectLock: frozen,
        writeOnce: lockFor !== undefined,
        lifecycle,
        ...defined({ lockFor, putFrom }),
        accessLog: { bucket: accessLog, prefix: `${name}/` },
      }).bucket;
    return {
      reports: make(
        "reports",
        [
          { id: "old-editions", noncurrentVersionExpiration: Duration.days(keptDays) },
          // What projects contributed to a run; needed until the next edition is compared with it.
          { id: "parts", prefix: "runs/", expiration: Duration.days(400) },
        ],
        { frozen: true },
      ),
      mail: make("mail", [
        ...(retain ? [versions] : []),
        { id: "cool-down", transitions: [cool(30)] },
        { id: "expire", expiration: Duration.days(mailRetentionDays) },
      ]),
      attachments: make(
        "attachments",
        [
          ...(retain ? [versions] : []),
          { id: "cool-down", prefix: "complaints/", transitions: [cool(90)] },
          // Archives for inspections are put together anew each time.
          { id: "dossiers", prefix: "dossiers/", expiration: Duration.days(1) },
          // Copies for those who asked for their data (lib/app/person-data): theirs for a fortnight.
          { id: "copies", prefix: "person-data/", expiration: Duration.days(15) },
          // What no complaint took within a day is not taken any more (lib/app/uploads).
          { id: "unused-uploads", prefix: "uploads/", expiration: Duration.days(2) },
        ],
        { putFrom: [originOf(publicUrlOf(this.stage))] },
      ),
      documents: make("documents", [
        ...(retain ? [versions] : []),
        { id: "cool-down", transitions: [cool(90)] },
        // The list of erasures outlives every backup that does not know of them.
        { id: "erasure-list", prefix: "erased/", expiration: Duration.days(400) },
      ]),
      // Never over: an old digest vouches for whatever has not changed since.
      digests: make("digests", [], { frozen: true, lockFor: lockOf(this.stage) }),
    } satisfies Record<BucketName, unknown>;
  }

  private makeScheduleRole(): Role {
    const role = fixLogicalId(
      new Role(this, "ScheduleRole", {
        description: "EventBridge Scheduler puts due alarms of complaints on the alarm queue",
        assumedBy: new ServicePrincipal("scheduler.amazonaws.com", {
          conditions: { StringEquals: { "aws:SourceAccount": Aws.ACCOUNT_ID } },
        }),
      }),
      "ScheduleRole",
    );
    role.addToPolicy(
      new PolicyStatement({ actions: ["sqs:SendMessage"], resources: [this.queues.alarm.queueArn] }),
    );
    return role;
  }
}

/** What a bucket has beside its lifecycle. */
interface Making {
  readonly frozen?: boolean;
  readonly lockFor?: ObjectLockRetention;
  readonly putFrom?: readonly string[];
}

function lockOf({ digestLock, digestLockDays }: StageSettings): ObjectLockRetention {
  return ObjectLockRetention[digestLock](Duration.days(digestLockDays));
}

/** Functions have the value as a setting: whoever may read their settings could at most pretend another network address. */
function edgeKeyOf(scope: Construct, stage: StageSettings): string {
  const description = "接诉 Jiesu: what CloudFront shows the functions";
  const { secret } = new GeneratedSecret(scope, "EdgeKey", stage, { name: "edge-key", description });
  return secret.secretValueFromJson("key").unsafeUnwrap();
}

function cool(days: number) {
  return { storageClass: StorageClass.INFREQUENT_ACCESS, transitionAfter: Duration.days(days) };
}
