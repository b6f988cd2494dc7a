import type { Instant } from "../../domain/time/instant.ts";
import { signingVersions, type WebhookSubscription } from "../../domain/webhooks/subscription.ts";
import type { Ports } from "../ports/index.ts";

type Keyed = Pick<Ports, "crypto">;

/**
 * What a subscription's messages are signed with (Standard Webhooks: `whsec_` and base64): made from the installation's
 * secret, so that it is stored nowhere.
 */
export function webhookSecret({ crypto }: Keyed, id: string, version: number): string {
  return `whsec_${crypto.hmac(crypto.keyedHash(`webhook:${id}:${version}`), "signing", "base64")}`;
}

/** The headers of one attempt (Standard Webhooks): id, seconds since 1970, a signature by each secret in force. */
export function signedHeaders(
  ports: Keyed,
  subscription: WebhookSubscription,
  { id, body, now }: { readonly id: string; readonly body: string; readonly now: Instant },
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(Date.parse(now) / 1000));
  const signatures = signingVersions(subscription, now).map((version) => {
    const secret = bytesOf(webhookSecret(ports, subscription.id, version));
    return `v1,${ports.crypto.hmac(secret, `${id}.${timestamp}.${body}`, "base64")}`;
  });
  return {
    "content-type": "application/json",
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": signatures.join(" "),
  };
}

function bytesOf(secret: string): Uint8Array {
  return Uint8Array.from(atob(secret.slice("whsec_".length)), (character) => character.charCodeAt(0));
}
