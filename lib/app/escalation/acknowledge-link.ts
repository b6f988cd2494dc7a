import type { Complaint } from "../../domain/complaint/document.ts";
import type { StoredEvent } from "../../domain/complaint/events.ts";
import { type Person, postsFor, reaches } from "../../domain/organisation/organisation.ts";
import { defined } from "../../domain/present.ts";
import { plusSeconds, toInstant } from "../../domain/time/instant.ts";
import { change } from "../complaints/change.ts";
import { shortDigest, shortHash } from "../documents/ids.ts";
import type { Ports } from "../ports/index.ts";
import { isProblem } from "../problems/problem.ts";

/** How long a message's link acknowledges: a rung of last week is nobody's duty any more. */
const VALID_SECONDS = 7 * 86_400;

interface Named {
  readonly complaintId: string;
  /** The event that decided the rung. */
  readonly seq: number;
  readonly personId: string;
}

type Signing = Pick<Ports, "crypto" | "clock">;

/** The one-tap link of a reminder or escalation: signed, for one person and rung, for seven days from now. */
export function acknowledgeUrl(ports: Signing & Pick<Ports, "publicUrl">, named: Named): string {
  const until = plusSeconds(toInstant(ports.clock.now()), VALID_SECONDS);
  const person = Buffer.from(named.personId).toString("base64url");
  const claim = [named.complaintId, named.seq, person, Math.floor(Date.parse(until) / 1000)].join(".");
  return `${ports.publicUrl}/public/acknowledgements/${claim}.${signature(ports, claim)}`;
}

/** What a link leads to: the rung and whether it is still to be acknowledged. */
export interface Acknowledgeable {
  readonly state: "open" | "acknowledged";
  readonly complaint: Complaint;
  readonly event: StoredEvent;
  readonly person: Person;
}

type LookPorts = Signing & Pick<Ports, "complaints" | "organisation">;

/**
 * Looks at a link without changing anything, because scanners of mail systems open links too. "expired" after its
 * seven days; undefined for a wrong one, or for somebody who does not reach the project any more.
 */
export async function lookAt(
  ports: LookPorts,
  token: string,
): Promise<Acknowledgeable | "expired" | undefined> {
  const named = readToken(ports, token);
  if (named === undefined || named === "expired") return named;
  const stored = await ports.complaints.load(named.complaintId);
  // The rung may have left the document meanwhile.
  const isNear = stored?.events.some(({ seq }) => seq === named.seq) === true;
  const complaint = stored === undefined || isNear ? stored : await ports.complaints.whole(stored);
  const person = await ports.organisation.person(named.personId);
  const event = complaint?.events.find(({ seq }) => seq === named.seq);
  if (complaint === undefined || person === undefined || event?.fact.type !== "rungDecided") return undefined;
  const project = await ports.organisation.project(complaint.registration.projectId);
  if (project === undefined || !reaches(person, project)) return undefined;
  const { name, cycle, key, rung } = event.fact;
  const clock = complaint.clocks.find((c) => c.name === name && c.cycle === cycle && c.key === key);
  const acknowledged = clock?.rungs.find(({ id }) => id === rung)?.acknowledgedAt !== undefined;
  return { state: acknowledged ? "acknowledged" : "open", complaint, event, person };
}

/** Acknowledges through the link, in the person's name. Again, or after somebody else, it changes nothing. */
export async function acknowledgeByLink(
  ports: LookPorts & Parameters<typeof change>[0],
  token: string,
): Promise<Acknowledgeable | "expired" | undefined> {
  const found = await lookAt(ports, token);
  if (found === undefined || found === "expired" || found.state === "acknowledged") return found;
  const { complaint, event, person } = found;
  if (event.fact.type !== "rungDecided") return undefined;
  const { name: clock, cycle, key, rung } = event.fact;
  const project = await ports.organisation.project(complaint.registration.projectId);
  const result = await change(ports, complaint, {
    command: { type: "acknowledge", clock, cycle, rung, ...defined({ key }) },
    by: { kind: "person", id: person.id },
    posts: project === undefined ? [] : postsFor(person, project),
    commandId: `acknowledge:${shortDigest(ports.crypto, token)}`,
    request: "",
  });
  if (!isProblem(result)) return { ...found, state: "acknowledged", complaint: result.complaint };
  // Somebody else was a moment faster, or the complaint has ended and nothing is to be acknowledged.
  if (result.problem === "nothing-to-acknowledge" || result.problem === "not-allowed-now") {
    return { ...found, state: "acknowledged" };
  }
  throw new Error(`acknowledging was refused: ${result.problem}`);
}

function readToken(ports: Signing, token: string): Named | "expired" | undefined {
  const [complaintId = "", seq = "", person = "", until = "", given = ""] = token.split(".");
  const claim = [complaintId, seq, person, until].join(".");
  if (token !== `${claim}.${given}` || given !== signature(ports, claim)) return undefined;
  if (Number(until) * 1000 < ports.clock.now().epochMilliseconds) return "expired";
  return { complaintId, seq: Number(seq), personId: Buffer.from(person, "base64url").toString("utf8") };
}

function signature({ crypto }: Pick<Ports, "crypto">, claim: string): string {
  return shortHash(crypto, `acknowledge:${claim}`);
}
