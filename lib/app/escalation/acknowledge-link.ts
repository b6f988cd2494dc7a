import { plusSeconds, toInstant } from "../../domain/time/instant.ts";
import { isShortHash, shortHash } from "../documents/ids.ts";
import type { Ports } from "../ports/index.ts";

/** How long a message's link acknowledges: a rung of last week is nobody's duty any more. */
const VALID_SECONDS = 7 * 86_400;

/** What a link is about. */
export interface LinkSubject {
  readonly kind: "complaint" | "group";
  readonly id: string;
  /** The event that decided the rung. */
  readonly seq: number;
}

export interface NamedByLink {
  readonly subject: LinkSubject;
  readonly personId: string;
}

export type Signing = Pick<Ports, "crypto" | "clock">;

/** The one-tap link of a reminder or escalation: signed, for one person and rung, for seven days from now. */
export function acknowledgeUrl(ports: Signing & Pick<Ports, "publicUrl">, named: NamedByLink): string {
  const until = plusSeconds(toInstant(ports.clock.now()), VALID_SECONDS);
  const { subject, personId } = named;
  const end = Math.floor(Date.parse(until) / 1000);
  const claim = [written(subject), subject.seq, coded(personId), end].join(".");
  return `${ports.publicUrl}/public/acknowledgements/${claim}.${signature(ports, claim)}`;
}

/** Whom and what the token of a link names; "expired" after its seven days, undefined for one that is not ours. */
export function readToken(ports: Signing, token: string): NamedByLink | "expired" | undefined {
  const [of = "", seq = "", person = "", until = "", given = ""] = token.split(".");
  const claim = [of, seq, person, until].join(".");
  if (token !== `${claim}.${given}` || !isShortHash(ports.crypto, signed(claim), given)) return undefined;
  if (Number(until) * 1000 < ports.clock.now().epochMilliseconds) return "expired";
  const kind = of.startsWith("~") ? "group" : "complaint";
  const id = kind === "group" ? decoded(of.slice(1)) : of;
  return { subject: { kind, id, seq: Number(seq) }, personId: decoded(person) };
}

/** Ids of groups hold points, so they are coded behind a mark that no complaint's id has. */
function written({ kind, id }: LinkSubject): string {
  return kind === "group" ? `~${coded(id)}` : id;
}

function coded(text: string): string {
  return Buffer.from(text).toString("base64url");
}

function decoded(text: string): string {
  return Buffer.from(text, "base64url").toString("utf8");
}

function signature({ crypto }: Pick<Ports, "crypto">, claim: string): string {
  return shortHash(crypto, signed(claim));
}

function signed(claim: string): string {
  return `acknowledge:${claim}`;
}
