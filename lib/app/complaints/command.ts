import { allowedTo } from "../../domain/complaint/answering.ts";
import type { StaffCommand, StaffCommandName } from "../../domain/complaint/commands/index.ts";
import type { Recipients } from "../../domain/complaint/decision.ts";
import { type Complaint, registeredValue, type Status } from "../../domain/complaint/document.ts";
import type { StoredFile } from "../../domain/complaint/events.ts";
import { evolve } from "../../domain/complaint/evolve.ts";
import { actingPosts } from "../../domain/complaint/rules/complained-of.ts";
import { isInforming } from "../../domain/complaint/transitions.ts";
import { mayRecall } from "../../domain/document/archive.ts";
import { canonicalJson } from "../../domain/document/chain.ts";
import type { DeviceTime } from "../../domain/document/event.ts";
import { recipientsOf } from "../../domain/escalation/recipients.ts";
import { customerAddressAt } from "../../domain/notices/fallback.ts";
import { type Person, type Project, reaches } from "../../domain/organisation/organisation.ts";
import { defined } from "../../domain/present.ts";
import { type Instant, toInstant } from "../../domain/time/instant.ts";
import { shortHash, shortHashes } from "../documents/ids.ts";
import { actingIn, staffingOf } from "../organisation/staffing.ts";
import type { Ports } from "../ports/index.ts";
import type { PlainCommand } from "../ports/plain-command.ts";
import type { TakenFiles } from "../ports/upload.ts";
import { ownerOf } from "../ports/upload.ts";
import { isProblem, type Problem, problem } from "../problems/problem.ts";
import { type TakePorts, takeUploads } from "../uploads/take.ts";
import { wantedFor } from "../webhooks/wanted.ts";
import { complainedOf } from "./acting.ts";
import { carriedOut, change } from "./change.ts";
import { type ClockSummary, clockSummaries } from "./clock-view.ts";
import { unentitled } from "./entitled.ts";
import { prepare } from "./prepare.ts";
import { sheetProblem } from "./signed-sheet.ts";
import { namedPeople, peopleOf, unknownNames } from "./unknown-names.ts";

export interface GivenCommand {
  readonly complaintId: string;
  readonly command: PlainCommand;
  /** Uploads that go with it. */
  readonly attachments?: readonly string[];
  /** The version the person saw; another one means that somebody else decided in between. */
  readonly version: number;
  readonly device?: DeviceTime;
  readonly idempotencyKey: string;
  readonly person: Person;
  /** Its files where they lie under the complaint already. */
  readonly taken?: TakenFiles;
  /** Everything is checked and decided, nothing is written. */
  readonly isTrial?: boolean;
  /** The complaint, where its reading has begun already. */
  readonly loading?: Promise<Complaint | undefined>;
}

/** What a person sees after a command; the same key gives the same view again. */
export interface CommandView {
  readonly version: number;
  readonly status: Status;
  readonly allowed: readonly StaffCommandName[];
  readonly clocks: readonly ClockSummary[];
}

export type CommandPorts = Pick<
  Ports,
  | "adapters"
  | "clock"
  | "crypto"
  | "counters"
  | "complaints"
  | "groups"
  | "households"
  | "organisation"
  | "rules"
  | "webhooks"
> &
  TakePorts;

/** Everything that the command may ask for, read in one go before anything is said of it. */
async function readFor(
  ports: CommandPorts,
  { command, person }: GivenCommand,
  complaint: Complaint,
  at: Instant,
) {
  const { projectId, timeZone } = complaint.registration;
  const [project, acting, staffing, against, named, lookedUp] = await Promise.all([
    ports.organisation.project(projectId),
    actingIn(ports, person, { id: projectId, timeZone }),
    // Who hears of it.
    isInforming(command.type)
      ? staffingOf(ports, { id: projectId, timeZone }, at, {
          named: [complaint.handlerId, ...peopleOf(command).map(({ id }) => id)],
        })
      : undefined,
    complainedOf(ports, complaint),
    namedPeople(ports, command),
    // A number is taken only once nothing speaks against it.
    command.type === "convert" ? undefined : prepare(ports, command, complaint),
    // `change` finds them in the book, and what systems outside ask for among what is known.
    ports.rules.forProject(projectId, timeZone, complaint.clocks),
    wantedFor(ports),
  ]);
  return { project, acting, staffing, against, named, lookedUp };
}

/** Gives a person's command to a complaint: rights, version, decision, one conditional write. */
export async function giveCommand(ports: CommandPorts, given: GivenCommand): Promise<Standing | Problem> {
  const complaint = await (given.loading ?? ports.complaints.load(given.complaintId));
  if (complaint === undefined) return problem("unknown-complaint");
  const at = toInstant(ports.clock.now());
  const read = await readFor(ports, given, complaint, at);
  const { project, acting, staffing, against, named, lookedUp } = read;
  if (project === undefined || !reaches(acting, project)) return problem("unknown-complaint");

  const { attachments = [] } = given;
  const posts = actingPosts(acting, project, against);
  const commandId = `${given.person.id}:${given.idempotencyKey}`;
  const content = attachments.length === 0 ? given.command : [given.command, attachments];
  const requests = shortHashes(ports.crypto, canonicalJson(content));
  const request = shortHash(ports.crypto, canonicalJson(content));
  const mine: AllowedOf = (current) => allowedTo(current, acting, project, posts);
  const earlier = await givenBefore(ports, complaint, { commandId, requests, mine });
  if (earlier !== undefined) return earlier;
  const check = (current: Complaint): Problem | undefined => {
    const refused = unentitled(given.command, current, { person: acting, project, posts });
    if (refused !== undefined) return problem(refused, { allowed: mine(current) });
    return current.version === given.version
      ? undefined
      : problem("stale-version", { current, allowed: mine(current) });
  };
  // Before anything is looked up or a number taken.
  const refused =
    check(complaint) ??
    (await unknownNames(ports, given.command, project, named)) ??
    (await unfitSheet(ports, given.command, complaint, project)) ??
    unsendable(ports, given.command, complaint);
  if (refused !== undefined) return refused;

  const command = lookedUp ?? (await prepare(ports, given.command, complaint));
  if (isProblem(command)) return withAllowed(command, complaint, mine);

  const owner = ownerOf({ kind: "person", id: given.person.id });
  const taken =
    given.taken ?? (await takeUploads(ports, attachments, { owner, complaintId: complaint.registration.id }));
  if (isProblem(taken)) return withAllowed(taken, complaint, mine);

  const recipients: Recipients | undefined =
    staffing && ((wanted, current) => recipientsOf(wanted, current, project, at, staffing));
  const result = await change(ports, complaint, {
    ...defined({
      recipients,
      device: given.device,
      standsInFor: acting.standsInFor,
      isTrial: given.isTrial,
    }),
    command: withFiles(command, taken.files),
    taken,
    by: { kind: "person", id: given.person.id },
    posts,
    commandId,
    request,
    check,
  });
  if (isProblem(result)) return withAllowed(result, complaint, mine);
  // The race may have been lost to the same request, sent twice at once.
  const twin = result.written
    ? undefined
    : await givenBefore(ports, result.complaint, { commandId, requests, mine });
  return twin ?? { view: commandView(result.complaint, mine), complaint: result.complaint };
}

async function unfitSheet(
  ports: CommandPorts,
  command: PlainCommand,
  complaint: Complaint,
  project: Project,
): Promise<Problem | undefined> {
  return command.type === "sign-off" && command.sheet !== undefined
    ? sheetProblem(ports, command.sheet, complaint, project)
    : undefined;
}

/** A link that no way of this installation brings to the customer is not promised. */
function unsendable(
  { adapters }: Pick<Ports, "adapters">,
  command: PlainCommand,
  complaint: Complaint,
): Problem | undefined {
  if (command.type !== "send-link" || registeredValue(complaint, viaFields[command.via]) === undefined)
    return undefined;
  return adapters.includes(command.via) && customerAddressAt(complaint, command.via) !== undefined
    ? undefined
    : problem("way-not-set-up", { path: "via" });
}

const viaFields = { email: "email", sms: "phone" } as const;

/** A signed sheet is seen on the files that go with it. */
function withFiles(command: StaffCommand, files: readonly StoredFile[]): StaffCommand {
  return command.type === "sign-off" && command.sheet !== undefined
    ? { ...command, sheet: { ...command.sheet, files } }
    : command;
}

/** A refusal with what this person may do instead, as the complaint stands now. */
function withAllowed(refused: Problem, loaded: Complaint, mine: AllowedOf): Problem {
  const { current = loaded } = refused;
  return { ...refused, current, allowed: mine(current) };
}

/** What this person may do with the complaint as it stands. */
type AllowedOf = (complaint: Complaint) => readonly StaffCommandName[];

type Standing = { readonly view: CommandView; readonly complaint: Complaint };

interface Repeated {
  readonly commandId: string;
  /** What the command is known by, by each key that counts. */
  readonly requests: readonly string[];
  readonly mine: AllowedOf;
}

/** What the same key gave before: the view of that moment; a problem if it came with another command. */
async function givenBefore(
  { complaints, crypto }: Pick<CommandPorts, "complaints" | "crypto">,
  complaint: Complaint,
  { commandId, requests, mine }: Repeated,
): Promise<Standing | Problem | undefined> {
  const isNear = carriedOut(complaint, commandId);
  if (!isNear && !mayRecall(complaint, commandId, (text) => crypto.digest(text))) return undefined;
  const whole = await complaints.whole(complaint);
  const earlier = whole.events.findLast((event) => event.commandId === commandId);
  if (earlier === undefined) return undefined;
  if (!requests.includes(earlier.request)) return problem("key-reused");
  const then = asAfter(whole, earlier.seq);
  return { view: commandView(then, mine), complaint: then };
}

function commandView(complaint: Complaint, mine: AllowedOf): CommandView {
  return {
    version: complaint.version,
    status: complaint.status,
    allowed: mine(complaint),
    clocks: clockSummaries(complaint),
  };
}

/** The complaint as it stood right after an event of its whole history. */
function asAfter(complaint: Complaint, seq: number): Complaint {
  let then: Complaint | undefined;
  for (const event of complaint.events) {
    if (event.seq <= seq) then = evolve(then, event);
  }
  return then === undefined ? complaint : { ...then, personal: complaint.personal };
}
