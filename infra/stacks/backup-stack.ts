// oxlint-disable no-new -- a construct joins the tree by being made
import { Duration, RemovalPolicy, Stack, Validations } from "aws-cdk-lib";
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault } from "aws-cdk-lib/aws-backup";
import { Schedule } from "aws-cdk-lib/aws-events";
import { ManagedPolicy, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { Construct } from "constructs";
import { type Foundation, keptDays } from "../constructs/foundation.ts";
import { fixLogicalId } from "../constructs/logical-id.ts";

/** AWS publishes no narrower ones. */
const S3_POLICY = "AWSBackupServiceRolePolicyForS3Backup";
const TABLE_POLICY = "AWSBackupServiceRolePolicyForBackup";

/**
 * Table and buckets once a day into a vault from which nobody deletes: what versions and point-in-time recovery do not help against is
 * the loss of the bucket or the table itself.
 */
export class BackupStack extends Stack {
  constructor(scope: Construct, id: string, { stage, table, buckets }: Foundation) {
    super(scope, id, { terminationProtection: stage.retain });
    const vault = fixLogicalId(
      new BackupVault(this, "Vault", {
        backupVaultName: `jiesu-${stage.name}`,
        blockRecoveryPointDeletion: true,
        removalPolicy: stage.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      }),
      "BackupVault",
    );
    const plan = new BackupPlan(this, "Daily", { backupVault: vault });
    plan.addRule(
      new BackupPlanRule({
        ruleName: "daily",
        // 02:40 in China: after the month's first build has begun, long before the desks open.
        scheduleExpression: Schedule.cron({ hour: "18", minute: "40" }),
        startWindow: Duration.hours(1),
        completionWindow: Duration.hours(6),
        // PIPL 47: what was erased ends in the backups with the old versions.
        deleteAfter: Duration.days(keptDays),
      }),
    );
    plan.addSelection("Everything", {
      backupSelectionName: `jiesu-${stage.name}`,
      role: this.makeRole(),
      resources: [
        BackupResource.fromDynamoDbTable(table),
        ...Object.values(buckets).map(({ bucketArn }) => BackupResource.fromArn(bucketArn)),
      ],
    });
  }

  private makeRole(): Role {
    for (const policy of [S3_POLICY, `service-role/${TABLE_POLICY}`])
      Validations.of(this).acknowledge({
        id: `AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${policy}]`,
        reason: "AWS Backup's own: which calls a backup makes is its affair, and only it takes the role.",
      });
    return new Role(this, "Role", {
      description: "AWS Backup reads the table and the buckets of Jiesu",
      assumedBy: new ServicePrincipal("backup.amazonaws.com"),
      // The selection adds the one for tables.
      managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName(S3_POLICY)],
    });
  }
}
