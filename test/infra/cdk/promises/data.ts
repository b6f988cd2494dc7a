import { beforeAll, describe, expect, it } from "vitest";
import { type Loose, type Synthesized, synthesize } from "../support.ts";

let local: Synthesized;
let prod: Synthesized;
beforeAll(() => {
  local = synthesize("local");
  prod = synthesize("prod");
}, 180_000);

/** Moving one of these to another id would replace it, and its data would be gone. */
const fixedIds = {
  "AWS::DynamoDB::Table": ["ComplaintTable"],
  "AWS::S3::Bucket": [
    "AccessLogBucket",
    "AttachmentsBucket",
    "DigestsBucket",
    "DocumentsBucket",
    "MailBucket",
    "ReportsBucket",
  ],
  "AWS::SQS::Queue": [
    "AlarmDeadLetters",
    "AlarmQueue",
    "MailInDeadLetters",
    "MailInQueue",
    "NoticeDeadLetters",
    "NoticeQueue",
    "ReactDeadLetters",
    "ReactQueue",
    "ReportDeadLetters",
    "ReportQueue",
    "WebhookDeadLetters",
    "WebhookQueue",
  ],
  "AWS::Scheduler::ScheduleGroup": ["ScheduleGroup"],
  "AWS::SecretsManager::Secret": ["InstallationKey"],
};

describe("what holds data", () => {
  it.each(Object.entries(fixedIds))("%s keeps its logical ids in the stateful stack", (type, ids) => {
    const found = prod.ofType(type).filter(({ stack }) => stack === "jiesu-prod-stateful");
    expect(found.map(({ id }) => id).sort()).toEqual(ids);
  });

  it("outlives its stack outside dev and local", () => {
    for (const type of Object.keys(fixedIds)) {
      for (const { id, raw } of prod.ofType(type)) {
        expect([id, raw.DeletionPolicy, raw.UpdateReplacePolicy]).toEqual([id, "Retain", "Retain"]);
      }
      for (const { id, raw } of local.ofType(type)) expect([id, raw.DeletionPolicy]).toEqual([id, "Delete"]);
    }
    expect(prod.ofType("AWS::DynamoDB::Table")[0]?.properties.DeletionProtectionEnabled).toBe(true);
    expect(local.ofType("AWS::DynamoDB::Table")[0]?.properties.DeletionProtectionEnabled).toBe(false);
    expect(prod.stacks.map((stack) => stack.terminationProtection)).toEqual([true, ...Array(8).fill(false)]);
  });

  it("the installation's key is made once: another way of making it would make another key", () => {
    expect(prod.ofType("AWS::SecretsManager::Secret").map(({ properties }) => properties)).toEqual([
      expect.objectContaining({
        Name: "jiesu/prod/installation-key",
        GenerateSecretString: {
          SecretStringTemplate: "{}",
          GenerateStringKey: "key",
          PasswordLength: 64,
          ExcludePunctuation: true,
        },
      }),
    ]);
  });

  it("the table can be restored to any second, forgets what has expired and shows keys only in its stream", () => {
    expect(prod.ofType("AWS::DynamoDB::Table")[0]?.properties).toMatchObject({
      BillingMode: "PAY_PER_REQUEST",
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      SSESpecification: { SSEEnabled: true },
      StreamSpecification: { StreamViewType: "KEYS_ONLY" },
      TimeToLiveSpecification: { AttributeName: "expiresAt", Enabled: true },
    });
  });

  it("no index copies the document: keys, and at most the fact row", () => {
    const indexes = prod.ofType("AWS::DynamoDB::Table")[0]?.properties.GlobalSecondaryIndexes;
    const shape = indexes.map((index: Loose) => [
      index.IndexName,
      index.KeySchema.map((key: { AttributeName: string }) => key.AttributeName).join(" "),
      index.Projection.ProjectionType,
      (index.Projection.NonKeyAttributes ?? []).join(" "),
    ]);
    expect(shape).toEqual([
      ["byNumber", "number", "KEYS_ONLY", ""],
      ["facts", "factPk factSk", "INCLUDE", "fact"],
      ["openByProject", "openPk dueSk", "INCLUDE", "fact"],
      ["openByCompany", "openShard dueSk", "INCLUDE", "fact"],
      ["alarms", "alarmShard alarmSk", "KEYS_ONLY", ""],
      ["byHousehold", "householdPk householdSk", "KEYS_ONLY", ""],
      ["byContact", "contactPk receivedAt", "KEYS_ONLY", ""],
      ["byCode", "codePk codeSk", "KEYS_ONLY", ""],
      ["byChange", "changePk changeSk", "KEYS_ONLY", ""],
    ]);
  });

  it("only the bucket of files takes what a page puts, from the stage's own pages, and nothing else", () => {
    const open = prod
      .ofType("AWS::S3::Bucket")
      .filter(({ properties }) => properties.CorsConfiguration !== undefined);
    expect(open.map(({ id }) => id)).toEqual(["AttachmentsBucket"]);
    expect(open[0]?.properties.CorsConfiguration.CorsRules).toEqual([
      expect.objectContaining({
        AllowedMethods: ["PUT"],
        AllowedHeaders: ["content-type"],
        AllowedOrigins: [expect.stringMatching(/^(\*|https:\/\/[^/]+)$/)],
      }),
    ]);
  });

  it("buckets are encrypted, closed to the public, reached by TLS only and clear away broken uploads", () => {
    for (const { id, stack, properties } of prod.ofType("AWS::S3::Bucket")) {
      const policy = prod
        .ofType("AWS::S3::BucketPolicy")
        .find((candidate) => prod.follow(stack, candidate.properties.Bucket)?.resource.id === id);
      const denied = policy?.properties.PolicyDocument.Statement.filter(
        (statement: Loose) => statement.Effect === "Deny",
      );
      expect(denied).toContainEqual(
        expect.objectContaining({ Condition: { Bool: { "aws:SecureTransport": "false" } }, Action: "s3:*" }),
      );
      expect(properties.BucketEncryption.ServerSideEncryptionConfiguration).toHaveLength(1);
      expect(Object.values(properties.PublicAccessBlockConfiguration)).toEqual([true, true, true, true]);
      expect(properties.LifecycleConfiguration.Rules).toContainEqual(
        expect.objectContaining({ AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } }),
      );
    }
    const attachments = prod.ofType("AWS::S3::Bucket").find(({ id }) => id === "AttachmentsBucket");
    // What was overwritten or deleted by mistake can be fetched back; what was erased is gone after 35 days.
    for (const id of ["AttachmentsBucket", "DocumentsBucket", "MailBucket"]) {
      const bucket = prod.ofType("AWS::S3::Bucket").find((candidate) => candidate.id === id);
      expect(bucket?.properties.VersioningConfiguration).toEqual({ Status: "Enabled" });
      expect(bucket?.properties.LifecycleConfiguration.Rules).toContainEqual(
        expect.objectContaining({ NoncurrentVersionExpiration: { NoncurrentDays: 35 } }),
      );
    }
    expect(attachments?.properties.LifecycleConfiguration.Rules).toContainEqual(
      expect.objectContaining({ Prefix: "uploads/", ExpirationInDays: 2 }),
    );
    expect(prod.ofType("AWS::S3::Bucket").find(({ id }) => id === "ReportsBucket")?.properties).toMatchObject(
      {
        VersioningConfiguration: { Status: "Enabled" },
        ObjectLockEnabled: true,
      },
    );
  });

  it("a digest of the histories is locked, and neither written over nor deleted by anybody", () => {
    const digests = prod.ofType("AWS::S3::Bucket").find(({ id }) => id === "DigestsBucket");
    expect(digests?.properties).toMatchObject({
      VersioningConfiguration: { Status: "Enabled" },
      ObjectLockEnabled: true,
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: "GOVERNANCE", Days: 1095 } } },
    });
    const ends = digests?.properties.LifecycleConfiguration.Rules.filter(
      (rule: object) => "ExpirationInDays" in rule || "NoncurrentVersionExpiration" in rule,
    );
    expect(ends).toEqual([]);
    const policy = prod
      .ofType("AWS::S3::BucketPolicy")
      .find(({ properties }) => properties.Bucket.Ref === "DigestsBucket");
    const denied = policy?.properties.PolicyDocument.Statement.filter(
      ({ Effect, Condition }: { Effect: string; Condition?: { Bool?: object } }) =>
        Effect === "Deny" && Condition?.Bool === undefined,
    );
    const everybody = { AWS: "*" };
    expect(denied).toMatchObject([
      { Action: "s3:*" },
      { Action: "s3:PutObject", Principal: everybody, Condition: { Null: { "s3:if-none-match": "true" } } },
      { Action: ["s3:DeleteObject", "s3:DeleteObjectVersion"], Principal: everybody },
    ]);
    // The right to end a lock early is nobody's.
    const rights = JSON.stringify(prod.ofType("AWS::IAM::Policy").map(({ properties }) => properties));
    expect(rights.match(/s3:BypassGovernanceRetention/g)).toHaveLength(1);
  });
});
