import { defined } from "../../domain/present.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { plannedDelivery, replayed, type WebhookDelivery } from "../../domain/webhooks/delivery.ts";
import { addressFault, type WebhookSubscription } from "../../domain/webhooks/subscription.ts";
import type { Ports } from "../ports/index.ts";
import type { Page, PageRequest } from "../ports/page.ts";
import { isProblem, type Problem, problem } from "../problems/problem.ts";
import { send } from "./plan.ts";
import { webhookSecret } from "./secret.ts";

type KeepPorts = Pick<Ports, "clock" | "crypto" | "webhooks" | "webhookQueue" | "organisation">;

export type WebhookTerms = Pick<WebhookSubscription, "name" | "url" | "kinds" | "projectIds" | "paused">;

/** A subscription after a change; a new secret is told this once. */
export interface ChangedWebhook {
  readonly subscription: WebhookSubscription;
  readonly secret?: string;
}

/** `default`: both secrets sign for a day, so that the receiver can change in peace. */
const OVERLAP_HOURS = 24;
/** More subscriptions would be a mistake, and each costs a write an event. */
const MOST = 50;

/** Makes a subscription, or changes what it asks for. `version` is the one that was seen, 0 for a new one. */
export async function putWebhook(
  ports: KeepPorts,
  id: string,
  { version, terms, by }: { readonly version: number; readonly terms: WebhookTerms; readonly by: string },
): Promise<ChangedWebhook | Problem> {
  const fault = await faultOf(ports, terms);
  if (fault !== undefined) return fault;
  const standing = await ports.webhooks.find(id);
  if (version !== (standing?.version ?? 0)) return problem("organisation-changed");
  if (standing !== undefined) {
    const { createdAt, createdBy, secretVersion, formerSecretUntil } = standing;
    const kept = { createdAt, createdBy, secretVersion, ...defined({ formerSecretUntil }) };
    return store(ports, { ...kept, id, ...terms, version: version + 1 });
  }
  if ((await ports.webhooks.list()).length >= MOST) return problem("too-many-webhooks");
  const made = { createdAt: toInstant(ports.clock.now()), createdBy: by, secretVersion: 1 };
  const stored = await store(ports, { ...made, id, ...terms, version: 1 });
  return isProblem(stored) ? stored : { ...stored, secret: webhookSecret(ports, id, 1) };
}

/** A new secret; the one before signs beside it for a day. */
export async function rotateWebhookSecret(
  ports: KeepPorts,
  id: string,
  version: number,
): Promise<ChangedWebhook | Problem> {
  const standing = await ports.webhooks.find(id);
  if (standing === undefined) return problem("not-found");
  if (standing.version !== version) return problem("organisation-changed");
  const secretVersion = standing.secretVersion + 1;
  const formerSecretUntil = toInstant(ports.clock.now().add({ hours: OVERLAP_HOURS }));
  const stored = await store(ports, { ...standing, secretVersion, formerSecretUntil, version: version + 1 });
  return isProblem(stored) ? stored : { ...stored, secret: webhookSecret(ports, id, secretVersion) };
}

/** Deliveries of a subscription, newest first. */
export async function webhookDeliveries(
  { webhooks }: Pick<Ports, "webhooks">,
  id: string,
  page: PageRequest,
): Promise<Page<WebhookDelivery> | Problem> {
  return (await webhooks.find(id)) === undefined ? problem("not-found") : webhooks.deliveries(id, page);
}

/** Sends a delivery once more, a dead letter or not: the same id and the same bytes. */
export async function replayWebhook(
  ports: KeepPorts,
  subscriptionId: string,
  id: string,
): Promise<WebhookDelivery | Problem> {
  const found = await ports.webhooks.load(ports.webhooks.refOf({ subscriptionId, id }));
  if (found === undefined) return problem("not-found");
  const { state } = found.status;
  // It is on its way already.
  if (state === "planned" || state === "claimed") return found;
  const again = replayed(found, toInstant(ports.clock.now()));
  if (!(await ports.webhooks.replace(found, again))) return problem("organisation-changed");
  await ports.webhookQueue.send(ports.webhooks.refOf(again));
  return again;
}

/** A message that says nothing, for whoever sets up the receiver. */
export async function pingWebhook(
  ports: KeepPorts,
  id: string,
  by: string,
): Promise<WebhookDelivery | Problem> {
  if ((await ports.webhooks.find(id)) === undefined) return problem("not-found");
  const now = toInstant(ports.clock.now());
  const payload = JSON.stringify({ type: "ping", timestamp: now, data: { by } });
  const name = `${now}#ping#${ports.crypto.randomId()}`;
  const delivery = plannedDelivery({ id: name, subscriptionId: id, kind: "ping", payload }, now);
  await send(ports, delivery);
  return delivery;
}

async function store(
  { webhooks }: Pick<Ports, "webhooks">,
  subscription: WebhookSubscription,
): Promise<ChangedWebhook | Problem> {
  return (await webhooks.put(subscription)) ? { subscription } : problem("organisation-changed");
}

async function faultOf(
  { organisation }: KeepPorts,
  { url, projectIds = [] }: WebhookTerms,
): Promise<Problem | undefined> {
  if (addressFault(url) !== undefined) return problem("bad-webhook-address", { path: "url" });
  const known = new Set((await organisation.projects()).map(({ id }) => id));
  const index = projectIds.findIndex((id) => !known.has(id));
  return index < 0 ? undefined : problem("unknown-project", { path: `projectIds.${index}` });
}
