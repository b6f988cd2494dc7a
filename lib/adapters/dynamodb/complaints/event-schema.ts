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
  wordsFields,
} from "../../../domain/complaint/events.ts";
import type { Actor } from "../../../domain/document/event.ts";
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
const changes = z.strictObject(changesShape);
export const actor: z.ZodType<Actor> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("person"), id: text }),
  z.strictObject({ kind: z.literal("customer") }),
  z.strictObject({ kind: z.literal("channel"), id: text }),
  z.strictObject({ kind: z.literal("timer") }),
]);
const sheetShape = { signerId: text, signedOn: text, fileIds: z.array(text) } satisfies Shape<SignedSheet>;
export const nodeShape = { id: text, dueAt: instant } satisfies Shape<PlanNode>;
const planNode = z.strictObject(nodeShape);
export const actionShape = { id: text, ownerId: text, dueAt: instant } satisfies Shape<PlannedAction>;
const storedFile = z.strictObject({
  id: text,
  contentType: text,
  size: count,
  left: z.enum(["too-large", "too-many"]).exactOptional(),
} satisfies Shape<StoredFile>);
const ofRung = { ...clockKeyShape, rung: text };

const one = <T extends Fact["type"]>(type: T) => ({ type: z.literal(type) });

/** One schema per kind of fact; a kind that the domain adds is missing here at compile time. */
const facts = {
  registered: z.strictObject({ ...one("registered"), ...registrationShape }),
  clockStarted: z.strictObject({ ...one("clockStarted"), ...clockShape }),
  clockStopped: z.strictObject({
    ...one("clockStopped"),
    ...clockKeyShape,
    at: instant,
    lapsed: z.literal(true).exactOptional(),
  }),
  clockPaused: z.strictObject({
    ...one("clockPaused"),
    ...clockKeyShape,
    at: instant,
    reason: z.enum(pauseReasons),
    approvedBy: text,
  }),
  clockResumed: z.strictObject({
    ...one("clockResumed"),
    ...clockKeyShape,
    ...clockPlanShape,
    at: instant,
  }),
  clockExtended: z.strictObject({
    ...one("clockExtended"),
    ...clockKeyShape,
    ...clockPlanShape,
    dueAt: instant,
    approvedBy: text,
  }),
  clockRetimed: z.strictObject({
    ...one("clockRetimed"),
    ...clockKeyShape,
    ...clockPlanShape,
    cause: z.enum(retimeCauses),
  }),
  rungDecided: z.strictObject({
    ...one("rungDecided"),
    ...ofRung,
    audience: z.enum(audiences).exactOptional(),
    rule: z
      .strictObject({
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
  rungAcknowledged: z.strictObject({ ...one("rungAcknowledged"), ...ofRung }),
  replied: z.strictObject({ ...one("replied"), via }),
  hinted: z.strictObject({
    ...one("hinted"),
    ...hintShape,
    recipients: z.array(recipient),
    heardIn: z.enum(wordsFields).exactOptional(),
  }),
  registrationCompleted: z.strictObject({ ...one("registrationCompleted"), changes, ...informing }),
  corrected: z.strictObject({ ...one("corrected"), changes, ...informing }),
  converted: z.strictObject({
    ...one("converted"),
    recordKind: z.enum(recordKinds),
    number: text,
    urgency: z.enum(urgencies).exactOptional(),
  }),
  assigned: z.strictObject({ ...one("assigned"), ...holding }),
  transferred: z.strictObject({ ...one("transferred"), ...holding }),
  handedOver: z.strictObject({ ...one("handedOver"), fromPersonId: text, toPersonId: text }),
  accepted: z.strictObject(one("accepted")),
  classified: z.strictObject({
    ...one("classified"),
    ...informing,
    classCode,
    level: level.exactOptional(),
    urgency: z.enum(urgencies).exactOptional(),
    safety: z.boolean().exactOptional(),
    dutyCause: dutyCause.exactOptional(),
    causeFactor: causeFactor.exactOptional(),
  }),
  judged: z.strictObject({
    ...one("judged"),
    validity,
    difficulty: difficulty.exactOptional(),
    malicious: z.boolean().exactOptional(),
    lawful: z.boolean().exactOptional(),
  }),
  invalidExplained: z.strictObject({ ...one("invalidExplained"), via }),
  stepRecorded: z.strictObject({
    ...one("stepRecorded"),
    ...informing,
    step: z.enum(handlingSteps),
    departmentIds: z.array(text).exactOptional(),
    personIds: z.array(text).exactOptional(),
    testimonies: z.int().exactOptional(),
    affected: z.int().exactOptional(),
  }),
  planWritten: z.strictObject({
    ...one("planWritten"),
    ...informing,
    nodes: z.array(planNode),
    beside: z.literal(true).exactOptional(),
  }),
  planApproved: z.strictObject(one("planApproved")),
  planAgreed: z.strictObject({ ...one("planAgreed"), via }),
  progressed: z.strictObject({ ...one("progressed"), nodeId: text.exactOptional() }),
  dailyReported: z.strictObject({ ...one("dailyReported"), ...informing, departmentIds: z.array(text) }),
  signedOff: z.strictObject({ ...one("signedOff"), sheet: z.strictObject(sheetShape).exactOptional() }),
  opinionRecorded: z.strictObject({ ...one("opinionRecorded"), ...informing, grade: z.int() }),
  effectChecked: z.strictObject({ ...one("effectChecked"), effective: z.boolean() }),
  reviewed: z.strictObject({
    ...one("reviewed"),
    ...informing,
    actions: z.array(z.strictObject(actionShape)),
  }),
  recurrenceFound: z.strictObject({
    ...one("recurrenceFound"),
    ...informing,
    complaintIds: z.array(text),
    action: z.strictObject(actionShape),
  }),
  actionEvidenced: z.strictObject({ ...one("actionEvidenced"), actionId: text }),
  actionVerified: z.strictObject({
    ...one("actionVerified"),
    ...informing,
    actionId: text,
    passed: z.boolean(),
  }),
  referred: z.strictObject(one("referred")),
  erased: z.strictObject({ ...one("erased"), refs: z.array(text) }),
  resolved: z.strictObject({ ...one("resolved"), via }),
  followUpAttempted: z.strictObject({
    ...one("followUpAttempted"),
    ...informing,
    outcome,
    via: z.enum(followUpVias).exactOptional(),
    grade: z.int().exactOptional(),
    unsatisfied: z.literal(true).exactOptional(),
  }),
  closed: z.strictObject({ ...one("closed"), ending }),
  reopened: z.strictObject({ ...one("reopened"), ...informing }),
  withdrawn: z.strictObject(one("withdrawn")),
  urged: z.strictObject({ ...one("urged"), ...informing }),
  noted: z.strictObject(one("noted")),
  joinedGroup: z.strictObject({
    ...one("joinedGroup"),
    groupId: text,
    level: z.enum(groupLevels),
    keepsDays: z.literal(true).exactOptional(),
  }),
  leftGroup: z.strictObject({ ...one("leftGroup"), groupId: text }),
  repeatLinked: z.strictObject({
    ...one("repeatLinked"),
    complaintId: text,
    number: text,
    nth: z.int().min(2),
  }),
  messageReceived: z.strictObject({
    ...one("messageReceived"),
    ...informing,
    messageId: text.exactOptional(),
  }),
  attachmentsStored: z.strictObject({ ...one("attachmentsStored"), files: z.array(storedFile) }),
  ...ticketFacts,
} satisfies { [T in Fact["type"]]: z.ZodType<Extract<Fact, { type: T }>> };

/** What clocks and rungs do, in complaints and groups alike. */
export const clockFacts = {
  clockStarted: facts.clockStarted,
  clockStopped: facts.clockStopped,
  rungDecided: facts.rungDecided,
};

const fact = z.discriminatedUnion("type", [
  facts.registered,
  facts.clockStarted,
  facts.clockStopped,
  facts.clockPaused,
  facts.clockResumed,
  facts.clockExtended,
  facts.clockRetimed,
  facts.rungDecided,
  facts.rungAcknowledged,
  facts.replied,
  facts.assigned,
  facts.classified,
  facts.judged,
  facts.hinted,
  facts.registrationCompleted,
  facts.corrected,
  facts.converted,
  facts.transferred,
  facts.handedOver,
  facts.accepted,
  facts.invalidExplained,
  facts.stepRecorded,
  facts.planWritten,
  facts.planApproved,
  facts.planAgreed,
  facts.progressed,
  facts.dailyReported,
  facts.signedOff,
  facts.opinionRecorded,
  facts.effectChecked,
  facts.reviewed,
  facts.recurrenceFound,
  facts.actionEvidenced,
  facts.actionVerified,
  facts.referred,
  facts.erased,
  facts.resolved,
  facts.followUpAttempted,
  facts.closed,
  facts.reopened,
  facts.withdrawn,
  facts.urged,
  facts.noted,
  facts.joinedGroup,
  facts.leftGroup,
  facts.repeatLinked,
  facts.messageReceived,
  facts.attachmentsStored,
  facts.ticketSigned,
  facts.ticketSentBack,
  facts.dispatchObjected,
  facts.objectionRuled,
  facts.ticketMerged,
  facts.ticketExtensionAsked,
  facts.ticketExtensionRuled,
  facts.replyDocumentSent,
  facts.ticketReturned,
  facts.ticketRated,
]);

/** What every stored event has besides its fact. */
export const eventShape = {
  seq: z.int().min(1),
  occurredAt: instant,
  recordedAt: instant,
  by: actor,
  commandId: text,
  request: text,
  device: z.strictObject({ at: instant, sentAt: instant }).exactOptional(),
  digests: z.record(text, text).exactOptional(),
  hash: text,
} satisfies Shape<Omit<StoredEvent, "fact">>;

export const eventSchema = z.strictObject({ ...eventShape, fact } satisfies Shape<StoredEvent>);
