import type { Instant } from "../time/instant.ts";
import type { WebhookKind } from "./kinds.ts";

/** A system that wants to know: where, of what, and of which projects. */
export interface WebhookSubscription {
  readonly id: string;
  readonly name: string;
  /** https, at a public address. */
  readonly url: string;
  readonly kinds: readonly WebhookKind[];
  /** Absent: every project. */
  readonly projectIds?: readonly string[];
  /** Nothing new is told; what is on its way goes on. */
  readonly paused?: true;
  /** Rises with every new signing secret. */
  readonly secretVersion: number;
  /** The secret before signs too, until then. */
  readonly formerSecretUntil?: Instant;
  readonly createdAt: Instant;
  readonly createdBy: string;
  /** Rises by one with every change: the optimistic lock. */
  readonly version: number;
}

/** True if the subscription asks for events of this kind in this project. */
export function wants(
  { kinds, projectIds, paused }: WebhookSubscription,
  kind: WebhookKind,
  projectId: string,
): boolean {
  if (paused === true || !kinds.includes(kind)) return false;
  return projectIds === undefined || projectIds.includes(projectId);
}

/** The versions of the secret that sign now, the newest first. */
export function signingVersions(
  { secretVersion, formerSecretUntil }: WebhookSubscription,
  now: Instant,
): readonly number[] {
  const isFormerInForce = formerSecretUntil !== undefined && now < formerSecretUntil;
  return isFormerInForce && secretVersion > 1 ? [secretVersion, secretVersion - 1] : [secretVersion];
}

/** Why an address cannot be one of another system's: before anybody looks where it leads. */
export function addressFault(address: string): "not-https" | "credentials" | undefined {
  const url = URL.parse(address);
  if (url === null || url.protocol !== "https:") return "not-https";
  return url.username === "" && url.password === "" ? undefined : "credentials";
}
