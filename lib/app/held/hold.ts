import type { HeldCommandName } from "../../domain/complaint/held.ts";
import { canonicalJson } from "../../domain/document/chain.ts";
import type { Person } from "../../domain/organisation/organisation.ts";
import { defined } from "../../domain/present.ts";
import { plusSeconds, toInstant } from "../../domain/time/instant.ts";
import { type CommandPorts, giveCommand } from "../complaints/command.ts";
import { isShortHash, shortHash } from "../documents/ids.ts";
import type { CarryPorts } from "../groups/carry-through.ts";
import { giveGroupCommand } from "../groups/command.ts";
import type { HeldBody, HeldCommand, HeldGroupBody } from "../ports/held.ts";
import type { Ports } from "../ports/index.ts";
import { ownerOf } from "../ports/upload.ts";
import { isProblem, type Problem, problem } from "../problems/problem.ts";
import { takeUploads } from "../uploads/take.ts";

/** So long a reply can be called back (`default`). */
export const HOLD_SECONDS = 10;

interface Sent {
  readonly command: HeldCommandName;
  /** The body as it was sent. */
  readonly sent: string;
  readonly idempotencyKey: string;
  readonly person: Person;
}

export interface ToHold extends Sent {
  readonly complaintId: string;
  readonly body: HeldBody;
}

export interface GroupToHold extends Sent {
  readonly groupId: string;
  readonly body: HeldGroupBody;
}

type WaitPorts = Pick<Ports, "clock" | "crypto" | "held" | "reactQueue">;
type HoldPorts = CommandPorts & WaitPorts;

/**
 * Holds back what would reach a customer: everything is checked as if it were given now, then it waits here, not in the
 * page, which may be closed. A crash before the message leaves it to the sweep; the same key again is the same one.
 */
export async function holdCommand(ports: HoldPorts, given: ToHold): Promise<HeldCommand | Problem> {
  const { person, idempotencyKey, body } = given;
  const complaint = await ports.complaints.load(given.complaintId);
  if (complaint === undefined) return problem("unknown-complaint");
  const { id: complaintId, number } = complaint.registration;
  const trial = { complaintId, ...body, idempotencyKey, person, loading: Promise.resolve(complaint) };
  const tried = await giveCommand(ports, { ...trial, attachments: [], isTrial: true });
  // Given under this key before: what it brought along then is checked when it is given.
  if (isProblem(tried) && tried.problem !== "key-reused") return tried;
  const owner = ownerOf({ kind: "person", id: person.id });
  const taken = await takeUploads(ports, body.attachments, { owner, complaintId });
  if (isProblem(taken)) return taken;
  const files = body.attachments.length === 0 ? {} : { taken };
  return waits(ports, given, { complaintId, number, body, ...files });
}

/** The same for what would reach the members of a group. */
export async function holdGroupCommand(
  ports: CarryPorts & WaitPorts,
  given: GroupToHold,
): Promise<HeldCommand | Problem> {
  const { groupId, person, idempotencyKey, body } = given;
  const { version, groupCommand: command } = body;
  const trial = { groupId, version, command, idempotencyKey, person, isTrial: true };
  const tried = await giveGroupCommand(ports, trial);
  if (isProblem(tried)) return tried;
  const { code } = tried.group.identity;
  return waits(ports, given, { complaintId: groupId, groupId, number: code, body });
}

type About = Pick<HeldCommand, "complaintId" | "number" | "groupId" | "body" | "taken">;

async function waits(ports: WaitPorts, given: Sent, about: About): Promise<HeldCommand | Problem> {
  const { person, idempotencyKey, command, sent } = given;
  const now = toInstant(ports.clock.now());
  const asked = canonicalJson([about.complaintId, command, sent]);
  const held: HeldCommand = {
    id: shortHash(ports.crypto, `held:${person.id}:${idempotencyKey}`),
    personId: person.id,
    ...about,
    command,
    idempotencyKey,
    request: shortHash(ports.crypto, asked),
    heldAt: now,
    leavesAt: plusSeconds(now, HOLD_SECONDS),
    state: "waiting",
    sent,
  };
  const standing = await ports.held.put(held);
  if (!isShortHash(ports.crypto, asked, standing.request)) return problem("key-reused");
  // Sent again where it stood already: the first message may have been lost.
  if (standing.state === "waiting") {
    const { id: heldId, personId } = standing;
    await ports.reactQueue.send({ heldId, personId }, { delaySeconds: HOLD_SECONDS });
  }
  return standing;
}

/** Calls it back, or puts a refusal aside that was seen. Only its own person can. */
export async function callBack(
  { held }: Pick<Ports, "held">,
  person: Person,
  id: string,
): Promise<HeldCommand | Problem> {
  const standing = await held.find(person.id, id);
  if (standing === undefined) return problem("not-found");
  if (standing.state === "called-back") return standing;
  const back = over(standing, "called-back");
  const isBack =
    (standing.state === "waiting" || standing.state === "refused") && (await held.move(back, standing.state));
  return isBack ? back : problem("left-already");
}

/** What is over keeps no words. */
export function over(held: HeldCommand, state: "left" | "called-back"): HeldCommand {
  const { sent: _, body: __, taken: ___, refusal: ____, ...rest } = held;
  return { ...rest, state };
}

/** What was refused keeps its words: they are its person's work, and may be in no browser any more. */
export function refusedBecause(held: HeldCommand, refusal: string): HeldCommand {
  return { ...held, state: "refused", ...defined({ refusal }) };
}
