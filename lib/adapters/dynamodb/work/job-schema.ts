import * as z from "zod";
import type { HouseholdsResult, Job, JobPart, JobTask } from "../../../app/ports/job.ts";
import { storedPolicySchema } from "../../../contracts/rules/policy-schema.ts";
import type { Judged, Move } from "../../../domain/complaint/what-if.ts";
import { count, instant, type Shape, text } from "../core/shape.ts";

const task: z.ZodType<JobTask> = z.discriminatedUnion("kind", [
  z.looseObject({ kind: z.literal("retime") }),
  z.looseObject({ kind: z.literal("dry-run"), policy: storedPolicySchema }),
  z.looseObject({ kind: z.literal("replay"), policy: storedPolicySchema, month: text }),
  z.looseObject({ kind: z.literal("handover"), from: text, to: text, leavesOn: text, today: text }),
  z.looseObject({
    kind: z.literal("households"),
    projectId: text,
    month: text,
    importId: text,
    contentHash: text,
    version: count,
    apply: z.boolean(),
  }),
]);

/** A job. */
export const jobSchema: z.ZodType<Job> = z.looseObject({
  id: text,
  task,
  startedAt: instant,
  startedBy: text,
  projectIds: z.array(text),
} satisfies Shape<Job>);

const move = {
  id: text,
  number: text,
  clock: text,
  from: instant,
  to: instant,
  atOnce: z.array(text),
} satisfies Shape<Move>;

const judged = {
  id: text,
  number: text,
  clock: text,
  before: instant,
  after: instant,
  lateBefore: z.boolean(),
  lateAfter: z.boolean(),
} satisfies Shape<Judged>;

const households: z.ZodType<HouseholdsResult> = z.looseObject({
  households: count,
  occupiedHouseholds: count,
  occupiedArea: z.number(),
  added: count,
  gone: count,
  changed: count,
  touched: count,
  examples: z.looseObject({
    added: z.array(text),
    gone: z.array(text),
    changed: z.array(z.looseObject({ address: text, fields: z.array(text) })),
    touched: z.array(z.looseObject({ id: text, number: text })),
  }),
} satisfies Shape<HouseholdsResult>);

/** How far one project of a job is. */
export const partSchema: z.ZodType<JobPart> = z.looseObject({
  projectId: text,
  pages: count,
  cursor: text.exactOptional(),
  done: z.boolean(),
  todo: z.array(text).exactOptional(),
  households: households.exactOptional(),
  seen: count,
  changed: count,
  moves: z.array(z.looseObject(move)),
  judged: z.array(z.looseObject(judged)),
  lateBefore: count,
  lateAfter: count,
  errors: z.array(text),
} satisfies Shape<JobPart>);
