// oxlint-disable no-new -- a construct joins the tree by being made
import { Stack } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { AppFunction } from "../constructs/app-function.ts";
import type { Foundation } from "../constructs/foundation.ts";
import type { Settings } from "../environment.ts";

/** Notices out: notice queue → send → mail service. */
export class NoticesStack extends Stack {
  constructor(scope: Construct, id: string, foundation: Foundation, settings: Settings) {
    super(scope, id);
    // Few at once: a mail service in its first weeks allows about a dozen messages a second.
    new AppFunction(this, "send", { foundation, settings }).workOff(foundation, "notice", {
      batchSize: 5,
      maxConcurrency: 5,
    });
  }
}
