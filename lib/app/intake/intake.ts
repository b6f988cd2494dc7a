import { channels, complaintNumber } from "../../domain/classification/sources.ts";
import { decide } from "../../domain/complaint/decide.ts";
import type { Complaint } from "../../domain/complaint/document.ts";
import type { RecordKind, Registration } from "../../domain/complaint/events.ts";
import { dangerPosts } from "../../domain/complaint/heard.ts";
import { filesStored } from "../../domain/complaint/rules/drafts.ts";
import { usualUrgency } from "../../domain/complaint/rules/levels.ts";
import { impossibleTime } from "../../domain/complaint/rules/stated-times.ts";
import type { TicketKind } from "../../domain/complaint/tickets.ts";
import type { Personal } from "../../domain/document/personal.ts";
import { recipientsOf } from "../../domain/escalation/recipients.ts";
import type { Staffing } from "../../domain/organisation/holders.ts";
import { type Project, reaches } from "../../domain/organisation/organisation.ts";
import { omit } from "../../domain/present.ts";
import { notifiedBy } from "../../domain/residents/notified.ts";
import { fromInstant, type Instant, plusSeconds, toInstant } from "../../domain/time/instant.ts";
import { triage } from "../../domain/triage/triage.ts";
import { seal } from "../complaints/seal.ts";
import { salted } from "../documents/ids.ts";
import { countRungs } from "../escalation/count-rungs.ts";
import { householdKeyOf } from "../organisation/address-books.ts";
import { contactKey } from "../organisation/keys.ts";
import { staffingOf } from "../organisation/staffing.ts";
import { noteMonth } from "../periods/first-month.ts";
import type { Ports } from "../ports/index.ts";
import { ownerOf } from "../ports/upload.ts";
import { isProblem, type Problem, problem } from "../problems/problem.ts";
import { PUBLIC_SYSTEM } from "../uploads/announce.ts";
import { type TakePorts, takeUploads } from "../uploads/take.ts";
import { wantedFor } from "../webhooks/wanted.ts";
import { withCaller } from "./caller.ts";
import { isConfirmedEnough } from "./confirmations.ts";
import { firstRungs } from "./first-rungs.ts";
import type { IntakeRequest } from "./intake-request.ts";
import { type AlreadyThere, standingFor } from "./standing.ts";

export type IntakePorts = Pick<
  Ports,
  | "clock"
  | "crypto"
  | "complaints"
  | "counters"
  | "households"
  | "organisation"
  | "rules"
  | "telemetry"
  | "webhooks"
> &
  TakePorts;

export interface Registered {
  readonly created: boolean;
  readonly complaint: Complaint;
}

const DAY = 86_400;
/** Clocks of reporting systems may be so much ahead. */
const AHEAD_SECONDS = 300;

/**
 * Registers a complaint from any channel, once (D6: entered at once; the clocks run from receipt). The same source,
 * channel and id gives the same complaint; with another body it is refused.
 */
export async function receiveComplaint(
  ports: IntakePorts,
  asked: IntakeRequest,
  before?: AlreadyThere,
): Promise<Registered | Problem> {
  const bodyHash = ports.crypto.keyedHash(asked.body);
  const { id, known, project, staff, book } = before ?? (await standingFor(ports, asked));
  const { request, assumed } = withCaller(asked, book);
  const bodies = [request.body, ...(request.formerBody === undefined ? [] : [request.formerBody])];
  const hashes = bodies.flatMap((body) => ports.crypto.keyedHashes(body));
  if (known !== undefined) return again(known, hashes);
  if (project === undefined) return problem("unknown-project", { path: "projectId" });
  const now = toInstant(ports.clock.now());
  const receivedAt = request.receivedAt ?? now;
  const ahead = plusSeconds(now, AHEAD_SECONDS);
  if (receivedAt > ahead || receivedAt < plusSeconds(now, -90 * DAY)) {
    return problem("received-out-of-range", { path: "receivedAt" });
  }
  const impossible = impossibleTime(request, { receivedAt }, ahead);
  if (impossible !== undefined) return problem(impossible.refused, { path: impossible.path });
  const refused = unknownDepartment(request, project) ?? (await unknownPerson(ports, request, project));
  if (refused !== undefined) return refused;

  const [running, outside, staffing] = await Promise.all([
    ports.counters.next(channels[request.channel].prefix),
    wantedFor(ports),
    staffingOf(ports, project, now, { known: staff }),
  ]);
  const heard = hinted(request, project, now, staffing);
  const isEnough = isAnybodys(request) && (await isConfirmedEnough(ports, request, { now, ...project }));
  const registration = registrationOf(ports, isEnough ? { ...request, quiet: true } : request, project, {
    id,
    bodyHash,
    receivedAt,
    number: complaintNumber(request.channel, running),
    householdKey: householdKeyOf(book, request.location ?? {}),
    assumed,
  });
  const personal = personalOf(ports, request);
  const rules = await ports.rules.forProject(project.id, project.timeZone);
  const decision = decide(
    undefined,
    { type: "register", registration, personal, ...heard },
    { ...rules, now: fromInstant(now), by: request.by },
  );
  if ("refused" in decision) return problem(decision.refused);
  const recording = { recordedAt: now, by: request.by, commandId: `register:${id}`, request: bodyHash };
  // Files last: what is refused takes none.
  const { attachments = [], by } = request;
  const taken = await takeUploads(ports, attachments, { owner: ownerOf(by), complaintId: id });
  if (isProblem(taken)) return taken;
  const drafts = [...decision.drafts, ...filesStored(taken, now)];
  const registered = seal(undefined, drafts, recording, (text) => ports.crypto.digest(text), outside);
  const first = firstRungs(ports, registered, { rules, project, staffing, now, wanted: outside });
  const { complaint } = first;
  await noteMonth(ports, project, receivedAt);
  if (request.external !== undefined)
    await ports.complaints.addNumber(id, request.external.ticketNo, "ticket");
  const { exists } = await ports.complaints.insert(complaint);
  if (exists !== undefined) return again(exists, hashes);
  ports.telemetry.count("ComplaintsRegistered");
  countRungs(ports, complaint, first.commandId);
  return { created: true, complaint };
}

/** Sent in without a key, a mail account or a name of ours: whose number and address stand in it nobody has shown. */
function isAnybodys({ by }: IntakeRequest): boolean {
  return by.kind === "channel" && by.id === PUBLIC_SYSTEM;
}

/**
 * What the words speak for. Of a possible danger that the caller did not call one, handler, 主管 and 经理 hear at once:
 * D6 wants safety acted on immediately, and a mail says nothing about it.
 */
function hinted(request: IntakeRequest, project: Project, at: Instant, staffing: Staffing) {
  const hint = triage(request.whole ?? request.matter);
  if (hint.evidence.length === 0) return {};
  const unsaid = hint.safety && request.safety !== true && request.urgency !== "urgent";
  const recipients = unsaid ? recipientsOf(dangerPosts, {}, project, at, staffing) : [];
  return { hint: { ...hint, recipients } };
}

function again(known: Complaint, hashes: readonly string[]): Registered | Problem {
  return hashes.includes(known.registration.bodyHash)
    ? { created: false, complaint: known }
    : known.registration.external === undefined
      ? problem("same-id-other-content", { path: "sourceId" })
      : problem("ticket-known", { path: "external.ticketNo", current: known });
}

/** The person complained of works for this project, as the commands want it too. */
async function unknownPerson(
  { organisation }: Pick<Ports, "organisation">,
  { against }: IntakeRequest,
  project: Project,
): Promise<Problem | undefined> {
  if (against?.personId === undefined) return undefined;
  const person = await organisation.person(against.personId);
  const path = "against.personId";
  return person === undefined || !reaches(person, project) ? problem("unknown-person", { path }) : undefined;
}

function unknownDepartment(request: IntakeRequest, project: Project): Problem | undefined {
  const department = request.against?.departmentId;
  if (department === undefined || project.departments.some((d) => d.id === department)) return undefined;
  return problem("unknown-department", { path: "against.departmentId" });
}

function registrationOf(
  ports: Pick<Ports, "clock" | "crypto">,
  request: IntakeRequest,
  project: Project,
  facts: {
    readonly id: string;
    readonly number: string;
    readonly bodyHash: string;
    readonly receivedAt: Instant;
    readonly householdKey: string | undefined;
    readonly assumed: boolean;
  },
): Registration {
  const { householdKey, assumed, ...given } = facts;
  const { complainant = {}, location = {}, against, external } = request;
  const contact = complainant.phone ?? complainant.email ?? request.contactId;
  return {
    ...given,
    projectId: project.id,
    timeZone: project.timeZone,
    channel: request.channel,
    system: request.system,
    recordKind: request.recordKind ?? kindOf(external?.kind),
    anonymous: complainant.anonymous ?? false,
    location,
    urgency: request.urgency ?? usualUrgency(request.safety === true, request.level),
    safety: request.safety ?? false,
    intake:
      request.intake ??
      (request.channel === "government" || external !== undefined ? "government" : "project"),
    ...defined({
      complainantKind: complainant.kind,
      language: complainant.language,
      occurredAt: request.occurredAt,
      againstDepartmentId: against?.departmentId,
      againstPersonId: against?.personId,
      requestedReplyAt: request.requestedReplyAt,
      classCode: request.classCode,
      level: request.level,
      manner: request.manner,
      headcount: request.headcount,
      withheld: request.withheld,
      external: external && omit(external, "demand"),
      rawMail: request.rawMail,
      quiet: request.quiet,
      linkedTo: request.linkedTo,
      consent: request.consent ?? notifiedBy(request.channel, toInstant(ports.clock.now())),
      locationAssumed: assumed ? (true as const) : undefined,
      householdKey,
      contactKey: contact === undefined ? undefined : contactKey(ports.crypto, contact),
    }),
  };
}

function personalOf(ports: Pick<Ports, "crypto">, request: IntakeRequest): Record<string, Personal> {
  const { complainant = {} } = request;
  const values = defined({
    matter: request.matter,
    name: complainant.name,
    phone: complainant.phone,
    email: complainant.email,
    place: request.place,
    signatories: request.signatories,
    originalAt: request.originalAt,
    against: request.against?.text,
    subject: request.subject,
    demand: request.external?.demand,
    channelData: request.channelData === undefined ? undefined : JSON.stringify(request.channelData),
  });
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => [field, salted(ports.crypto, value)]),
  );
}

/** What the hotline calls it says what it is to us, unless the desk says otherwise. */
function kindOf(kind: TicketKind | undefined): RecordKind {
  switch (kind) {
    case "help":
      return "help";
    case "enquiry":
    case "suggestion":
      return "opinion";
    case "complaint":
    case "report":
    case "other":
    case undefined:
      return "complaint";
  }
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The fields that are there: an absent field is not the same as one that is undefined. */
function defined<T extends object>(fields: T): Defined<T> {
  const result: Defined<T> = {};
  for (const key of keysOf(fields)) {
    const value = fields[key];
    if (isDefined(value)) result[key] = value;
  }
  return result;
}

function keysOf<T extends object>(fields: T): (keyof T)[] {
  return Object.keys(fields).filter((key): key is keyof T & string => key in fields);
}

function isDefined<T>(value: T): value is Exclude<T, undefined> {
  return value !== undefined;
}
