import type { ItemRef } from "../../../app/ports/alarms.ts";
import { JOB_LOOK_SECONDS } from "../../../app/ports/job.ts";
import type { JobStore } from "../../../app/ports/jobs.ts";
import { once } from "../../../domain/once.ts";
import { defined } from "../../../domain/present.ts";
import { type Instant, plusSeconds } from "../../../domain/time/instant.ts";
import { conditionally } from "../core/errors.ts";
import { putItem, updateItem } from "../core/items.ts";
import { keys } from "../core/keys.ts";
import { queryAll } from "../core/query.ts";
import { alarmShard } from "../core/shard.ts";
import type { Table } from "../core/table.ts";
import { getValue, valueItem, valueOf } from "../core/value-item.ts";

/** With a policy within, they are the largest schemas of all, and most functions never see a job. */
const schemas = once(() => import("./job-schema.ts"));

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
      const standing = started ? job : await getValue(table, ref, (await schemas()).jobSchema);
      if (standing === undefined) throw new Error(`job ${job.id} is not in the table`);
      return { job: standing, started };
    },
    job: async (id) => getValue(table, keys.job(id), (await schemas()).jobSchema),
    part: async (jobId, projectId) =>
      getValue(table, keys.jobPart(jobId, projectId), (await schemas()).partSchema),
    async parts(jobId) {
      const items = await queryAll(table, {
        KeyConditionExpression: "pk = :job AND begins_with(sk, :part)",
        ExpressionAttributeValues: { ":job": keys.job(jobId).pk, ":part": "PART#" },
        ConsistentRead: true,
      });
      const { partSchema } = await schemas();
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
