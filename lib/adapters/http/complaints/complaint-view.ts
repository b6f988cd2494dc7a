import type * as z from "zod";
import { clockSummaries } from "../../../app/complaints/clock-view.ts";
import type { Disclosed } from "../../../app/complaints/disclose.ts";
import type { ShownComplaint } from "../../../app/complaints/read.ts";
import type { complaintRow, complaintView, disclosureView } from "../../../contracts/complaints/views.ts";
import { receptionTips } from "../../../contracts/names.ts";
import {
  type Complaint,
  type HandlingPlan,
  personalValue,
  registeredValue,
} from "../../../domain/complaint/document.ts";
import { filesLeftOf, filesOf } from "../../../domain/complaint/files.ts";
import { glanceAt } from "../../../domain/complaint/glance.ts";
import { gradesOf } from "../../../domain/complaint/grades.ts";
import { missingToClose } from "../../../domain/complaint/rules/closing.ts";
import { missingFields } from "../../../domain/complaint/rules/completeness.ts";
import { writingOf } from "../../../domain/complaint/rules/plans.ts";
import { returnableUntil } from "../../../domain/complaint/rules/ticket-clocks.ts";
import { ticketOf } from "../../../domain/complaint/tickets.ts";
import { omit } from "../../../domain/present.ts";
import type { Instant } from "../../../domain/time/instant.ts";
import type { Hint } from "../../../domain/triage/hint.ts";
import { type HolderNames, personName } from "../../messages/holders.ts";
import { sentenceOf } from "../../messages/sentences.ts";
import { datesIn } from "../../messages/when.ts";

/** Characters of the matter that a list shows. */
const EXCERPT = 80;

type Row = z.output<typeof complaintRow>;
type View = z.output<typeof complaintView>;
type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** What a row is told with: the names in it, and the moment it is looked at. */
export interface RowScene extends HolderNames {
  readonly now: Instant;
}

/** A row of a work list: who complained comes masked, the matter shortened. */
export function rowView(complaint: Complaint, scene: RowScene): Row {
  const matter = registeredValue(complaint, "matter");
  return {
    ...head(complaint),
    ...present({ matter: matter === undefined ? undefined : excerpt(matter) }),
    complainant: {
      anonymous: complaint.registration.anonymous,
      ...present({
        name: registeredValue(complaint, "name"),
        phone: registeredValue(complaint, "phone"),
        email: registeredValue(complaint, "email"),
      }),
    },
    location: complaint.registration.location,
    ...glanceView(complaint, scene),
  };
}

/** Names and states that a desk shows without asking for each complaint. */
function glanceView(complaint: Complaint, { now, people, project }: RowScene) {
  const { missingToClose, unread, overdueSince, paused, lastEvent } = glanceAt(complaint, now);
  const { departmentId, handlerId, registration } = complaint;
  const dates = datesIn(registration.timeZone, now);
  return {
    missingToClose: [...missingToClose],
    unread,
    ...present({
      overdueSince,
      paused,
      departmentName: project.departments.find(({ id }) => id === departmentId)?.name,
      handlerName: handlerId === undefined ? undefined : personName(people, handlerId),
      lastEvent:
        lastEvent === undefined
          ? undefined
          : {
              type: lastEvent.fact.type,
              at: lastEvent.occurredAt,
              sentence: sentenceOf(lastEvent.fact, { people, project }, dates),
            },
    }),
  };
}

/** One complaint in full, for a person whose posts reach its project. */
export function fullView({ complaint, inFull, complainedOf, allowed }: ShownComplaint): View {
  const { registration } = complaint;
  const value = (field: string) => registeredValue(complaint, field);
  const against = present({
    text: value("against"),
    departmentId: registration.againstDepartmentId,
    personId: registration.againstPersonId,
  });
  const channelData = value("channelData");
  return {
    ...head(complaint),
    cycle: complaint.cycle,
    complainant: {
      anonymous: registration.anonymous,
      ...present({
        name: value("name"),
        kind: registration.complainantKind,
        language: registration.language,
        phone: value("phone"),
        email: value("email"),
      }),
    },
    location: registration.location,
    ...present({ locationAssumed: registration.locationAssumed, consent: registration.consent }),
    intake: registration.intake,
    missingToClose: missingToClose(complaint),
    attachments: filesOf(complaint),
    ...filesLeftView(complaint),
    grades: gradesOf(complaint).map((grade) => ({ ...grade })),
    ...(complaint.hint === undefined ? {} : { hint: hintView(complaint.hint, value("matter")) }),
    allowed,
    mayShow: inFull !== undefined,
    ...present({ complainedOf }),
    ...(Object.keys(against).length === 0 ? {} : { against }),
    ...(channelData === undefined ? {} : { channelData: recordOf(channelData) }),
    ...present({
      matter: value("matter"),
      subject: value("subject"),
      place: value("place"),
      occurredAt: registration.occurredAt,
      requestedReplyAt: registration.requestedReplyAt,
      manner: registration.manner,
      headcount: registration.headcount,
      withheld: registration.withheld,
      signatories: value("signatories"),
      originalAt: value("originalAt"),
      reception: registration.manner === undefined ? undefined : receptionTips[registration.manner],
      actions: actionsView(complaint),
      external:
        registration.external === undefined
          ? undefined
          : { ...registration.external, ...present({ demand: value("demand") }) },
      ticket: ticketView(complaint),
      linkedTo: registration.linkedTo,
      ...handledView(complaint),
    }),
  };
}

/** What has been found and done since it was registered. */
function handledView(complaint: Complaint) {
  return {
    convertedNumber: complaint.convertedNumber,
    difficulty: complaint.difficulty,
    malicious: complaint.malicious,
    lawful: complaint.lawful,
    dutyCause: complaint.dutyCause,
    causeFactor: complaint.causeFactor,
    opinion: complaint.opinion,
    signedOffAt: complaint.signedOffAt,
    effectCheckedAt: complaint.effectCheckedAt,
    reviewedAt: complaint.reviewedAt,
    invalidExplainedAt: complaint.invalidExplainedAt,
    plan: planView(complaint, complaint.plan),
    planInForce: planView(complaint, complaint.planInForce),
    repliedAt: complaint.repliedAt,
    resolvedAt: complaint.resolvedAt,
    closedAt: complaint.closedAt,
    endedAt: complaint.endedAt,
    ending: complaint.ending,
    taskDueAt: complaint.taskDueAt,
    firstGrade: complaint.firstGrade,
  };
}

/** How the ticket stands with its platform. */
function ticketView(complaint: Complaint) {
  const ticket = ticketOf(complaint);
  return ticket === undefined ? undefined : { ...ticket, ...present({ signBy: returnableUntil(complaint) }) };
}

/** The hint with the words that led to it; an erased matter leaves their places only. */
function hintView({ evidence, classCode, level, safety }: Hint, matter: string | undefined) {
  const words = evidence.map(({ from, to, speaksFor }) => ({
    speaksFor,
    // What stands behind the cut of a long letter is read in the whole letter.
    ...present({ words: matter === undefined || to > matter.length ? undefined : matter.slice(from, to) }),
  }));
  return { safety, evidence: words, ...present({ classCode, level }) };
}

/** Nothing left is nothing said. */
function filesLeftView(complaint: Complaint) {
  const filesLeft = filesLeftOf(complaint);
  return filesLeft.length === 0 ? {} : { filesLeft };
}

/** A plan with the texts of its nodes. */
function planView(complaint: Complaint, plan: HandlingPlan | undefined) {
  if (plan === undefined) return undefined;
  const written = writingOf(complaint, plan)?.seq ?? 0;
  const { by: _, nodes, ...rest } = plan;
  return {
    ...rest,
    ...present({ text: personalValue(complaint, written, "text") }),
    nodes: nodes.map((node) => ({
      ...node,
      ...present({ text: personalValue(complaint, written, `node.${node.id}`) }),
    })),
  };
}

/** D15: each corrective action with its cause and measure, which stand beside the event that opened it. */
function actionsView({ actions, personal }: Complaint) {
  const written = (field: string) =>
    Object.entries(personal).find(([ref]) => ref.slice(ref.indexOf(".") + 1) === field)?.[1].value;
  return actions?.map((action) => ({
    ...action,
    ...present({ cause: written(`cause.${action.id}`), measure: written(`measure.${action.id}`) }),
  }));
}

/** Who complained, in full. */
export function disclosureOf({ channelData, ...told }: Disclosed): z.output<typeof disclosureView> {
  return { ...told, ...(channelData === undefined ? {} : { channelData: recordOf(channelData) }) };
}

function head(complaint: Complaint) {
  const { registration } = complaint;
  return {
    id: registration.id,
    number: registration.number,
    projectId: registration.projectId,
    channel: registration.channel,
    recordKind: registration.recordKind,
    status: complaint.status,
    receivedAt: registration.receivedAt,
    version: complaint.version,
    urgency: registration.urgency,
    safety: registration.safety,
    clocks: clockSummaries(complaint),
    urges: complaint.urges,
    missing: missingFields(complaint),
    ...present({
      level: complaint.level,
      classCode: complaint.classCode,
      validity: complaint.validity,
      departmentId: complaint.departmentId,
      handlerId: complaint.handlerId,
      group: complaint.group === undefined ? undefined : omit(complaint.group, "keepsDays"),
      repeat: complaint.repeat,
    }),
  };
}

function excerpt(text: string): string {
  const characters = Array.from(text);
  return characters.length <= EXCERPT ? text : `${characters.slice(0, EXCERPT).join("")}…`;
}

function recordOf(stored: string): Record<string, unknown> {
  const value: unknown = JSON.parse(stored);
  return typeof value === "object" && value !== null ? { ...value } : {};
}

/** An absent field is left out: on the wire there is no null for "not told". */
function present<T extends object>(fields: T): Defined<T> {
  const result: Defined<T> = {};
  for (const key in fields) {
    const value = fields[key];
    if (isPresent(value)) result[key] = value;
  }
  return result;
}

function isPresent<T>(value: T): value is Exclude<T, undefined> {
  return value !== undefined;
}
