import * as z from "zod";
import type { ClockStart, DueLimit, Rung } from "../../domain/clocks/clock.ts";
import {
  type Fact,
  followUpOutcomes,
  replyVias,
  type StoredEvent,
  validities,
} from "../../domain/complaint/events.ts";
import { posts } from "../../domain/organisation/organisation.ts";
import { classCode, level, registrationShape } from "./registration-schema.ts";
import { count, instant, type Shape, text } from "./shape.ts";

const dueLimit = {
  dueAt: instant,
  provisional: z.boolean(),
  clause: text,
} satisfies Shape<DueLimit>;

const rung = {
  id: text,
  at: instant,
  decidedAt: instant.exactOptional(),
  acknowledgedAt: instant.exactOptional(),
} satisfies Shape<Rung>;

const clockName = z.enum(["firstReply", "result"]);

/** How a clock started; a clock of the document adds when it stopped. */
export const clockShape = {
  name: clockName,
  cycle: count,
  startedAt: instant,
  limits: z.array(z.strictObject(dueLimit)),
  rungs: z.array(z.strictObject(rung)),
  policyVersion: text,
  calendarVersion: text,
} satisfies Shape<ClockStart>;

const recipient = z.strictObject({
  personId: text,
  post: z.enum(posts),
  insteadOf: z.enum(posts).exactOptional(),
});

export const ending = z.enum(["followed-up", "unreachable", "no-contact", "explained"]);
export const outcome = z.enum(followUpOutcomes);
export const validity = z.enum(validities);
const via = z.enum(replyVias);
const ofRung = { name: clockName, cycle: count, rung: text };

const one = <T extends Fact["type"]>(type: T) => ({ type: z.literal(type) });

/** One schema per kind of fact; a kind that the domain adds is missing here at compile time. */
const facts = {
  registered: z.strictObject({ ...one("registered"), ...registrationShape }),
  clockStarted: z.strictObject({ ...one("clockStarted"), ...clockShape }),
  clockStopped: z.strictObject({ ...one("clockStopped"), name: clockName, cycle: count, at: instant }),
  rungDecided: z.strictObject({
    ...one("rungDecided"),
    ...ofRung,
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
  messageReceived: z.strictObject({ ...one("messageReceived"), messageId: text.exactOptional() }),
} satisfies { [T in Fact["type"]]: z.ZodType<Extract<Fact, { type: T }>> };

const fact = z.discriminatedUnion("type", [
  facts.registered,
  facts.clockStarted,
  facts.clockStopped,
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
  facts.messageReceived,
]);

const actor = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("person"), id: text }),
  z.strictObject({ kind: z.literal("customer") }),
  z.strictObject({ kind: z.literal("channel"), id: text }),
  z.strictObject({ kind: z.literal("timer") }),
]);

const storedEvent = {
  seq: z.int().min(1),
  occurredAt: instant,
  recordedAt: instant,
  by: actor,
  commandId: text,
  request: text,
  fact,
  digests: z.record(text, text).exactOptional(),
  hash: text,
} satisfies Shape<StoredEvent>;

export const eventSchema = z.strictObject(storedEvent);
