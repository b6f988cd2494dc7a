import { type Instant, secondsBetween, toInstant } from "../../domain/time/instant.ts";
import {
  attemptFailed,
  claimDelivery,
  delivered,
  type WebhookDelivery,
} from "../../domain/webhooks/delivery.ts";
import type { ItemRef } from "../ports/alarms.ts";
import type { Ports } from "../ports/index.ts";
import { AddressRefusedError } from "../ports/webhooks.ts";
import { signedHeaders } from "./secret.ts";

export type DeliverPorts = Pick<
  Ports,
  "clock" | "crypto" | "webhooks" | "webhookQueue" | "outboundPost" | "telemetry"
>;

/** Beyond this a queue delays nothing: the sweep brings it. */
const LONGEST_DELAY_SECONDS = 900;
/** The receiver has said that it will never take anything again. */
const GONE = 410;

/**
 * Hands one delivery over: claim, post, record; each step a conditional write. A crash between post and record posts it
 * once more, with the same id. What fails is tried again after growing pauses, then stays as a dead letter for people.
 */
export async function deliverWebhook(ports: DeliverPorts, ref: ItemRef): Promise<void> {
  const found = await ports.webhooks.load(ref);
  if (found === undefined) throw new Error(`delivery ${ref.pk} ${ref.sk} does not exist`);
  const claimed = claimDelivery(found, toInstant(ports.clock.now()));
  if (claimed === undefined || !(await ports.webhooks.replace(found, claimed))) return;
  const after = await attempt(ports, claimed);
  await ports.webhooks.replace(claimed, after);
  await sendAgain(ports, after);
}

async function attempt(ports: DeliverPorts, delivery: WebhookDelivery): Promise<WebhookDelivery> {
  const subscription = await ports.webhooks.find(delivery.subscriptionId);
  const now = () => toInstant(ports.clock.now());
  if (subscription === undefined) return attemptFailed(delivery, now(), "no such subscription", true);
  const { id, payload: body } = delivery;
  try {
    const headers = signedHeaders(ports, subscription, { id, body, now: now() });
    const status = await ports.outboundPost({ url: subscription.url, headers, body });
    if (status >= 200 && status < 300) {
      ports.telemetry.count("WebhooksDelivered");
      return delivered(delivery, now(), status);
    }
    return failed(ports, delivery, now(), `answered ${status}`, status === GONE);
  } catch (cause) {
    const isRefused = cause instanceof AddressRefusedError;
    const reason = cause instanceof Error ? (isRefused ? cause.message : codeOf(cause)) : "unknown";
    return failed(ports, delivery, now(), reason, isRefused);
  }
}

/** `ECONNREFUSED` says more than `Error`; messages may hold what the other side sent. */
function codeOf(cause: Error): string {
  const code: unknown = Reflect.get(cause, "code");
  return typeof code === "string" ? code : cause.name;
}

function failed(
  { telemetry }: DeliverPorts,
  delivery: WebhookDelivery,
  at: Instant,
  reason: string,
  isFinal: boolean,
): WebhookDelivery {
  const after = attemptFailed(delivery, at, reason, isFinal);
  telemetry.info("webhook not delivered", {
    subscriptionId: delivery.subscriptionId,
    id: delivery.id,
    attempt: delivery.attempt,
    reason,
  });
  if (after.status.state === "failed") telemetry.count("WebhooksFailed");
  return after;
}

async function sendAgain(
  { clock, webhooks, webhookQueue }: DeliverPorts,
  after: WebhookDelivery,
): Promise<void> {
  if (after.status.state !== "planned") return;
  const wait = Math.ceil(secondsBetween(toInstant(clock.now()), after.notBefore));
  if (wait > LONGEST_DELAY_SECONDS) return;
  // A second more: a message that comes early would find it not due.
  const delaySeconds = Math.min(Math.max(wait, 0) + 1, LONGEST_DELAY_SECONDS);
  await webhookQueue.send(webhooks.refOf(after), { delaySeconds });
}
