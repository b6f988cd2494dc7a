import * as z from "zod";
import type { ItemRef } from "../../../app/ports/alarms.ts";
import {
  type HouseholdsResult,
  JOB_LOOK_SECONDS,
  type Job,
  type JobPart,
  type JobTask,
} from "../../../app/ports/job.ts";
import type { JobStore } from "../../../app/ports/jobs.ts";
import { storedPolicySchema } from "../../../contracts/rules/policy-schema.ts";
import type { Judged, Move } from "../../../domain/complaint/what-if.ts";
import { defined } from "../../../domain/present.ts";
import { type Instant, plusSeconds } from "../../../domain/time/instant.ts";
import { conditionally } from "../core/errors.ts";
import { putItem, updateItem } from "../core/items.ts";
import { keys } from "../core/keys.ts";
import { queryAll } from "../core/query.ts";
import { count, instant, type Shape, text } from "../core/shape.ts";
import { alarmShard } from "../core/shard.ts";
import type { Table } from "../core/table.ts";
import { getValue, valueItem, valueOf } from "../core/value-item.ts";

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

const partSchema: z.ZodType<JobPart> = z.looseObject({
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

/** Jobs and how far each of their projects is; a job stands in the alarm index until the sweep has seen it done. */
export function jobStore(table: Table, shards: number): JobStore {
  return {
    async start(job) {
      const ref = keys.job(job.id);
      const alarm = {
        alarmShard: alarmShard(job.id, shards),
        alarmSk: alarmKey(job.id, plusSeconds(job.startedAt, JOB_LOOK_SECONDS)),
        looked: 0,
      };
      const started = await put(table, { ...valueItem(ref, job), ...alarm }, "attribute_not_exists(pk)");
      const standing = started ? job : await getValue(table, ref, jobSchema);
      if (standing === undefined) throw new Error(`job ${job.id} is not in the table`);
      return { job: standing, started };
    },
    job: (id) => getValue(table, keys.job(id), jobSchema),
    part: (jobId, projectId) => getValue(table, keys.jobPart(jobId, projectId), partSchema),
    async parts(jobId) {
      const items = await queryAll(table, {
        KeyConditionExpression: "pk = :job AND begins_with(sk, :part)",
        ExpressionAttributeValues: { ":job": keys.job(jobId).pk, ":part": "PART#" },
        ConsistentRead: true,
      });
      return items.map((item) => valueOf(item, partSchema));
    },
    async watch(jobId, pages, next) {
      const noted = await conditionally(() =>
        updateItem(table, {
          Key: keys.job(jobId),
          UpdateExpression: "SET looked = :pages, alarmSk = :next",
          ConditionExpression: "looked <> :pages",
          ExpressionAttributeValues: { ":pages": pages, ":next": alarmKey(jobId, next) },
        }),
      );
      return noted.done;
    },
    async unwatch(jobId) {
      await updateItem(table, {
        Key: keys.job(jobId),
        UpdateExpression: "REMOVE alarmShard, alarmSk",
      });
    },
    advance(jobId, part) {
      const ref: ItemRef = keys.jobPart(jobId, part.projectId);
      const item = { ...valueItem(ref, part), pages: part.pages };
      return part.pages === 1
        ? put(table, item, "attribute_not_exists(pk)")
        : put(table, item, "pages = :before", { ":before": part.pages - 1 });
    },
  };
}

function alarmKey(jobId: string, at: Instant): string {
  return `${at}#${jobId}`;
}

async function put(
  table: Table,
  item: Record<string, unknown>,
  condition: string,
  values?: Record<string, unknown>,
): Promise<boolean> {
  const written = await conditionally(() =>
    putItem(table, {
      Item: item,
      ConditionExpression: condition,
      ...defined({ ExpressionAttributeValues: values }),
    }),
  );
  return written.done;
}
