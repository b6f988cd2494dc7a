// oxlint-disable no-new -- a construct joins the tree by being made
import { Stack } from "aws-cdk-lib";
import { ReceiptRuleSet, TlsPolicy } from "aws-cdk-lib/aws-ses";
import type { Construct } from "constructs";
import { AppFunction } from "../constructs/app-function.ts";
import { type Foundation, rawMailPrefix } from "../constructs/foundation.ts";
import { ruleSetName } from "../constructs/raw-mail.ts";
import type { Settings } from "../environment.ts";

/** Mail in: SES receipt rule → raw mail in S3 → queue → mail-in. */
export class IntakeMailStack extends Stack {
  constructor(scope: Construct, id: string, foundation: Foundation, settings: Settings) {
    super(scope, id);
    const { stage, buckets } = foundation;
    // One mail at a time and few at once: large attachments are held in memory.
    new AppFunction(this, "mail-in", { foundation, settings }).workOff(foundation, "mail-in", {
      batchSize: 1,
      maxConcurrency: 10,
    });
    if (stage.mailIn !== "ses") return;
    new ReceiptRuleSet(this, "RuleSet", { receiptRuleSetName: ruleSetName(stage) }).addRule("Desk", {
      recipients: [stage.mailDomain],
      scanEnabled: true,
      // Old mail servers of small senders do not all speak TLS; a complaint must not be lost for that.
      tlsPolicy: TlsPolicy.OPTIONAL,
      actions: [
        {
          bind: () => ({ s3Action: { bucketName: buckets.mail.bucketName, objectKeyPrefix: rawMailPrefix } }),
        },
      ],
    });
  }
}
