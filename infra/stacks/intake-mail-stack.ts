// oxlint-disable no-new -- a construct joins the tree by being made
import { Duration, Stack } from "aws-cdk-lib";
import { ScheduleExpression } from "aws-cdk-lib/aws-scheduler";
import { ReceiptRuleSet, TlsPolicy } from "aws-cdk-lib/aws-ses";
import type { Construct } from "constructs";
import { AppFunction } from "../catalogue/app-function.ts";
import type { Settings } from "../catalogue/environment.ts";
import { RecurringSchedule } from "../catalogue/recurring-schedule.ts";
import { DeadLetterQueue } from "../constructs/dead-letter-queue.ts";
import { type Foundation, rawMailPrefix } from "../constructs/foundation.ts";
import { ruleSetName } from "../constructs/raw-mail.ts";

/** Mail in: SES receipt rule, or an IMAP mailbox polled every two minutes → raw mail in S3 → queue → mail-in. */
export class IntakeMailStack extends Stack {
  constructor(scope: Construct, id: string, foundation: Foundation, settings: Settings) {
    super(scope, id);
    const { stage, buckets } = foundation;
    // One mail at a time and few at once: large attachments are held in memory.
    new AppFunction(this, "mail-in", { foundation, settings }).workOff(foundation, "mail-in", {
      batchSize: 1,
      maxConcurrency: 10,
    });
    this.pollMailbox({ foundation, settings });
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

  /** Stands in every stage; only where mail comes by IMAP does its schedule run. */
  private pollMailbox(shared: { readonly foundation: Foundation; readonly settings: Settings }): void {
    const { stage, topic } = shared.foundation;
    const { queue } = new DeadLetterQueue(this, "PollFailures", {
      name: "mail-poll",
      logicalId: "MailPollDeadLetters",
      stage,
      topic,
      humanImpact: {
        zh: "一次收信没有启动，邮箱里的投诉要等下一次才取走。",
        en: "A poll of the mailbox did not start; the complaints in it wait for the next one.",
      },
    });
    const poll = new AppFunction(this, "mail-poll", shared);
    // The next run is the retry; Lambda's own retries would run beside it.
    poll.live.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.minutes(2) });
    new RecurringSchedule(this, "PollMailbox", {
      description: "Jiesu mail poll: brings the new mails of the IMAP mailbox",
      expression: ScheduleExpression.rate(Duration.minutes(2)),
      target: poll,
      enabled: stage.mailIn === "imap",
      kind: "mail-poll",
      giveUpAfter: Duration.minutes(2),
      deadLetters: queue,
    });
  }
}
