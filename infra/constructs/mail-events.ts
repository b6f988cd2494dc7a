// oxlint-disable no-new -- a construct joins the tree by being made
import { Aws, Stack } from "aws-cdk-lib";
import { EventBus, Rule } from "aws-cdk-lib/aws-events";
import { SqsQueue } from "aws-cdk-lib/aws-events-targets";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { ConfigurationSet, EmailSendingEvent, EventDestination } from "aws-cdk-lib/aws-ses";
import { type IQueue, Queue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import type { StageSettings } from "../stages/stage.ts";

/** Only where SES is at hand; elsewhere the mail server returns mails as mails. */
export const hasMailEvents = (stage: StageSettings): boolean => stage.mailIn === "ses";

/** Name of the stage's configuration set and of the rule that takes its events. */
export const mailEventsName = (stage: StageSettings): string => `jiesu-${stage.name}-mail-events`;

/**
 * Mails that SES could not deliver, or whose reader called them spam → EventBridge → the queue of incoming mails. SES
 * also returns such a mail to its sender by mail; whichever comes first is recorded, the other changes nothing.
 */
export function tellOfReturnedMails(scope: Construct, stage: StageSettings, queue: IQueue): ConfigurationSet {
  const name = mailEventsName(stage);
  const set = new ConfigurationSet(scope, "MailEvents", { configurationSetName: name });
  set.addEventDestination("Events", {
    destination: EventDestination.eventBus(EventBus.fromEventBusName(scope, "DefaultBus", "default")),
    events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT],
  });
  // The queue's policy stands with the queue, in the stack that never depends on another.
  const target = Queue.fromQueueArn(scope, "EventQueue", queue.queueArn);
  new Rule(scope, "MailEventRule", {
    ruleName: name,
    description: "Returned mails and spam complaints become messages of the mail queue",
    eventPattern: {
      source: ["aws.ses"],
      detailType: ["Email Bounced", "Email Complaint Received"],
      detail: { mail: { tags: { "ses:configuration-set": [name] } } },
    },
    targets: [new SqsQueue(target)],
  });
  return set;
}

/** Lets that rule put its events on the queue, and nothing else. */
export function acceptMailEvents(queue: Queue, stage: StageSettings): void {
  queue.addToResourcePolicy(
    new PolicyStatement({
      sid: "AcceptMailEvents",
      principals: [new ServicePrincipal("events.amazonaws.com")],
      actions: ["sqs:SendMessage"],
      resources: [queue.queueArn],
      conditions: {
        StringEquals: { "aws:SourceAccount": Aws.ACCOUNT_ID },
        ArnEquals: {
          "aws:SourceArn": Stack.of(queue).formatArn({
            service: "events",
            resource: "rule",
            resourceName: mailEventsName(stage),
          }),
        },
      },
    }),
  );
}
