import type { CommandPorts } from "../../../app/complaints/command.ts";
import type { CarryPorts } from "../../../app/groups/carry-through.ts";
import { callBack, holdCommand, holdGroupCommand } from "../../../app/held/hold.ts";
import { letGo } from "../../../app/held/let-go.ts";
import { justNow } from "../../../app/held/list.ts";
import type { HeldCommand } from "../../../app/ports/held.ts";
import type { Ports } from "../../../app/ports/index.ts";
import { isProblem, problem } from "../../../app/problems/problem.ts";
import { heldRoutes } from "../../../contracts/held/routes.ts";
import { isWireProblem, problems } from "../../../contracts/problems.ts";
import { defined } from "../../../domain/present.ts";
import { readCommand } from "../complaints/command-body.ts";
import { json } from "../core/reply.ts";
import { forStaff, type ServingsOf } from "../core/serve.ts";
import { readGroupCommand } from "../groups/group-command-body.ts";

export type HeldApiPorts = CommandPorts & CarryPorts & Pick<Ports, "held" | "reactQueue">;

export const heldHandlers = {
  holdCommand: forStaff(
    heldRoutes.holdCommand,
    async (ports: HeldApiPorts, { params, key, person, http }) => {
      const sent = http.json();
      const { version, command, attachments } = readCommand(params.command, () => sent);
      const held = await holdCommand(ports, {
        complaintId: params.id,
        command: params.command,
        body: { version, command, attachments },
        sent: JSON.stringify(sent),
        idempotencyKey: key,
        person,
      });
      return isProblem(held) ? held : json(202, view(held));
    },
  ),

  holdGroupCommand: forStaff(
    heldRoutes.holdGroupCommand,
    async (ports: HeldApiPorts, { params, key, person, http }) => {
      const sent = http.json();
      const { version, command } = readGroupCommand(params.command, () => sent);
      const held = await holdGroupCommand(ports, {
        groupId: params.id,
        command: params.command,
        body: { version, groupCommand: command },
        sent: JSON.stringify(sent),
        idempotencyKey: key,
        person,
      });
      return isProblem(held) ? held : json(202, view(held));
    },
  ),

  listHeld: forStaff(heldRoutes.listHeld, async (ports: HeldApiPorts, { person }) =>
    json(200, { items: (await justNow(ports, person)).map(view) }),
  ),

  callHeldBack: forStaff(heldRoutes.callHeldBack, async (ports: HeldApiPorts, { params, person }) => {
    const held = await callBack(ports, person, params.id);
    return isProblem(held) ? held : json(200, view(held));
  }),

  letHeldGo: forStaff(heldRoutes.letHeldGo, async (ports: HeldApiPorts, { params, person }) => {
    const held = await ports.held.find(person.id, params.id);
    const after = held === undefined ? undefined : await letGo(ports, held);
    return after === undefined ? problem("not-found") : json(200, view(after));
  }),
} satisfies ServingsOf<typeof heldRoutes, HeldApiPorts>;

function view(held: HeldCommand) {
  const { id, complaintId, number, command, idempotencyKey, leavesAt, state, refusal, sent } = held;
  const { groupId, outcomes } = held;
  const code = refusal !== undefined && isWireProblem(refusal) ? refusal : undefined;
  return {
    id,
    complaintId,
    number,
    command,
    key: idempotencyKey,
    leavesAt,
    state,
    ...defined({
      groupId,
      outcomes,
      refusal: code === undefined ? undefined : { code, title: problems[code].title },
      sent: state === "refused" && sent !== undefined ? recordOf(sent) : undefined,
    }),
  };
}

function recordOf(sent: string): Record<string, unknown> {
  const value: unknown = JSON.parse(sent);
  return typeof value === "object" && value !== null ? { ...value } : {};
}
