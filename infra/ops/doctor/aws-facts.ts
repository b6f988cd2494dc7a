import { resolveMx } from "node:dns/promises";
import { GetAccountSettingsCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { DescribeActiveReceiptRuleSetCommand, SESClient } from "@aws-sdk/client-ses";
import { GetAccountCommand, GetEmailIdentityCommand, SESv2Client } from "@aws-sdk/client-sesv2";
import { ListSubscriptionsByTopicCommand, SNSClient } from "@aws-sdk/client-sns";
import type { AwsConfig } from "../../../lib/adapters/runtime/aws-clients.ts";
import { outputsOf } from "../stack-outputs.ts";
import type { AwsFacts } from "./aws-lacks.ts";

/** Looks a domain's MX records up; exchanged in tests. */
export type MxLookup = (domain: string) => Promise<readonly string[]>;

/** What AWS and the DNS say of a deployed stage. Throws what the SDK throws for a missing stack or right. */
export async function awsFacts(stage: string, config: AwsConfig, lookUp: MxLookup = mxOf): Promise<AwsFacts> {
  const outputs = await outputsOf(stage, "stateful", config);
  const { MailDomain: mailDomain = "", MailWay: mailIn = "", AlarmTopicArn: topic = "" } = outputs;
  const region = await new LambdaClient(config).config.region();
  const [subscriptions, concurrency, mail] = await Promise.all([
    subscriptionsOf(topic, config),
    concurrencyOf(config),
    mailIn === "ses" ? sesFacts(stage, mailDomain, config) : undefined,
  ]);
  return {
    stage,
    region,
    mailDomain,
    mailIn,
    subscriptions,
    concurrency,
    mail,
    mx: await lookUp(mailDomain),
  };
}

async function subscriptionsOf(TopicArn: string, config: AwsConfig): Promise<AwsFacts["subscriptions"]> {
  const { Subscriptions = [] } = await new SNSClient(config).send(
    new ListSubscriptionsByTopicCommand({ TopicArn }),
  );
  const pending = Subscriptions.filter((one) => one.SubscriptionArn === "PendingConfirmation").length;
  return { pending, confirmed: Subscriptions.length - pending };
}

async function concurrencyOf(config: AwsConfig): Promise<number> {
  const { AccountLimit } = await new LambdaClient(config).send(new GetAccountSettingsCommand({}));
  return AccountLimit?.ConcurrentExecutions ?? 0;
}

async function sesFacts(stage: string, domain: string, config: AwsConfig): Promise<AwsFacts["mail"]> {
  const v2 = new SESv2Client(config);
  const [account, identity, active] = await Promise.all([
    v2.send(new GetAccountCommand({})),
    v2.send(new GetEmailIdentityCommand({ EmailIdentity: domain })).catch((cause: unknown) => {
      if (cause instanceof Error && cause.name === "NotFoundException") return undefined;
      throw cause;
    }),
    new SESClient(config).send(new DescribeActiveReceiptRuleSetCommand({})),
  ]);
  return {
    sandbox: account.ProductionAccessEnabled !== true,
    identity:
      identity === undefined
        ? "missing"
        : identity.VerifiedForSendingStatus === true
          ? "verified"
          : "pending",
    ruleSetIsActive: active.Metadata?.Name === `jiesu-${stage}`,
  };
}

async function mxOf(domain: string): Promise<readonly string[]> {
  try {
    return (await resolveMx(domain)).map(({ exchange }) => exchange);
  } catch (cause) {
    // No such record or name: that is the answer. Anything else (no resolver) says nothing about the domain.
    if (cause instanceof Error && "code" in cause && ["ENODATA", "ENOTFOUND"].includes(String(cause.code)))
      return [];
    throw cause;
  }
}
