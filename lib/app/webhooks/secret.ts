import type { Instant } from "../../domain/time/instant.ts";
import { signingVersions, type WebhookSubscription } from "../../domain/webhooks/subscription.ts";
import type { Ports } from "../ports/index.ts";

type Keyed = Pick<Ports, "crypto">;

/**
 * What a subscription's messages are signed with (Standard Webhooks: `whsec_` and base64): made from the installation's
 * secret, so that it is stored nowhere.
 */
export function webhookSecret({ crypto }: Keyed, id: string, version: number): string {
  return asSecret(crypto, crypto.keyedHash(`webhook:${id}:${version}`));
}

/** That, and what the installation's key before made of it: receivers change in peace. */
function secretsInForce({ crypto }: Keyed, id: string, version: number): readonly string[] {
  return crypto.keyedHashes(`webhook:${id}:${version}`).map((hash) => asSecret(crypto, hash));
}

function asSecret(crypto: Keyed["crypto"], hash: string): string {
  return `whsec_${crypto.hmac(hash, "signing", "base64")}`;
}

/** The headers of one attempt (Standard Webhooks): id, seconds since 1970, a signature by each secret in force. */
export function signedHeaders(
  ports: Keyed,
  subscription: WebhookSubscription,
  { id, body, now }: { readonly id: string; readonly body: string; readonly now: Instant },
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(Date.parse(now) / 1000));
  const secrets = signingVersions(subscription, now).flatMap((version) =>
    secretsInForce(ports, subscription.id, version),
  );
  const signatures = secrets.map((text) => {
    const secret = bytesOf(text);
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
