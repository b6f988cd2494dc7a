import type { ItemRef } from "../../../app/ports/alarms.ts";
import type { NumberSeen } from "../../../app/ports/call-log.ts";
import type { HeldMessage } from "../../../app/ports/held.ts";
import type { PaperTaken } from "../../../app/ports/paper-log.ts";
import type { DeliveryRef } from "../../../app/ports/subscriptions.ts";
import type { DocumentRef } from "../../../domain/document/ref.ts";
import type { NoticeSubject } from "../../../domain/notices/notice.ts";
import { submissionId } from "../../../domain/submissions/submission.ts";

/** Every primary key of the table; docs/access-patterns.md lists them. */
const HELD = "HELD#";
const WEBHOOK = "WEBHOOK#";
const JOB = "JOB#";
const JOB_SORT = "JOB";

/** What was shown to whom by which way. */
interface Shown {
  readonly complaintId: string;
  readonly by: string;
  readonly way: string;
  readonly reason?: string;
}

export const keys = {
  complaint: (id: string): ItemRef => ({ pk: `C#${id}`, sk: COMPLAINT_SORT }),
  /** Beside a converted complaint: found by its second number too. */
  secondNumber: (id: string): ItemRef => ({ pk: `C#${id}`, sk: "NUMBER" }),
  ticketNumber: (id: string): ItemRef => ({ pk: `C#${id}`, sk: "TICKET" }),
  /** What a complaint may be found by: a month of the company lies together, in it a project. */
  searchEntry: (
    month: string,
    {
      projectId,
      receivedAt,
      id,
    }: { readonly projectId: string; readonly receivedAt: string; readonly id: string },
  ): ItemRef => ({ pk: `WORDS#${month}`, sk: `${projectId}#${receivedAt}#${id}` }),
  paperTaken: ({ complaintId, at, id }: PaperTaken): ItemRef => ({
    pk: `C#${complaintId}`,
    sk: `${PAPER_SORT}${at}#${id}`,
  }),
  numberSeen: ({ complaintId, at, id }: NumberSeen): ItemRef => ({
    pk: `C#${complaintId}`,
    sk: `${NUMBER_SEEN_SORT}${at}#${id}`,
  }),
  notice: (subject: NoticeSubject, key: string): ItemRef => ({
    pk: noticePartition(subject),
    sk: `${NOTICE_SORT}${key}`,
  }),
  /** A notice in the bundle that it goes with. */
  bundled: (bundle: string, { pk, sk }: ItemRef): ItemRef => ({ pk: `BUNDLE#${bundle}`, sk: `${pk}#${sk}` }),
  /** The groups of a series lie together, so that its last one can be read consistently. */
  group: (id: string): ItemRef => {
    const dot = id.lastIndexOf(".");
    return { pk: `G#${id.slice(0, dot)}`, sk: `${GROUP_SORT}${id.slice(dot + 1).padStart(6, "0")}` };
  },
  emergency: (id: string): ItemRef => ({ pk: `E#${id}`, sk: EMERGENCY_SORT }),
  rescue: ({ pk, sk }: ItemRef): ItemRef => ({ pk, sk: `RESCUE#${sk}` }),
  counter: (name: string): ItemRef => ({ pk: `COUNTER#${name}`, sk: "COUNTER" }),
  company: (): ItemRef => ({ pk: "ORG", sk: "COMPANY" }),
  project: (id: string): ItemRef => ({ pk: "ORG", sk: `PROJECT#${id}` }),
  person: (id: string): ItemRef => ({ pk: "ORG", sk: `PERSON#${id}` }),
  personChange: (personId: string, id: string): ItemRef => ({ pk: `PERSON#${personId}`, sk: `CHANGE#${id}` }),
  /** A project with everybody who works for it, copied from the organisation's partition. */
  desk: (projectId: string): ItemRef => ({ pk: `DESK#${projectId}`, sk: "DESK" }),
  /** Which import of a project's households counts. */
  householdList: (projectId: string): ItemRef => ({ pk: `PROJECT#${projectId}`, sk: "HOUSEHOLDS" }),
  householdPart: (projectId: string, importId: string, part: number): ItemRef => ({
    pk: `HOUSEHOLDS#${projectId}#${importId}`,
    sk: `PART#${String(part).padStart(4, "0")}`,
  }),
  /** Editions of one roster stand together; the last one is in force. */
  roster: (projectId: string, month: string, version: number): ItemRef => ({
    pk: `PROJECT#${projectId}`,
    sk: `ROSTER#${month}#${String(version).padStart(6, "0")}`,
  }),
  contractor: (id: string): ItemRef => ({ pk: "ORG", sk: `${CONTRACTOR_SORT}${id}` }),
  channelSystem: (system: string): ItemRef => ({ pk: "ORG", sk: `${SYSTEM_SORT}${system}` }),
  /** Editions of one month's figures stand together; the last one is in force. */
  projectMonth: (projectId: string, month: string, version: number): ItemRef => ({
    pk: `PROJECT#${projectId}`,
    sk: `MONTH#${month}#${String(version).padStart(6, "0")}`,
  }),
  /** The earliest month before `since` in which something was received. */
  firstMonth: (projectId: string): ItemRef => ({ pk: `PROJECT#${projectId}`, sk: "FIRST-MONTH" }),
  /** Leads from a key's digest to its system. */
  channelKey: (keyHash: string): ItemRef => ({ pk: `KEY#${keyHash}`, sk: "KEY" }),
  /** When the key was used last. */
  channelKeyUse: (keyHash: string): ItemRef => ({ pk: `KEY#${keyHash}`, sk: "USE" }),
  webhook: (id: string): ItemRef => ({ pk: "WEBHOOKS", sk: id }),
  webhookDelivery: (subscriptionId: string, id: string): ItemRef => ({
    pk: `${WEBHOOK}${subscriptionId}`,
    sk: `DELIVERY#${id}`,
  }),
  draft: (id: string): ItemRef => ({ pk: `DRAFT#${id}`, sk: "DRAFT" }),
  lookup: (id: string): ItemRef => ({ pk: `LOOKUP#${id}`, sk: "LOOKUP" }),
  serviceTest: (id: string): ItemRef => ({ pk: `SERVICE-TEST#${id}`, sk: "SERVICE-TEST" }),
  visitor: (id: string): ItemRef => ({ pk: `VISITOR#${id}`, sk: "VISITOR" }),
  /** Beside a complaint with a phone: its writer is found by the account's own name too. */
  secondContact: (id: string): ItemRef => ({ pk: `C#${id}`, sk: "CONTACT" }),
  followerFile: (id: string): ItemRef => ({ pk: `FOLLOWER-FILE#${id}`, sk: "FOLLOWER-FILE" }),
  upload: (id: string): ItemRef => ({ pk: `UPLOAD#${id}`, sk: "UPLOAD" }),
  quarantine: (id: string): ItemRef => ({ pk: "QUARANTINE", sk: id }),
  senderRule: (id: string): ItemRef => ({ pk: "SENDERS", sk: id }),
  droppedMail: (ruleId: string, at: string, rawKey: string): ItemRef => ({
    pk: `DROPPED#${ruleId}`,
    sk: `${at}#${rawKey}`,
  }),
  /** Who was shown a complaint in an hour, and what a person was shown. */
  readOfComplaint: ({ complaintId, by, way, reason }: Shown, hour: string): ItemRef => ({
    pk: `READS#C#${complaintId}`,
    sk: `${hour}#${by}#${reason === undefined ? way : `${way}:${reason}`}`,
  }),
  readOfPerson: ({ complaintId, by, way, reason }: Shown, hour: string): ItemRef => ({
    pk: `READS#P#${by}`,
    sk: `${hour}#${complaintId}#${reason === undefined ? way : `${way}:${reason}`}`,
  }),
  /** What the nightly run removed, day by day. */
  retentionReport: (date: string): ItemRef => ({ pk: "RETENTION", sk: `REPORT#${date}` }),
  /** Beside the complaint that a request came from. */
  requestOfComplaint: (complaintId: string, id: string): ItemRef => ({
    pk: `C#${complaintId}`,
    sk: `${PERSON_REQUEST_SORT}${id}`,
  }),
  personRequest: (id: string): ItemRef => ({ pk: "PERSON-DATA", sk: id }),
  boxRound: (boxId: string, roundId: string): ItemRef => ({ pk: `BOX#${boxId}`, sk: `ROUND#${roundId}` }),
  /** A run's id begins with its month, so that a month's runs stand together. */
  run: (id: string): ItemRef => ({ pk: `REPORT#${id.slice(0, 7)}`, sk: `${RUN_SORT}${id}` }),
  submission: (month: string, projectId: string): ItemRef => ({
    pk: `REPORT#${month}`,
    sk: `${SUBMISSION_SORT}${projectId}`,
  }),
  companyTexts: (month: string): ItemRef => ({ pk: `REPORT#${month}`, sk: "COMPANY-TEXTS" }),
  /** Which month's bulletin has a number of a year. */
  bulletinNumber: (year: number, number: number): ItemRef => ({
    pk: `BULLETINS#${year}`,
    sk: `NUMBER#${String(number).padStart(4, "0")}`,
  }),
  edition: (month: string, edition: number): ItemRef => ({
    pk: `REPORT#${month}`,
    sk: `${EDITION_SORT}${String(edition).padStart(3, "0")}`,
  }),
  /** Which run holds which edition number of a month. */
  reservedEditions: (month: string): ItemRef => ({ pk: `REPORT#${month}`, sk: "RESERVED" }),
  subscriptions: (personId: string): ItemRef => ({ pk: "SUBSCRIPTIONS", sk: personId }),
  /** What was delivered of a part of the tree stands with the messages about it; a run's id begins with its month. */
  delivery: ({ runId, built, subscription }: DeliveryRef): ItemRef => ({
    pk: `DELIVERIES#${subscription}`,
    sk: `${DELIVERY_SORT}${runId}#${built}`,
  }),
  /** All editions stand in one partition: they are read together. */
  policyEdition: (version: string): ItemRef => ({ pk: "RULES", sk: `POLICY#${version}` }),
  calendarEdition: (version: string): ItemRef => ({ pk: "RULES", sk: `CALENDAR#${version}` }),
  policy: (version: string): ItemRef => ({ pk: `POLICY#${version}`, sk: "POLICY" }),
  /** A person's held commands lie together. */
  held: (personId: string, id: string): ItemRef => ({ pk: `${HELD}${personId}`, sk: id }),
  job: (id: string): ItemRef => ({ pk: `${JOB}${id}`, sk: JOB_SORT }),
  jobPart: (id: string, projectId: string): ItemRef => ({ pk: `${JOB}${id}`, sk: `PART#${projectId}` }),
  pollPosition: (): ItemRef => ({ pk: "SETTINGS", sk: "POLL_POSITION" }),
  setupCode: (): ItemRef => ({ pk: "SETTINGS", sk: "SETUP-CODE" }),
  /** What may be shown of the services' settings. */
  shownServices: (): ItemRef => ({ pk: "SETTINGS", sk: "SERVICES" }),
  messengers: (): ItemRef => ({ pk: "SETTINGS", sk: "MESSENGERS" }),
  settings: (): ItemRef => ({ pk: "SETTINGS", sk: "SETTINGS" }),
} as const;

/** Where the messages begin in the partition of what they are about. */
export const NOTICE_SORT = "NOTICE#";

/** Where the contractors begin in the organisation's partition. */
export const CONTRACTOR_SORT = "CONTRACTOR#";

/** Where the channel systems begin in the organisation's partition. */
export const SYSTEM_SORT = "SYSTEM#";

/** Where the forms taken of a complaint stand in its partition. */
export const PAPER_SORT = "PAPER#";
/** Where it stands who was shown the complainant's number. */
export const NUMBER_SEEN_SORT = "CALL#";

/** Where it stands which requests about personal data came from a complaint. */
export const PERSON_REQUEST_SORT = "PERSON-DATA#";

/** Where the groups of a series begin in its partition. */
export const GROUP_SORT = "GROUP#";

const COMPLAINT_SORT = "DOC";
const EMERGENCY_SORT = "EMERGENCY";

/** Where what was delivered begins in its partition. */
export const DELIVERY_SORT = "DELIVERY#";

/** Where the editions of a month begin in its partition. */
export const EDITION_SORT = "EDITION#";

/** Where the submissions of a month begin in its partition. */
export const SUBMISSION_SORT = "SUBMISSION#";

/** The document whose item has this primary key; undefined for the key of anything else. */
export function documentRefOf({ pk, sk }: ItemRef): DocumentRef | undefined {
  const [partition = ""] = pk.split("#", 1);
  const rest = pk.slice(partition.length + 1);
  if (partition === "C" && sk === COMPLAINT_SORT) return { kind: "complaint", id: rest };
  if (partition === "E" && sk === EMERGENCY_SORT) return { kind: "emergency", id: rest };
  if (partition === "G" && sk.startsWith(GROUP_SORT)) {
    return { kind: "group", id: `${rest}.${Number(sk.slice(GROUP_SORT.length))}` };
  }
  if (partition === "REPORT" && sk.startsWith(SUBMISSION_SORT)) {
    return {
      kind: "submission",
      id: submissionId({ month: rest, projectId: sk.slice(SUBMISSION_SORT.length) }),
    };
  }
  return undefined;
}

/** Where the runs of a month begin in its partition. */
export const RUN_SORT = "RUN#";

/** True for the key of what a system outside is told. */
export function isDelivery({ pk }: ItemRef): boolean {
  return pk.startsWith(WEBHOOK);
}

/** The job that a key belongs to; undefined for anything else. */
export function jobIdOf({ pk, sk }: ItemRef): string | undefined {
  return pk.startsWith(JOB) && sk === JOB_SORT ? pk.slice(JOB.length) : undefined;
}

/** The held command that a key belongs to; undefined for anything else. */
export function heldOf({ pk, sk }: ItemRef): HeldMessage | undefined {
  return pk.startsWith(HELD) ? { personId: pk.slice(HELD.length), heldId: sk } : undefined;
}

/** The id of a report run in its primary key; undefined for the key of anything else. */
export function runIdOf({ pk, sk }: ItemRef): string | undefined {
  return pk.startsWith("REPORT#") && sk.startsWith(RUN_SORT) ? sk.slice(RUN_SORT.length) : undefined;
}

function noticePartition(subject: NoticeSubject): string {
  switch (subject.kind) {
    case "complaint":
      return `C#${subject.id}`;
    case "group":
      return `GROUP-NOTICES#${subject.id}`;
    case "emergency":
      return `E#${subject.id}`;
    case "submission":
    case "report":
      return `REPORT#${subject.month}`;
    case "delivery":
      return keys.delivery(subject).pk;
    case "person-data":
      return `PERSON-DATA-NOTICES#${subject.requestId}`;
    case "quarantine":
      return `QUARANTINE-NOTICES#${subject.projectId}`;
  }
}

/** True for the partition of a complaint and of what stands beside it. */
export function isComplaintKey(pk: string): boolean {
  return pk.startsWith("C#");
}

/** The complaint id in a primary key; throws for the key of anything else. */
export function complaintIdOf(pk: string): string {
  if (!isComplaintKey(pk)) throw new TypeError(`${pk} is not the key of a complaint`);
  return pk.slice(2);
}
