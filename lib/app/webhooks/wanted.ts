import type { WebhookKind } from "../../domain/webhooks/kinds.ts";
import { type WebhookSubscription, wants } from "../../domain/webhooks/subscription.ts";
import type { Ports } from "../ports/index.ts";
import type { WebhookStore } from "../ports/webhooks.ts";

/** True if some system outside asks for events of this kind in this project. */
export type Wanted = (kind: WebhookKind, projectId: string) => boolean;

/** Subscriptions change rarely: what is a minute old is good enough. */
const KNOWN_MS = 60_000;
const known = new WeakMap<
  WebhookStore,
  { readonly at: number; readonly list: readonly WebhookSubscription[] }
>();

/** What systems outside ask for, as it stood at most a minute ago: a subscription counts from the next minute on. */
export async function wantedFor(ports: Pick<Ports, "clock" | "webhooks">): Promise<Wanted> {
  const subscriptions = await subscriptionsOf(ports);
  return (kind, projectId) => subscriptions.some((one) => wants(one, kind, projectId));
}

/** The subscriptions as they stood at most a minute ago. */
export async function subscriptionsOf({
  clock,
  webhooks,
}: Pick<Ports, "clock" | "webhooks">): Promise<readonly WebhookSubscription[]> {
  const now = clock.now().epochMilliseconds;
  const before = known.get(webhooks);
  if (before !== undefined && now - before.at < KNOWN_MS && now >= before.at) return before.list;
  const list = await webhooks.list("lately");
  known.set(webhooks, { at: now, list });
  return list;
}
