import { systemNamedBy, systemOfKey } from "../../../app/organisation/channel-keys.ts";
import type { Ports } from "../../../app/ports/index.ts";
import type { ChannelSystem } from "../../../domain/organisation/channel-system.ts";
import type { Person, Post } from "../../../domain/organisation/organisation.ts";
import { hasLeft } from "../../../domain/organisation/presence.ts";
import { DEFAULT_TIME_ZONE, localDate, toInstant } from "../../../domain/time/instant.ts";
import { type Identity, IdentityUnavailable, type SignedIn, TokenRefused } from "../../identity/oidc.ts";
import { type AdmissionPorts, admit } from "./channel-admission.ts";
import { RefusedRequest } from "./refusal.ts";
import type { ApiRequest } from "./request.ts";

export type ChannelPorts = AdmissionPorts;
export type StaffPorts = Pick<Ports, "clock" | "organisation">;

/** A read that begins as soon as a caller is known and ends whether or not the caller may know what it brings. */
type Meanwhile<A> = () => A;

/**
 * The channel system behind a key, which is known by its digest only, and what was begun meanwhile for the system that
 * the key leads to. Throws unauthenticated (401), and what the system is held to beside its key.
 */
export async function systemOf<P extends ChannelPorts, A>(
  ports: P,
  request: ApiRequest,
  meanwhile: (ports: P, system: string) => A,
): Promise<{ readonly system: ChannelSystem; readonly begun: A }> {
  const sent = request.header("x-api-key") ?? bearer(request);
  if (sent === undefined || sent === "") throw new RefusedRequest("unauthenticated");
  const name = await systemNamedBy(ports, sent);
  if (name === undefined) throw new RefusedRequest("unauthenticated");
  const begun = meanwhile(ports, name);
  const system = await systemOfKey(ports, sent);
  if (system === undefined) throw new RefusedRequest("unauthenticated");
  await admit(ports, system, sent, request);
  // A key that was given to another system since: what was read is not that one's.
  return { system, begun: system.system === name ? begun : meanwhile(ports, system.system) };
}

/**
 * The person behind a token, who holds one of the posts, and what was begun meanwhile. `needsFresh`: who has not been seen by the
 * issuer lately must sign in again first. Throws unauthenticated or session-ended (401), unknown-user, forbidden or
 * sign-in-again (403).
 */
export async function personOf<A>(
  ports: StaffPorts,
  identity: Identity,
  request: ApiRequest,
  { posts, needsFresh }: { readonly posts: readonly Post[]; readonly needsFresh: boolean },
  meanwhile: Meanwhile<A>,
): Promise<{ readonly person: Person; readonly begun: A }> {
  const token = bearer(request);
  if (token === undefined) throw new RefusedRequest("unauthenticated");
  const signedIn = await session(identity, ports, token);
  const begun = meanwhile();
  const person = await atWork(ports, signedIn);
  if (!isFreshEnough(ports, signedIn, needsFresh)) throw new RefusedRequest("sign-in-again");
  if (!person.assignments.some(({ post }) => posts.includes(post))) throw new RefusedRequest("forbidden");
  return { person, begun };
}

/** Who is signed in at the issuer, whether or not we know them. Throws unauthenticated (401). */
export async function signedInAs(
  ports: Pick<Ports, "clock" | "organisation">,
  identity: Identity,
  request: ApiRequest,
): Promise<string> {
  const token = bearer(request);
  if (token === undefined) throw new RefusedRequest("unauthenticated");
  return (await session(identity, ports, token)).subject;
}

/** For functions without staff routes: there is nobody to be. */
export const nobody: Identity = {
  async sessionOf() {
    throw new TokenRefused("no tokens are taken here");
  },
};

/** Whoever has left sees nothing from the day after the last one on, however long the token lives. */
async function isGone({ clock, organisation }: StaffPorts, person: Person): Promise<boolean> {
  if (person.leavesOn === undefined) return false;
  const company = await organisation.company();
  return hasLeft(person, localDate(toInstant(clock.now()), company?.timeZone ?? DEFAULT_TIME_ZONE));
}

/** The person behind a token. Throws unauthenticated, session-ended (401), unknown-user (403). */
export async function staffOf(ports: StaffPorts, identity: Identity, token: string): Promise<Person> {
  return atWork(ports, await session(identity, ports, token));
}

async function atWork(ports: StaffPorts, { subject, since }: SignedIn): Promise<Person> {
  const person = await ports.organisation.person(subject);
  if (person === undefined || (await isGone(ports, person))) throw new RefusedRequest("unknown-user");
  const { sessionsEndedAt } = person;
  const isEnded = sessionsEndedAt !== undefined && (since ?? 0) * 1000 < Date.parse(sessionsEndedAt);
  const isTooLong = since !== undefined && ageOf(ports, since) > LONGEST_SESSION_SECONDS;
  if (isEnded || isTooLong) throw new RefusedRequest("session-ended");
  return person;
}

/** `default`: after so long somebody signs in again, however often the issuer renews the token meanwhile. */
const LONGEST_SESSION_SECONDS = 30 * 24 * 3600;
/** `default`: erasing and rules want somebody who is there now, not a desk that was left open. */
export const FRESH_SECONDS = 15 * 60;

function ageOf({ clock }: Pick<StaffPorts, "clock">, since: number): number {
  return clock.now().epochMilliseconds / 1000 - since;
}

function isFreshEnough(ports: StaffPorts, { since }: SignedIn, needsFresh: boolean): boolean {
  return !needsFresh || (since !== undefined && ageOf(ports, since) <= FRESH_SECONDS);
}

async function session(identity: Identity, ports: StaffPorts, token: string): Promise<SignedIn> {
  try {
    return await identity.sessionOf(token, ports.clock.now());
  } catch (error) {
    if (error instanceof TokenRefused) throw new RefusedRequest("unauthenticated", {}, error);
    if (error instanceof IdentityUnavailable) throw new RefusedRequest("identity-unavailable", {}, error);
    throw error;
  }
}

export function bearer(request: ApiRequest): string | undefined {
  return /^bearer +(\S+)$/i.exec(request.header("authorization")?.trim() ?? "")?.[1];
}
