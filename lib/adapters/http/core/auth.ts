import { systemOfKey } from "../../../app/organisation/channel-keys.ts";
import type { Ports } from "../../../app/ports/index.ts";
import type { ChannelSystem } from "../../../domain/organisation/channel-system.ts";
import type { Person, Post } from "../../../domain/organisation/organisation.ts";
import { hasLeft } from "../../../domain/organisation/presence.ts";
import { DEFAULT_TIME_ZONE, localDate, toInstant } from "../../../domain/time/instant.ts";
import { type Identity, IdentityUnavailable, TokenRefused } from "../../identity/oidc.ts";
import { Refusal } from "./refusal.ts";
import type { ApiRequest } from "./request.ts";

export type ChannelPorts = Pick<Ports, "clock" | "crypto" | "channelSystems">;
export type StaffPorts = Pick<Ports, "clock" | "organisation">;

/** The channel system behind a key, which is known by its digest only. Throws unauthenticated (401). */
export async function systemOf(
  load: () => Promise<ChannelPorts>,
  request: ApiRequest,
): Promise<ChannelSystem> {
  const sent = request.header("x-api-key") ?? bearer(request);
  if (sent === undefined || sent === "") throw new Refusal("unauthenticated");
  const system = await systemOfKey(await load(), sent);
  if (system === undefined) throw new Refusal("unauthenticated");
  return system;
}

/** The person behind a token, who holds one of the posts. Throws unauthenticated (401), unknown-user or forbidden (403). */
export async function personOf(
  load: () => Promise<StaffPorts>,
  identity: Identity,
  request: ApiRequest,
  posts: readonly Post[],
): Promise<Person> {
  const token = bearer(request);
  if (token === undefined) throw new Refusal("unauthenticated");
  const person = await staffOf(await load(), identity, token);
  if (!person.assignments.some(({ post }) => posts.includes(post))) throw new Refusal("forbidden");
  return person;
}

/** For functions without staff routes: there is nobody to be. */
export const nobody: Identity = {
  async subjectOf() {
    throw new TokenRefused("no tokens are taken here");
  },
};

/** Whoever has left sees nothing from the day after the last one on, however long the token lives. */
async function isGone({ clock, organisation }: StaffPorts, person: Person): Promise<boolean> {
  if (person.leavesOn === undefined) return false;
  const company = await organisation.company();
  return hasLeft(person, localDate(toInstant(clock.now()), company?.timeZone ?? DEFAULT_TIME_ZONE));
}

/** The person behind a token. Throws unauthenticated (401), unknown-user (403). */
export async function staffOf(ports: StaffPorts, identity: Identity, token: string): Promise<Person> {
  const person = await ports.organisation.person(await subject(identity, ports, token));
  if (person === undefined || (await isGone(ports, person))) throw new Refusal("unknown-user");
  return person;
}

async function subject(identity: Identity, ports: StaffPorts, token: string): Promise<string> {
  try {
    return await identity.subjectOf(token, ports.clock.now());
  } catch (error) {
    if (error instanceof TokenRefused) throw new Refusal("unauthenticated", {}, error);
    if (error instanceof IdentityUnavailable) throw new Refusal("identity-unavailable", {}, error);
    throw error;
  }
}

export function bearer(request: ApiRequest): string | undefined {
  return /^bearer +(\S+)$/i.exec(request.header("authorization")?.trim() ?? "")?.[1];
}
