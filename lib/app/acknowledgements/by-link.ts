import type { Clock } from "../../domain/clocks/clock.ts";
import type { RungDecided } from "../../domain/complaint/events.ts";
import { type Person, type Project, postsFor, reaches } from "../../domain/organisation/organisation.ts";
import { defined } from "../../domain/present.ts";
import { change } from "../complaints/change.ts";
import { shortDigest } from "../documents/ids.ts";
import { type LinkSubject, readToken, type Signing } from "../escalation/acknowledge-link.ts";
import { changeGroup, type GroupPorts } from "../groups/change.ts";
import type { Ports } from "../ports/index.ts";
import { isProblem, type Problem } from "../problems/problem.ts";

/** What a link leads to: the rung and whether it is still to be acknowledged. */
export interface Acknowledgeable {
  readonly state: "open" | "acknowledged";
  /** What the rung is of: a complaint by its number, a group by its problem point. */
  readonly of: { readonly number: string } | { readonly code: string };
  readonly rung: RungDecided;
  readonly person: Person;
}

type LookPorts = Signing & Pick<Ports, "complaints" | "groups" | "organisation">;
type ActPorts = LookPorts & GroupPorts & Parameters<typeof change>[0];

/**
 * Looks at a link without changing anything, because scanners of mail systems open links too. "expired" after its
 * seven days; undefined for a wrong one, for somebody who does not reach the project any more, or whom the complaint is against by
 * now (D4).
 */
export async function lookAt(
  ports: LookPorts,
  token: string,
): Promise<Acknowledgeable | "expired" | undefined> {
  const found = await foundBy(ports, token);
  return found === undefined || found === "expired" ? found : found.shown;
}

/** Acknowledges through the link, in the person's name. Again, or after somebody else, it changes nothing. */
export async function acknowledgeByLink(
  ports: ActPorts,
  token: string,
): Promise<Acknowledgeable | "expired" | undefined> {
  const found = await foundBy(ports, token);
  if (found === undefined || found === "expired") return found;
  if (found.shown.state === "acknowledged") return found.shown;
  const result = await acknowledged(ports, found, `acknowledge:${shortDigest(ports.crypto, token)}`);
  // Somebody else was a moment faster, or it has ended and nothing is to be acknowledged.
  const settled = ["nothing-to-acknowledge", "not-allowed-now", "group-not-allowed-now"];
  if (isProblem(result) && !settled.includes(result.problem))
    throw new Error(`acknowledging was refused: ${result.problem}`);
  return { ...found.shown, state: "acknowledged" };
}

interface Found {
  readonly shown: Acknowledgeable;
  readonly subject: LinkSubject;
  readonly project: Project;
}

async function foundBy(ports: LookPorts, token: string): Promise<Found | "expired" | undefined> {
  const named = readToken(ports, token);
  if (named === undefined || named === "expired") return named;
  const [person, ladder] = await Promise.all([
    ports.organisation.person(named.personId),
    ladderOf(ports, named.subject),
  ]);
  if (ladder === undefined || person === undefined) return undefined;
  const project = await ports.organisation.project(ladder.projectId);
  if (project === undefined || !reaches(person, project) || ladder.against === person.id) return undefined;
  const { of, rung, clocks } = ladder;
  const clock = clocks.find(
    (one) => one.name === rung.name && one.cycle === rung.cycle && one.key === rung.key,
  );
  const isSeen = clock?.rungs.find(({ id }) => id === rung.rung)?.acknowledgedAt !== undefined;
  const state = isSeen ? "acknowledged" : "open";
  return { shown: { state, of, rung, person }, subject: named.subject, project };
}

interface Ladder extends Pick<Acknowledgeable, "of" | "rung"> {
  readonly projectId: string;
  readonly clocks: readonly Clock[];
  /** Who is complained of; of a group nobody. */
  readonly against?: string;
}

/** The rung with the clocks around it; it may have left the document meanwhile. */
async function ladderOf(ports: LookPorts, { kind, id, seq }: LinkSubject): Promise<Ladder | undefined> {
  const isIt = (event: { readonly seq: number }) => event.seq === seq;
  if (kind === "group") {
    const stored = await ports.groups.load(id);
    const group = stored?.events.some(isIt) === false ? await ports.groups.whole(stored) : stored;
    const rung = group?.events.find(isIt)?.fact;
    if (group === undefined || rung?.type !== "rungDecided") return undefined;
    const { projectId, code } = group.identity;
    return { projectId, of: { code }, rung, clocks: group.clocks };
  }
  const stored = await ports.complaints.load(id);
  const complaint = stored?.events.some(isIt) === false ? await ports.complaints.whole(stored) : stored;
  const rung = complaint?.events.find(isIt)?.fact;
  if (complaint === undefined || rung?.type !== "rungDecided") return undefined;
  const { projectId, number, againstPersonId } = complaint.registration;
  return {
    projectId,
    of: { number },
    rung,
    clocks: complaint.clocks,
    ...defined({ against: againstPersonId }),
  };
}

async function acknowledged(
  ports: ActPorts,
  { shown: { rung: fact, person }, subject, project }: Found,
  commandId: string,
): Promise<Problem | object> {
  const { name: clock, cycle, key, rung } = fact;
  const what = {
    command: { type: "acknowledge", clock, cycle, rung, ...defined({ key }) } as const,
    by: { kind: "person", id: person.id } as const,
    posts: postsFor(person, project),
    commandId,
    request: "",
  };
  if (subject.kind === "group") {
    const group = await ports.groups.load(subject.id);
    return group === undefined ? {} : changeGroup(ports, group, what);
  }
  const complaint = await ports.complaints.load(subject.id);
  return complaint === undefined ? {} : change(ports, complaint, what);
}
