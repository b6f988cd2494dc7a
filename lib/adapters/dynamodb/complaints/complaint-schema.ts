import * as z from "zod";
import {
  type Complaint,
  type CorrectiveAction,
  type FollowUpAttempt,
  type HandlingPlan,
  leavings,
  type Membership,
  type Repeat,
  statuses,
} from "../../../domain/complaint/document.ts";
import { groupLevels, handlingSteps, recordKinds } from "../../../domain/complaint/events.ts";
import type { ArchivedRun } from "../../../domain/document/archive.ts";
import type { Personal } from "../../../domain/document/personal.ts";
import { type Alarm, type ArmedTimer } from "../../../domain/document/timer.ts";
import { once } from "../../../domain/once.ts";
import { documentClock } from "../core/clock-schema.ts";
import { count, instant, type Shape, text } from "../core/shape.ts";
import {
  actionShape,
  actor,
  causeFactor,
  difficulty,
  dutyCause,
  ending,
  eventSchema,
  nodeShape,
  outcome,
  validity,
} from "./event-schema.ts";
import { hintShape } from "./hint-schema.ts";
import { classCode, level, registrationShape } from "./registration-schema.ts";
import { ticketState } from "./ticket-schema.ts";

const attempt = {
  at: instant,
  outcome,
  grade: z.int().exactOptional(),
  unsatisfied: z.literal(true).exactOptional(),
} satisfies Shape<FollowUpAttempt>;
export const alarmShape = { at: instant.exactOptional(), epoch: count } satisfies Shape<Alarm>;
export const armedShape = {
  epoch: count,
  at: instant.exactOptional(),
  via: z.enum(["queue", "schedule"]).exactOptional(),
} satisfies Shape<ArmedTimer>;
export const archivedShape = {
  key: text,
  fromSeq: count,
  toSeq: count,
  lastHash: text,
  commands: text.exactOptional(),
  keys: text.exactOptional(),
  level: count.exactOptional(),
} satisfies Shape<ArchivedRun>;
const membership = {
  id: text,
  level: z.enum(groupLevels),
  since: instant,
  keepsDays: z.literal(true).exactOptional(),
  planned: z.literal(true).exactOptional(),
} satisfies Shape<Membership>;
const repeat = { complaintId: text, number: text, nth: z.int().min(2) } satisfies Shape<Repeat>;
const plan = {
  by: actor,
  writtenAt: instant,
  approvedAt: instant.exactOptional(),
  agreedAt: instant.exactOptional(),
  nodes: z.array(z.looseObject({ ...nodeShape, doneAt: instant.exactOptional() })),
} satisfies Shape<HandlingPlan>;
const action = {
  ...actionShape,
  evidencedAt: instant.exactOptional(),
  verifiedAt: instant.exactOptional(),
} satisfies Shape<CorrectiveAction>;
export const personalShape = {
  salt: text,
  value: text,
  rest: text.exactOptional(),
} satisfies Shape<Personal>;

const complaint = () =>
  ({
    schema: z.literal(1),
    registration: z.looseObject(registrationShape()),
    status: z.enum(statuses),
    version: count,
    cycle: count,
    classCode: classCode.exactOptional(),
    level: level.exactOptional(),
    validity: validity.exactOptional(),
    departmentId: text.exactOptional(),
    handlerId: text.exactOptional(),
    repliedAt: instant.exactOptional(),
    resolvedAt: instant.exactOptional(),
    closedAt: instant.exactOptional(),
    endedAt: instant.exactOptional(),
    ending: z.enum([...ending.options, ...leavings]).exactOptional(),
    taskDueAt: instant.exactOptional(),
    attempts: z.array(z.looseObject(attempt)),
    firstGrade: z.int().exactOptional(),
    urges: count,
    convertedNumber: text.exactOptional(),
    convertedFrom: z.enum(recordKinds).exactOptional(),
    latest: z.record(text, count).exactOptional(),
    malicious: z.boolean().exactOptional(),
    lawful: z.boolean().exactOptional(),
    difficulty: difficulty.exactOptional(),
    dutyCause: dutyCause.exactOptional(),
    causeFactor: causeFactor.exactOptional(),
    steps: z.partialRecord(z.enum([...handlingSteps, "daily-report"]), count).exactOptional(),
    testimonies: count.exactOptional(),
    assignments: count.exactOptional(),
    plan: z.looseObject(plan).exactOptional(),
    planInForce: z.looseObject(plan).exactOptional(),
    resolvedBy: actor.exactOptional(),
    signedOffAt: instant.exactOptional(),
    opinion: z.int().exactOptional(),
    invalidExplainedAt: instant.exactOptional(),
    effectCheckedAt: instant.exactOptional(),
    reviewedAt: instant.exactOptional(),
    actions: z.array(z.looseObject(action)).exactOptional(),
    group: z.looseObject(membership).exactOptional(),
    repeat: z.looseObject(repeat).exactOptional(),
    hint: z.looseObject(hintShape).exactOptional(),
    ticket: ticketState().exactOptional(),
    clocks: z.array(documentClock),
    alarm: z.looseObject(alarmShape),
    lastEventAt: instant,
    events: z.array(eventSchema()),
    archive: z.array(z.looseObject(archivedShape)),
    personal: z.record(text, z.looseObject(personalShape)),
    revision: count,
    writtenAt: instant,
    armed: z.looseObject(armedShape),
    outbox: z.array(count),
  }) satisfies Shape<Complaint>;

/**
 * A stored complaint. A field that a later release added is kept as it stands and written back (ADR 0020): the chain
 * covers it, and whoever goes back a release loses nothing. Words this version does not know (a status, a fact) are refused.
 */
export const complaintSchema = once((): z.ZodType<Complaint> => z.looseObject(complaint()));
