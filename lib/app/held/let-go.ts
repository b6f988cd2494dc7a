import { secondsBetween, toInstant } from "../../domain/time/instant.ts";
import { type CommandPorts, giveCommand } from "../complaints/command.ts";
import type { HeldCommand, HeldMessage } from "../ports/held.ts";
import type { Ports } from "../ports/index.ts";
import { isProblem } from "../problems/problem.ts";
import { over, refusedBecause } from "./hold.ts";

type LetGoPorts = CommandPorts & Pick<Ports, "held" | "reactQueue">;

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
        : await given(ports, held, { ...body, person });
  if (await ports.held.move(after, "leaving")) return after;
  return ports.held.find(personId, id);
}

type Given = Parameters<typeof giveCommand>[1];

async function given(
  ports: LetGoPorts,
  held: HeldCommand,
  body: Pick<Given, "version" | "command" | "attachments" | "person">,
): Promise<HeldCommand> {
  const { complaintId, idempotencyKey, taken } = held;
  const result = await giveCommand(ports, {
    ...body,
    complaintId,
    idempotencyKey,
    ...(taken === undefined ? {} : { taken }),
  });
  if (!isProblem(result)) return over(held, "left");
  if (result.problem === "busy") throw new Error(`held command ${held.id}: others are faster`);
  return refusedBecause(held, result.problem);
}

function isOnItsWay({ state }: HeldCommand): boolean {
  return state === "waiting" || state === "leaving";
}
