import * as z from "zod";
import { audiences } from "../../../domain/clocks/audience.ts";
import { pauseReasons } from "../../../domain/clocks/clock.ts";
import {
  causeFactors,
  difficulties,
  dutyCauses,
  type Fact,
  followUpOutcomes,
  followUpVias,
  groupLevels,
  handlingSteps,
  leftReasons,
  linkVias,
  type PlanNode,
  type PlannedAction,
  recordKinds,
  replyVias,
  retimeCauses,
  type SignedSheet,
  type StoredEvent,
  type StoredFile,
  urgencies,
  validities,
  whereabouts,
  wordsFields,
} from "../../../domain/complaint/events.ts";
import type { Actor } from "../../../domain/document/event.ts";
import type { Redacted } from "../../../domain/document/redaction.ts";
import { once } from "../../../domain/once.ts";
import { rungKinds, unlessRules } from "../../../domain/policy/policy.ts";
import { clockKeyShape, clockPlanShape, clockShape, rungTime } from "../core/clock-schema.ts";
import { count, instant, type Shape, text } from "../core/shape.ts";
import { hintShape } from "./hint-schema.ts";
import { informing, recipient } from "./recipient-schema.ts";
import { changesShape, classCode, level, registrationShape } from "./registration-schema.ts";
import { ticketFacts } from "./ticket-schema.ts";

const holding = { departmentId: text, handlerId: text.exactOptional(), ...informing };

export const ending = z.enum([
  "followed-up",
  "unreachable",
  "no-contact",
  "explained",
  "not-sampled",
  "at-desk",
  "invalid",
]);
export const outcome = z.enum(followUpOutcomes);
export const validity = z.enum(validities);
const via = z.enum(replyVias);
export const difficulty = z.enum(difficulties);
export const dutyCause = z.enum(dutyCauses);
export const causeFactor = z.enum(causeFactors);
const changes = z.looseObject(changesShape);
export const actor: z.ZodType<Actor> = z.discriminatedUnion("kind", [
  z.looseObject({ kind: z.literal("person"), id: text }),
  z.looseObject({ kind: z.literal("customer") }),
  z.looseObject({ kind: z.literal("channel"), id: text }),
  z.looseObject({ kind: z.literal("timer") }),
]);
const sheetShape = { signerId: text, signedOn: text, fileIds: z.array(text) } satisfies Shape<SignedSheet>;
/** What the chain vouches for of a redacted event. */
export const redactedShape = z.looseObject({ seq: count, digest: text } satisfies Shape<Redacted>);
export const nodeShape = { id: text, dueAt: instant } satisfies Shape<PlanNode>;
const planNode = z.looseObject(nodeShape);
export const actionShape = { id: text, ownerId: text, dueAt: instant } satisfies Shape<PlannedAction>;
const storedFile = z.looseObject({
  id: text,
  contentType: text,
  size: count,
  left: z.enum(leftReasons).exactOptional(),
} satisfies Shape<StoredFile>);
const ofRung = { ...clockKeyShape, rung: text };

const one = <T extends Fact["type"]>(type: T) => ({ type: z.literal(type) });

const ofClocks = () => ({
  clockStarted: z.looseObject({ ...one("clockStarted"), ...clockShape }),
  clockStopped: z.looseObject({
    ...one("clockStopped"),
    ...clockKeyShape,
    at: instant,
    lapsed: z.literal(true).exactOptional(),
  }),
  clockPaused: z.looseObject({
    ...one("clockPaused"),
    ...clockKeyShape,
    at: instant,
    reason: z.enum(pauseReasons),
    approvedBy: text,
  }),
  clockResumed: z.looseObject({
    ...one("clockResumed"),
    ...clockKeyShape,
    ...clockPlanShape,
    at: instant,
  }),
  clockExtended: z.looseObject({
    ...one("clockExtended"),
    ...clockKeyShape,
    ...clockPlanShape,
    dueAt: instant,
    approvedBy: text,
  }),
  clockRetimed: z.looseObject({
    ...one("clockRetimed"),
    ...clockKeyShape,
    ...clockPlanShape,
    cause: z.enum(retimeCauses),
    givenDueAt: instant.exactOptional(),
  }),
  rungDecided: z.looseObject({
    ...one("rungDecided"),
    ...ofRung,
    audience: z.enum(audiences).exactOptional(),
    rule: z
      .looseObject({
        kind: z.enum(rungKinds),
        time: rungTime,
        unless: z.enum(unlessRules).exactOptional(),
        onlyIf: z.literal("grave").exactOptional(),
      })
      .exactOptional(),
    unneeded: z.literal(true).exactOptional(),
    due: instant,
    lateBy: z.number(),
    recipients: z.array(recipient),
  }),
  rungAcknowledged: z.looseObject({ ...one("rungAcknowledged"), ...ofRung }),
});

const ofTaking = () => ({
  registered: z.looseObject({ ...one("registered"), ...registrationShape() }),
  replied: z.looseObject({ ...one("replied"), via, sent: z.literal(true).exactOptional() }),
  hinted: z.looseObject({
    ...one("hinted"),
    ...hintShape,
    recipients: z.array(recipient),
    heardIn: z.enum(wordsFields).exactOptional(),
  }),
  registrationCompleted: z.looseObject({ ...one("registrationCompleted"), changes, ...informing }),
  corrected: z.looseObject({ ...one("corrected"), changes, ...informing }),
  converted: z.looseObject({
    ...one("converted"),
    recordKind: z.enum(recordKinds),
    number: text,
    from: z.enum(recordKinds).exactOptional(),
    urgency: z.enum(urgencies).exactOptional(),
  }),
  assigned: z.looseObject({ ...one("assigned"), ...holding }),
  transferred: z.looseObject({ ...one("transferred"), ...holding }),
  handedOver: z.looseObject({ ...one("handedOver"), fromPersonId: text, toPersonId: text }),
  accepted: z.looseObject(one("accepted")),
  classified: z.looseObject({
    ...one("classified"),
    ...informing,
    classCode,
    level: level.exactOptional(),
    urgency: z.enum(urgencies).exactOptional(),
    safety: z.boolean().exactOptional(),
    dutyCause: dutyCause.exactOptional(),
    causeFactor: causeFactor.exactOptional(),
  }),
  judged: z.looseObject({
    ...one("judged"),
    validity,
    difficulty: difficulty.exactOptional(),
    malicious: z.boolean().exactOptional(),
    lawful: z.boolean().exactOptional(),
  }),
  invalidExplained: z.looseObject({
    ...one("invalidExplained"),
    via,
    sent: z.literal(true).exactOptional(),
  }),
});

const ofHandling = () => ({
  stepRecorded: z.looseObject({
    ...one("stepRecorded"),
    ...informing,
    step: z.enum(handlingSteps),
    departmentIds: z.array(text).exactOptional(),
    personIds: z.array(text).exactOptional(),
    testimonies: z.int().exactOptional(),
    affected: z.int().exactOptional(),
  }),
  planWritten: z.looseObject({
    ...one("planWritten"),
    ...informing,
    nodes: z.array(planNode),
    beside: z.literal(true).exactOptional(),
  }),
  planApproved: z.looseObject(one("planApproved")),
  planAgreed: z.looseObject({ ...one("planAgreed"), via }),
  progressed: z.looseObject({ ...one("progressed"), nodeId: text.exactOptional() }),
  dailyReported: z.looseObject({ ...one("dailyReported"), ...informing, departmentIds: z.array(text) }),
  signedOff: z.looseObject({ ...one("signedOff"), sheet: z.looseObject(sheetShape).exactOptional() }),
  opinionRecorded: z.looseObject({ ...one("opinionRecorded"), ...informing, grade: z.int() }),
  effectChecked: z.looseObject({ ...one("effectChecked"), effective: z.boolean() }),
  reviewed: z.looseObject({
    ...one("reviewed"),
    ...informing,
    actions: z.array(z.looseObject(actionShape)),
  }),
  recurrenceFound: z.looseObject({
    ...one("recurrenceFound"),
    ...informing,
    complaintIds: z.array(text),
    action: z.looseObject(actionShape),
  }),
  actionEvidenced: z.looseObject({ ...one("actionEvidenced"), actionId: text }),
  actionVerified: z.looseObject({
    ...one("actionVerified"),
    ...informing,
    actionId: text,
    passed: z.boolean(),
  }),
  referred: z.looseObject(one("referred")),
});

const ofTheRest = () => ({
  erased: z.looseObject({
    ...one("erased"),
    refs: z.array(text),
    parts: z.array(z.enum(whereabouts)).exactOptional(),
    redacted: z.array(redactedShape).exactOptional(),
  }),
  resolved: z.looseObject({ ...one("resolved"), via, sent: z.literal(true).exactOptional() }),
  followUpAttempted: z.looseObject({
    ...one("followUpAttempted"),
    ...informing,
    outcome,
    via: z.enum(followUpVias).exactOptional(),
    grade: z.int().exactOptional(),
    unsatisfied: z.literal(true).exactOptional(),
  }),
  closed: z.looseObject({ ...one("closed"), ending }),
  reopened: z.looseObject({ ...one("reopened"), ...informing }),
  withdrawn: z.looseObject(one("withdrawn")),
  urged: z.looseObject({ ...one("urged"), ...informing }),
  noted: z.looseObject(one("noted")),
  linkSent: z.looseObject({ ...one("linkSent"), via: z.enum(linkVias) }),
  statementGiven: z.looseObject({ ...one("statementGiven"), ...informing }),
  joinedGroup: z.looseObject({
    ...one("joinedGroup"),
    groupId: text,
    level: z.enum(groupLevels),
    keepsDays: z.literal(true).exactOptional(),
    planned: z.literal(true).exactOptional(),
  }),
  leftGroup: z.looseObject({ ...one("leftGroup"), groupId: text }),
  repeatLinked: z.looseObject({
    ...one("repeatLinked"),
    complaintId: text,
    number: text,
    nth: z.int().min(2),
  }),
  messageReceived: z.looseObject({
    ...one("messageReceived"),
    ...informing,
    messageId: text.exactOptional(),
  }),
  attachmentsStored: z.looseObject({ ...one("attachmentsStored"), files: z.array(storedFile) }),
});

/**
 * One schema per kind of fact; a kind that the domain adds is missing here at compile time. They are hundreds of
 * schemas, made when the first document is read: who only writes never waits for them.
 */
const facts = once(
  () =>
    ({
      ...ofClocks(),
      ...ofTaking(),
      ...ofHandling(),
      ...ofTheRest(),
      ...ticketFacts(),
    }) satisfies { [T in Fact["type"]]: z.ZodType<Extract<Fact, { type: T }>> },
);

/** What clocks and rungs do, in complaints and groups alike. */
export function clockFacts() {
  const { clockStarted, clockStopped, rungDecided, rungAcknowledged } = facts();
  return { clockStarted, clockStopped, rungDecided, rungAcknowledged };
}

const fact = () => {
  const f = facts();
  return z.discriminatedUnion("type", [
    f.registered,
    f.clockStarted,
    f.clockStopped,
    f.clockPaused,
    f.clockResumed,
    f.clockExtended,
    f.clockRetimed,
    f.rungDecided,
    f.rungAcknowledged,
    f.replied,
    f.assigned,
    f.classified,
    f.judged,
    f.hinted,
    f.registrationCompleted,
    f.corrected,
    f.converted,
    f.transferred,
    f.handedOver,
    f.accepted,
    f.invalidExplained,
    f.stepRecorded,
    f.planWritten,
    f.planApproved,
    f.planAgreed,
    f.progressed,
    f.dailyReported,
    f.signedOff,
    f.opinionRecorded,
    f.effectChecked,
    f.reviewed,
    f.recurrenceFound,
    f.actionEvidenced,
    f.actionVerified,
    f.referred,
    f.erased,
    f.resolved,
    f.followUpAttempted,
    f.closed,
    f.reopened,
    f.withdrawn,
    f.urged,
    f.noted,
    f.linkSent,
    f.statementGiven,
    f.joinedGroup,
    f.leftGroup,
    f.repeatLinked,
    f.messageReceived,
    f.attachmentsStored,
    f.ticketSigned,
    f.ticketSentBack,
    f.dispatchObjected,
    f.objectionRuled,
    f.ticketMerged,
    f.ticketExtensionAsked,
    f.ticketExtensionRuled,
    f.replyDocumentSent,
    f.ticketReturned,
    f.ticketRated,
  ]);
};

/** What every stored event has besides its fact. */
export const eventShape = {
  seq: z.int().min(1),
  occurredAt: instant,
  recordedAt: instant,
  by: actor,
  commandId: text,
  request: text,
  device: z.looseObject({ at: instant, sentAt: instant }).exactOptional(),
  digests: z.record(text, text).exactOptional(),
  hash: text,
} satisfies Shape<Omit<StoredEvent, "fact">>;

/** An event of a complaint. */
export const eventSchema = once(() =>
  z.looseObject({ ...eventShape, fact: fact() } satisfies Shape<StoredEvent>),
);
