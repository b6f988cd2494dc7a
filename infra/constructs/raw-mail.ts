// oxlint-disable no-new -- a construct joins the tree by being made
import { Aws, Stack } from "aws-cdk-lib";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { type Bucket, CfnBucket } from "aws-cdk-lib/aws-s3";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import type { StageSettings } from "../stages/stage.ts";
import { rawMailPrefix } from "./foundation.ts";
import { resourceOf } from "./logical-id.ts";

/** Name of the stage's receipt rule set; only one set of an account and region is active (docs/deploy.md). */
export function ruleSetName(stage: StageSettings): string {
  return `jiesu-${stage.name}`;
}

/**
 * Every new object under raw/ of the mail bucket becomes a message of the queue.
 *
 * Written on the bucket itself: CDK's own notifications would bring a custom resource with a function that may
 * change every bucket. S3 checks the queue's policy when the bucket is made, so the policy comes first and cannot
 * name the bucket; it names the buckets of this stack by their generated prefix.
 */
export function announceRawMail(bucket: Bucket, queue: Queue): void {
  const stack = Stack.of(bucket);
  const allowed = queue.addToResourcePolicy(
    new PolicyStatement({
      sid: "AnnounceRawMail",
      principals: [new ServicePrincipal("s3.amazonaws.com")],
      actions: ["sqs:SendMessage"],
      resources: [queue.queueArn],
      conditions: {
        StringEquals: { "aws:SourceAccount": Aws.ACCOUNT_ID },
        ArnLike: {
          "aws:SourceArn": stack.formatArn({
            service: "s3",
            region: "",
            account: "",
            resource: `${stack.stackName}-*`,
          }),
        },
      },
    }),
  );
  const resource = resourceOf(bucket);
  if (!(resource instanceof CfnBucket)) throw new Error(`${bucket.node.path} is no bucket`);
  resource.notificationConfiguration = {
    queueConfigurations: [
      {
        event: "s3:ObjectCreated:*",
        queue: queue.queueArn,
        filter: { s3Key: { rules: [{ name: "prefix", value: rawMailPrefix }] } },
      },
    ],
  };
  if (allowed.policyDependable === undefined) throw new Error("the queue's policy cannot be waited for");
  bucket.node.addDependency(allowed.policyDependable);
}

/** Lets the receipt rules of one rule set of this account put raw mails, and nothing else. */
export function acceptMailFromSes(bucket: Bucket, ruleSetName: string): void {
  bucket.addToResourcePolicy(
    new PolicyStatement({
      sid: "AcceptMailFromSes",
      principals: [new ServicePrincipal("ses.amazonaws.com")],
      actions: ["s3:PutObject"],
      resources: [bucket.arnForObjects(`${rawMailPrefix}*`)],
      conditions: {
        StringEquals: { "aws:SourceAccount": Aws.ACCOUNT_ID },
        ArnLike: {
          "aws:SourceArn": Stack.of(bucket).formatArn({
            service: "ses",
            resource: "receipt-rule-set",
            resourceName: `${ruleSetName}:receipt-rule/*`,
          }),
        },
      },
    }),
  );
}
