import type { Person } from "../../domain/organisation/organisation.ts";
import { defined } from "../../domain/present.ts";
import { secondsBetween, toInstant } from "../../domain/time/instant.ts";
import { type CommandPorts, giveCommand } from "../complaints/command.ts";
import type { CarryPorts } from "../groups/carry-through.ts";
import { giveGroupCommand, type MemberResult } from "../groups/command.ts";
import type { HeldBody, HeldCommand, HeldGroupBody, HeldMessage, HeldOutcomes } from "../ports/held.ts";
import type { Ports } from "../ports/index.ts";
import { isProblem } from "../problems/problem.ts";
import { over, refusedBecause } from "./hold.ts";

type LetGoPorts = CommandPorts & CarryPorts & Pick<Ports, "held" | "reactQueue">;

/** Gives what has waited long enough; what comes early is sent round once more. A message may come twice or late. */
export async function letGoWhenDue(ports: LetGoPorts, message: HeldMessage): Promise<void> {
  const held = await ports.held.find(message.personId, message.heldId);
  if (held === undefined || !isOnItsWay(held)) return;
  const left = secondsBetween(toInstant(ports.clock.now()), held.leavesAt);
  if (left > 0 && held.state === "waiting") {
    await ports.reactQueue.send(message, { delaySeconds: Math.ceil(left) });
    return;
  }
  await letGo(ports, held);
}

/**
 * Gives it now. From `leaving` on it cannot be called back; a crash after that gives it again under its key, which does
 * nothing twice. Throws while others are faster again and again: the message comes once more.
 */
export async function letGo(ports: LetGoPorts, held: HeldCommand): Promise<HeldCommand | undefined> {
  const { personId, id, body } = held;
  if (!isOnItsWay(held)) return held;
  const leaving: HeldCommand = { ...held, state: "leaving" };
  if (held.state === "waiting" && !(await ports.held.move(leaving, "waiting"))) {
    return ports.held.find(personId, id);
  }
  const person = await ports.organisation.person(personId);
  const after =
    person === undefined
      ? refusedBecause(held, "forbidden")
      : body === undefined
        ? refusedBecause(held, "invalid-request")
        : "groupCommand" in body
          ? await givenToGroup(ports, held, body, person)
          : await given(ports, held, body, person);
  if (await ports.held.move(after, "leaving")) return after;
  return ports.held.find(personId, id);
}

async function given(
  ports: LetGoPorts,
  held: HeldCommand,
  body: HeldBody,
  person: Person,
): Promise<HeldCommand> {
  const { complaintId, idempotencyKey, taken } = held;
  const result = await giveCommand(ports, {
    ...body,
    person,
    complaintId,
    idempotencyKey,
    ...defined({ taken }),
  });
  return isProblem(result) ? refusedFor(held, result.problem) : over(held, "left");
}

/** One text to all members: what came of it for how many is told with it. */
async function givenToGroup(
  ports: LetGoPorts,
  held: HeldCommand,
  { version, groupCommand: command }: HeldGroupBody,
  person: Person,
): Promise<HeldCommand> {
  const { complaintId, groupId = complaintId, idempotencyKey } = held;
  const result = await giveGroupCommand(ports, { groupId, version, command, idempotencyKey, person });
  if (isProblem(result)) return refusedFor(held, result.problem);
  return { ...over(held, "left"), outcomes: counted(result.results) };
}

function counted(results: readonly MemberResult[]): HeldOutcomes {
  const of = (wanted: MemberResult["outcome"]) => results.filter(({ outcome }) => outcome === wanted).length;
  return { done: of("done"), already: of("already"), refused: of("refused") };
}

function refusedFor(held: HeldCommand, why: string): HeldCommand {
  if (why === "busy") throw new Error(`held command ${held.id}: others are faster`);
  return refusedBecause(held, why);
}

function isOnItsWay({ state }: HeldCommand): boolean {
  return state === "waiting" || state === "leaving";
}
