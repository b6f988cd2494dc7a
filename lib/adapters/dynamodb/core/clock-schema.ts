import * as z from "zod";
import {
  type Clock,
  type ClockExtension,
  type ClockKey,
  type ClockPause,
  type ClockPlan,
  type ClockStart,
  type DueLimit,
  pauseReasons,
  type Rung,
  type ToldPerson,
} from "../../../domain/clocks/clock.ts";
import { posts } from "../../../domain/organisation/organisation.ts";
import { clockNames, type RungTime } from "../../../domain/policy/policy.ts";
import { type Clause, isClause } from "../../../domain/regulations/clause.ts";
import { count, instant, type Shape, text } from "./shape.ts";

const dueLimit = {
  dueAt: instant,
  provisional: z.boolean(),
  clause: z.custom<Clause>(isClause),
} satisfies Shape<DueLimit>;

const rung = {
  id: text,
  at: instant,
  decidedAt: instant.exactOptional(),
  acknowledgedAt: instant.exactOptional(),
  told: z
    .array(z.looseObject({ personId: text, post: z.enum(posts) } satisfies Shape<ToldPerson>))
    .exactOptional(),
} satisfies Shape<Rung>;

/** Which clock an event is about. */
export const clockKeyShape = {
  name: z.enum(clockNames),
  cycle: count,
  key: text.exactOptional(),
} satisfies Shape<ClockKey>;

/** Due instants and rungs with the versions they were computed with. */
export const clockPlanShape = {
  limits: z.array(z.looseObject(dueLimit)),
  rungs: z.array(z.looseObject(rung)),
  variant: z.enum(["urgent", "grave"]).exactOptional(),
  variantFrom: instant.exactOptional(),
  policyVersion: text,
  calendarVersion: text,
} satisfies Shape<ClockPlan>;

/** How a clock started. */
export const clockShape = {
  ...clockKeyShape,
  ...clockPlanShape,
  startedAt: instant,
  givenDueAt: instant.exactOptional(),
  owned: z.literal(true).exactOptional(),
} satisfies Shape<ClockStart>;

const pause = {
  from: instant,
  to: instant.exactOptional(),
  reason: z.enum(pauseReasons),
  approvedBy: text,
} satisfies Shape<ClockPause>;

const extension = { at: instant, dueAt: instant, approvedBy: text } satisfies Shape<ClockExtension>;

/** A clock of the document: how it started, and what became of it. */
export const documentClock = z.looseObject({
  ...clockShape,
  stoppedAt: instant.exactOptional(),
  lapsed: z.literal(true).exactOptional(),
  pauses: z.array(z.looseObject(pause)).exactOptional(),
  extensions: z.array(z.looseObject(extension)).exactOptional(),
} satisfies Shape<Clock>);

/** When a rung fires, as policies say it. */
export const rungTime: z.ZodType<RungTime> = z.discriminatedUnion("kind", [
  z.looseObject({ kind: z.literal("share-of-time"), percent: z.number() }),
  z.looseObject({ kind: z.literal("after-start"), minutes: z.number() }),
  z.looseObject({ kind: z.literal("after-limit"), workingMinutes: z.number() }),
  z.looseObject({
    kind: z.literal("working-days-after-limit"),
    days: z.number(),
    orSecondLimit: z.boolean(),
  }),
]);
