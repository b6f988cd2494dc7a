import type { Channel } from "../../domain/classification/sources.ts";
import { channels, complaintNumber } from "../../domain/classification/sources.ts";
import type { Command, StaffCommandName } from "../../domain/complaint/commands.ts";
import { type Complaint, registeredValue } from "../../domain/complaint/document.ts";
import type { Location, RecordKind, RegistrationChanges } from "../../domain/complaint/events.ts";
import type { Personal } from "../../domain/document/personal.ts";
import { defined } from "../../domain/present.ts";
import { householdKeyIn } from "../organisation/address-books.ts";
import { contactKey } from "../organisation/keys.ts";
import type { Ports } from "../ports/index.ts";
import type { PlainLink } from "./linking.ts";
import type { NamedSheet } from "./signed-sheet.ts";

export type StaffCommand = Extract<Command, { readonly type: StaffCommandName }>;

/** What a person tells anew about the registration; absent: nothing new. */
export interface RegistrationPatch {
  readonly complainant?: {
    readonly name?: string;
    readonly kind?: RegistrationChanges["complainantKind"];
    readonly phone?: string;
    readonly email?: string;
    readonly language?: RegistrationChanges["language"];
    readonly anonymous?: boolean;
  };
  /** 拒绝提供: asked, and not told. */
  readonly withheld?: boolean;
  readonly location?: Location;
  readonly place?: string;
  readonly occurredAt?: string;
  readonly requestedReplyAt?: string;
  readonly against?: { readonly text?: string; readonly departmentId?: string; readonly personId?: string };
  readonly manner?: RegistrationChanges["manner"];
  readonly headcount?: number;
  readonly signatories?: string;
  /** Where the paper original lies (D13). */
  readonly originalAt?: string;
  readonly matter?: string;
}

interface Completing {
  readonly type: "complete-registration";
  readonly told: RegistrationPatch;
  readonly reason?: string;
}

interface Correcting {
  readonly type: "correct";
  readonly told: RegistrationPatch;
  readonly reason: string;
}

interface Converting {
  readonly type: "convert";
  readonly recordKind: RecordKind;
  readonly reason: string;
}

/** D4: signed here, or on the sheet whose photo goes with it. */
interface Signing {
  readonly type: "sign-off";
  readonly text?: string;
  readonly sheet?: NamedSheet;
}

type Looked = "complete-registration" | "correct" | "convert" | "sign-off" | PlainLink["type"];
type Salting = Plain<Exclude<StaffCommand, { readonly type: Looked }>>;

/** A staff command as it comes over the wire: free text not salted yet, nothing looked up. */
export type PlainCommand = Completing | Correcting | Converting | Signing | PlainLink | Salting;

type Plain<T> = T extends Personal
  ? string
  : T extends readonly (infer U)[]
    ? readonly Plain<U>[]
    : T extends object
      ? { readonly [K in keyof T]: Plain<T[K]> }
      : T;

type PreparePorts = Pick<Ports, "crypto" | "counters" | "complaints" | "households">;

/** Makes a command ready to be decided: free text goes beside the events, salted, and a conversion gets its number. */
export async function prepare(
  ports: PreparePorts,
  plain: Exclude<PlainCommand, PlainLink>,
  complaint: Complaint,
): Promise<StaffCommand> {
  const personal = (value: string): Personal => ({ salt: ports.crypto.salt(), value });
  switch (plain.type) {
    case "convert": {
      const { id, channel } = complaint.registration;
      const number = await nextNumber(ports, channel);
      // Before the event that names it: found under a number that is not its own yet does no harm, the reverse would.
      await ports.complaints.addNumber(id, number);
      return { ...plain, reason: personal(plain.reason), number };
    }
    case "complete-registration":
    case "correct": {
      const { type, told, reason } = plain;
      const values = { ...toldValues(told), ...defined({ reason }) };
      return {
        type,
        changes: await changesOf(ports, told, complaint),
        personal: Object.fromEntries(
          Object.entries(values).map(([field, value]) => [field, personal(value)]),
        ),
      };
    }
    case "sign-off": {
      const { type, text, sheet } = plain;
      return {
        type,
        ...(text === undefined ? {} : { text: personal(text) }),
        // The files come when the uploads are taken.
        ...(sheet === undefined
          ? {}
          : { sheet: { signerId: sheet.signerId, signedOn: sheet.signedOn, files: [] } }),
      };
    }
    default:
      return salted(plain, personal);
  }
}

async function nextNumber({ counters }: PreparePorts, channel: Channel): Promise<string> {
  return complaintNumber(channel, await counters.next(channels[channel].prefix));
}

function toldValues({
  complainant = {},
  against,
  place,
  signatories,
  originalAt,
  matter,
}: RegistrationPatch) {
  const { name, phone, email } = complainant;
  return defined({ name, phone, email, against: against?.text, place, signatories, originalAt, matter });
}

async function changesOf(
  { crypto, households }: Pick<Ports, "crypto" | "households">,
  told: RegistrationPatch,
  complaint: Complaint,
): Promise<RegistrationChanges> {
  const { complainant = {}, against = {}, withheld, occurredAt, requestedReplyAt, manner, headcount } = told;
  const location =
    told.location === undefined ? undefined : { ...complaint.registration.location, ...told.location };
  const newContact =
    complainant.phone ?? (registeredValue(complaint, "phone") === undefined ? complainant.email : undefined);
  return defined({
    anonymous: complainant.anonymous,
    complainantKind: complainant.kind,
    language: complainant.language,
    withheld,
    location,
    householdKey:
      location && (await householdKeyIn({ households }, complaint.registration.projectId, location)),
    contactKey: newContact === undefined ? undefined : contactKey(crypto, newContact),
    occurredAt,
    requestedReplyAt,
    againstDepartmentId: against.departmentId,
    againstPersonId: against.personId,
    manner,
    headcount,
  });
}

function salted(command: Salting, personal: (value: string) => Personal): StaffCommand {
  const optional = (value: string | undefined) => (value === undefined ? {} : { text: personal(value) });
  switch (command.type) {
    case "reply":
    case "resolve":
    case "explain-invalid":
    case "note":
    case "customer-message":
    case "register-and-close":
    case "progress":
    case "daily-report":
    case "check-effect":
    case "evidence":
    case "verify":
    case "form-team":
    case "investigate":
    case "report-up":
    case "foresee":
    case "instruct":
    case "consult":
      return { ...command, text: personal(command.text) };
    case "judge":
    case "reopen":
    case "withdraw":
    case "refer":
    case "transfer":
    case "extend":
      return { ...command, reason: personal(command.reason) };
    case "follow-up":
    case "close": {
      const { reason, ...rest } = command;
      return reason === undefined ? rest : { ...rest, reason: personal(reason) };
    }
    case "urge":
    case "pause":
    case "opinion": {
      const { text, ...rest } = command;
      return { ...rest, ...optional(text) };
    }
    case "plan":
      return { type: "plan", act: saltedAct(command.act, personal) };
    case "review":
      return {
        ...command,
        text: personal(command.text),
        actions: command.actions.map(({ cause, measure, ...action }) => ({
          ...action,
          cause: personal(cause),
          measure: personal(measure),
        })),
      };
    case "assign":
    case "accept":
    case "classify":
    case "resume":
    case "acknowledge":
      return command;
  }
}

function saltedAct(
  act: Extract<PlainCommand, { type: "plan" }>["act"],
  personal: (value: string) => Personal,
): Extract<StaffCommand, { type: "plan" }>["act"] {
  if (act.kind !== "write") return act;
  return {
    ...act,
    text: personal(act.text),
    nodes: act.nodes.map(({ text, dueAt }) => ({ dueAt, text: personal(text) })),
  };
}
