// oxlint-disable no-new -- a construct joins the tree by being made
import { Stack } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { AppFunction } from "../catalogue/app-function.ts";
import type { Settings } from "../catalogue/environment.ts";
import type { Foundation } from "../constructs/foundation.ts";
import { hasMailEvents, tellOfReturnedMails } from "../constructs/mail-events.ts";

/** Notices out: notice queue → send → mail service; webhook queue → webhook → systems outside. What the service could not deliver comes back to the mail queue. */
export class NoticesStack extends Stack {
  constructor(scope: Construct, id: string, foundation: Foundation, settings: Settings) {
    super(scope, id);
    // Few at once: a mail service in its first weeks allows about a dozen messages a second, and what is on its way when
    // everything stops may be sent twice: one message of each of them.
    const send = new AppFunction(this, "send", { foundation, settings });
    send.workOff(foundation, "notice", { batchSize: 5, maxConcurrency: 2 });
    const webhook = new AppFunction(this, "webhook", { foundation, settings });
    webhook.workOff(foundation, "webhook", { batchSize: 5, maxConcurrency: 5 });
    if (!hasMailEvents(foundation.stage)) return;
    send.node.addDependency(tellOfReturnedMails(this, foundation.stage, foundation.queues["mail-in"]));
  }
}
