import { channels, complaintNumber, ticketNumber } from "../../domain/classification/sources.ts";
import type { Salt } from "../../domain/complaint/commands/definition.ts";
import type { CommandMap, LookedUpName, StaffCommand } from "../../domain/complaint/commands/index.ts";
import { type PlainSalted, saltedCommand } from "../../domain/complaint/commands/salting.ts";
import type { Complaint } from "../../domain/complaint/document.ts";
import { defined } from "../../domain/present.ts";
import type { Ports } from "../ports/index.ts";
import type { PlainCommand, PlainOf, RegistrationPatch } from "../ports/plain-command.ts";
import { type Problem, problem } from "../problems/problem.ts";
import { completedJoin, completedLeave, completedMerge, completedRepeat } from "./linking.ts";
import { changesOf, toldValues } from "./registration-patch.ts";

type PreparePorts = Pick<Ports, "crypto" | "counters" | "complaints" | "groups" | "households">;

/**
 * Makes a command ready to be decided: free text goes beside the events, salted; what is known elsewhere (a number, the
 * other side of a link) is looked up.
 */
export async function prepare(
  ports: PreparePorts,
  plain: PlainCommand,
  complaint: Complaint,
): Promise<StaffCommand | Problem> {
  const salt: Salt = (value) => ({ salt: ports.crypto.salt(), value });
  return isSalted(plain)
    ? saltedCommand(plain, salt)
    : lookedUpAs(plain.type, plain, { ports, complaint, salt });
}

interface Circumstances {
  readonly ports: PreparePorts;
  readonly complaint: Complaint;
  readonly salt: Salt;
}

type LookUp<N extends LookedUpName> = (
  plain: PlainOf<N>,
  circumstances: Circumstances,
) => CommandMap[N] | Problem | Promise<CommandMap[N] | Problem>;

const lookUps: { readonly [N in LookedUpName]: LookUp<N> } = {
  "complete-registration": async ({ type, ...patch }, circumstances) => ({
    type,
    ...(await changing(patch, circumstances)),
  }),
  correct: async ({ type, ...patch }, circumstances) => {
    const refused = await correctableTicket(patch.told, circumstances);
    return refused ?? { type, ...(await changing(patch, circumstances)) };
  },
  convert: async ({ reason, ...plain }, { ports, complaint, salt }) => {
    const { id, channel } = complaint.registration;
    const { convertedNumber } = complaint;
    if (convertedNumber !== undefined) return { ...plain, reason: salt(reason), number: convertedNumber };
    const number = complaintNumber(channel, await ports.counters.next(channels[channel].prefix));
    // Before the event that names it: found under a number that is not its own yet does no harm, the reverse would.
    await ports.complaints.addNumber(id, number);
    return { ...plain, reason: salt(reason), number };
  },
  "sign-off": ({ type, text, sheet }, { salt }) => ({
    type,
    ...defined({
      text: text === undefined ? undefined : salt(text),
      // The files come when the uploads are taken.
      sheet: sheet && { signerId: sheet.signerId, signedOn: sheet.signedOn, files: [] },
    }),
  }),
  "link-repeat": ({ complaintId }, { ports, complaint }) => completedRepeat(ports, complaint, complaintId),
  "merge-ticket": ({ complaintId }, { ports, complaint }) => completedMerge(ports, complaint, complaintId),
  "join-group": ({ groupId }, { ports, complaint }) => completedJoin(ports, complaint, groupId),
  "leave-group": (_, { complaint }) => completedLeave(complaint),
};

async function lookedUpAs<N extends LookedUpName>(
  name: N,
  plain: PlainOf<N>,
  circumstances: Circumstances,
): Promise<CommandMap[N] | Problem> {
  return lookUps[name](plain, circumstances);
}

function isSalted(plain: PlainCommand): plain is PlainSalted {
  return !Object.hasOwn(lookUps, plain.type);
}

async function changing(
  { told, reason }: Omit<PlainOf<"complete-registration">, "type">,
  { ports, complaint, salt }: Circumstances,
): Promise<Pick<CommandMap["correct"], "changes" | "personal">> {
  const values = { ...toldValues(told), ...defined({ reason }) };
  return {
    changes: await changesOf(ports, told, complaint),
    personal: Object.fromEntries(Object.entries(values).map(([field, value]) => [field, salt(value)])),
  };
}

/** Why a ticket cannot be corrected so; else it is found by its right number from now on, the wrong one does no harm. */
async function correctableTicket(
  { external: told }: RegistrationPatch,
  { ports: { complaints }, complaint: { registration } }: Circumstances,
): Promise<Problem | undefined> {
  if (told === undefined) return undefined;
  const { external, id } = registration;
  if (external === undefined) return problem("no-ticket", { path: "external" });
  const { system, ticketNo } = { ...external, ...told };
  if (told.ticketNo === undefined && told.system === undefined) return undefined;
  const otherId = await complaints.idByNumber(ticketNumber(ticketNo));
  const other = otherId === undefined || otherId === id ? undefined : await complaints.load(otherId);
  if (other?.registration.external?.system === system)
    return problem("ticket-known", { path: "external.ticketNo" });
  await complaints.addNumber(id, ticketNo, "ticket");
  return undefined;
}
