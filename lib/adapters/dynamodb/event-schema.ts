import * as z from "zod";
import { pauseReasons } from "../../domain/clocks/clock.ts";
import {
  type Fact,
  followUpOutcomes,
  groupLevels,
  replyVias,
  retimeCauses,
  type StoredEvent,
  validities,
} from "../../domain/complaint/events.ts";
import { posts } from "../../domain/organisation/organisation.ts";
import { clockKeyShape, clockPlanShape, clockShape, rungTime } from "./clock-schema.ts";
import { classCode, level, registrationShape } from "./registration-schema.ts";
import { instant, type Shape, text } from "./shape.ts";

export const recipient = z.strictObject({
  personId: text,
  post: z.enum(posts),
  insteadOf: z.enum(posts).exactOptional(),
});

export const ending = z.enum(["followed-up", "unreachable", "no-contact", "explained", "not-sampled"]);
export const outcome = z.enum(followUpOutcomes);
export const validity = z.enum(validities);
const via = z.enum(replyVias);
const ofRung = { ...clockKeyShape, rung: text };

const one = <T extends Fact["type"]>(type: T) => ({ type: z.literal(type) });

/** One schema per kind of fact; a kind that the domain adds is missing here at compile time. */
const facts = {
  registered: z.strictObject({ ...one("registered"), ...registrationShape }),
  clockStarted: z.strictObject({ ...one("clockStarted"), ...clockShape }),
  clockStopped: z.strictObject({ ...one("clockStopped"), ...clockKeyShape, at: instant }),
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
    rule: z.strictObject({ kind: z.enum(["reminder", "escalation"]), time: rungTime }).exactOptional(),
    due: instant,
    lateBy: z.number(),
    recipients: z.array(recipient),
  }),
  rungAcknowledged: z.strictObject({ ...one("rungAcknowledged"), ...ofRung }),
  replied: z.strictObject({ ...one("replied"), via }),
  assigned: z.strictObject({ ...one("assigned"), departmentId: text, handlerId: text.exactOptional() }),
  classified: z.strictObject({ ...one("classified"), classCode, level: level.exactOptional() }),
  judged: z.strictObject({ ...one("judged"), validity }),
  resolved: z.strictObject({ ...one("resolved"), via }),
  followUpAttempted: z.strictObject({ ...one("followUpAttempted"), outcome, grade: z.int().exactOptional() }),
  closed: z.strictObject({ ...one("closed"), ending }),
  reopened: z.strictObject(one("reopened")),
  withdrawn: z.strictObject(one("withdrawn")),
  urged: z.strictObject(one("urged")),
  noted: z.strictObject(one("noted")),
  joinedGroup: z.strictObject({ ...one("joinedGroup"), groupId: text, level: z.enum(groupLevels) }),
  leftGroup: z.strictObject({ ...one("leftGroup"), groupId: text }),
  repeatLinked: z.strictObject({
    ...one("repeatLinked"),
    complaintId: text,
    number: text,
    nth: z.int().min(2),
  }),
  messageReceived: z.strictObject({ ...one("messageReceived"), messageId: text.exactOptional() }),
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
]);

export const actor = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("person"), id: text }),
  z.strictObject({ kind: z.literal("customer") }),
  z.strictObject({ kind: z.literal("channel"), id: text }),
  z.strictObject({ kind: z.literal("timer") }),
]);

/** What every stored event has besides its fact. */
export const eventShape = {
  seq: z.int().min(1),
  occurredAt: instant,
  recordedAt: instant,
  by: actor,
  commandId: text,
  request: text,
  digests: z.record(text, text).exactOptional(),
  hash: text,
} satisfies Shape<Omit<StoredEvent, "fact">>;

export const eventSchema = z.strictObject({ ...eventShape, fact } satisfies Shape<StoredEvent>);
