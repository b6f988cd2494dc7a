import { toInstant } from "../../domain/time/instant.ts";
import { keptUnder, shortHash, shortHashes } from "../documents/ids.ts";
import type { Ports } from "../ports/index.ts";

type VisitorPorts = Pick<Ports, "clock" | "crypto" | "visitors">;

const HOURS = 2;

/** Remembers a follower who came by the menu; gives the secret that stands in the address of the first page. */
export async function rememberVisitor(
  ports: VisitorPorts,
  visitor: { readonly openId: string; readonly appId: string },
): Promise<string> {
  const token = ports.crypto.salt();
  const expiresAt = toInstant(ports.clock.now().add({ hours: HOURS }));
  await ports.visitors.insert({ ...visitor, id: visitorId(ports, token), expiresAt, revision: 1 });
  return token;
}

/** The follower behind that secret; undefined for none, or one of two hours ago. */
export async function visitorBehind(
  ports: VisitorPorts,
  token: string,
): Promise<{ readonly openId: string; readonly appId: string } | undefined> {
  const visitor = await keptUnder(shortHashes(ports.crypto, named(token)), (id) => ports.visitors.find(id));
  if (visitor === undefined || visitor.expiresAt <= toInstant(ports.clock.now())) return undefined;
  return { openId: visitor.openId, appId: visitor.appId };
}

function visitorId({ crypto }: VisitorPorts, token: string): string {
  return shortHash(crypto, named(token));
}

function named(token: string): string {
  return `visitor:${token}`;
}
