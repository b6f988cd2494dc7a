import { createHmac } from "node:crypto";
import type { HookMessage } from "../services/hooks.ts";
import { type Say, SKEW } from "./known.ts";
import type { Json } from "./naive.ts";

/** What a system outside has asked for, as it was answered: complaints' events, in one project or in all. */
export interface Hook {
  /** Since when it is told of everything. */
  since: number;
  /** Since when it knows what messages are signed with. */
  signedFrom: number;
  readonly projectId?: string;
  /** Those that it was told, the newest last. */
  readonly secrets: string[];
}

/** Until a subscription is known everywhere, and for messages to come. */
const [KNOWN, COME] = [4 * 60_000, 40 * 60_000];

const toldFacts: ReadonlySet<string> = new Set([
  "registered",
  "assigned",
  "transferred",
  "handedOver",
  "accepted",
  "classified",
  "urged",
  "replied",
  "rungDecided",
  "resolved",
  "invalidExplained",
  "followUpAttempted",
  "closed",
  "reopened",
  "withdrawn",
  "referred",
]);

function isTold({ fact }: Json): boolean {
  if (fact.type === "rungDecided") return fact.unneeded !== true;
  if (fact.type === "followUpAttempted") return fact.outcome === "reached";
  return toldFacts.has(fact.type) && fact.historical === undefined;
}

/** What came is what was signed for whoever asked, the same bytes each time. */
export function checkReceived(
  received: readonly HookMessage[],
  hooks: ReadonlyMap<string, Hook>,
  say: Say,
): void {
  const bodies = new Map<string, string>();
  for (const { at, path, body, headers } of received) {
    const hook = hooks.get(path.slice(1));
    const id = headers["webhook-id"] ?? "";
    const about = `${path} ${id}`;
    if (hook === undefined) {
      say("only-who-asked-is-told", about);
      continue;
    }
    const before = bodies.get(about);
    if (before !== undefined && before !== body) say("a-message-outside-stays-the-same", about);
    bodies.set(about, body);
    const stamp = headers["webhook-timestamp"] ?? "";
    const signatures = (headers["webhook-signature"] ?? "").split(" ");
    const isOurs = hook.secrets.some((secret) => {
      const key = Buffer.from(secret.slice("whsec_".length), "base64");
      return signatures.includes(
        `v1,${createHmac("sha256", key).update(`${id}.${stamp}.${body}`).digest("base64")}`,
      );
    });
    if (at > hook.signedFrom + KNOWN && (!isOurs || Math.abs(Number(stamp) * 1000 - at) > SKEW + 60_000))
      say("a-message-outside-is-signed", about);
    const { data } = JSON.parse(body);
    if (hook.projectId !== undefined && data.projectId !== hook.projectId)
      say("only-who-asked-is-told", about);
  }
}

/** Each event that was asked for has come, or is to be tried again later. `waiting`: by subscription and id, until when. */
export function checkOutside(
  documents: Iterable<Json>,
  received: readonly HookMessage[],
  hooks: ReadonlyMap<string, Hook>,
  waiting: ReadonlyMap<string, number>,
  now: number,
  say: Say,
): void {
  const come = new Set(received.map(({ path, headers }) => `${path.slice(1)} ${headers["webhook-id"]}`));
  for (const { registration, events } of documents) {
    if (registration === undefined) continue;
    for (const [name, { since, projectId }] of hooks) {
      if (projectId !== undefined && projectId !== registration.projectId) continue;
      for (const event of events) {
        const at = Date.parse(event.recordedAt);
        if (!isTold(event) || at < since + KNOWN || at > now - COME) continue;
        const key = `${name} ${event.recordedAt}#${registration.id}#${event.seq}`;
        if (!come.has(key) && (waiting.get(key) ?? 0) < now - COME)
          say("who-asked-outside-is-told", `${key} ${event.fact.type}`);
      }
    }
  }
}
