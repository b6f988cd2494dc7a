import { deadlineOf, type ReportRun } from "../../../app/ports/report-run.ts";
import type { ReportStore } from "../../../app/ports/reports.ts";
import { conditionally, read } from "../core/errors.ts";
import { putItem, type UpdateInput, updateItem } from "../core/items.ts";
import { EDITION_SORT, keys, RUN_SORT } from "../core/keys.ts";
import { queryAll } from "../core/query.ts";
import { alarmShard } from "../core/shard.ts";
import type { Table } from "../core/table.ts";
import { getItem } from "../core/together.ts";
import { packedItem, valueOf } from "../core/value-item.ts";
import { editionNumber } from "./edition-numbers.ts";
import { editionSchema, runItem } from "./report-schema.ts";

/** Report runs and the editions they issue; a run stands in the alarm index until its files are built. */
export function reportStore(table: Table, shards: number): ReportStore {
  return {
    async start(run) {
      const ref = keys.run(run.id);
      const { doneProjectIds: _, failures: __, edition: ___, built: ____, finishedAt: _____, ...began } = run;
      const written = await conditionally(() =>
        putItem(table, {
          Item: {
            ...ref,
            run: began,
            attempts: {},
            errors: {},
            alarmShard: alarmShard(run.id, shards),
            alarmSk: `${deadlineOf(run)}#${run.id}`,
          },
          ConditionExpression: "attribute_not_exists(pk)",
          ReturnValuesOnConditionCheckFailure: "ALL_OLD",
        }),
      );
      return written.done ? run : read(runItem, written.found, ref);
    },

    run: (id) => load(table, id),

    projectDone: (runId, projectId) =>
      update(table, runId, {
        UpdateExpression: "ADD done :project",
        ExpressionAttributeValues: { ":project": new Set([projectId]) },
      }),

    projectFailed: (runId, projectId, error) =>
      update(table, runId, {
        UpdateExpression:
          "SET attempts.#project = if_not_exists(attempts.#project, :none) + :one, errors.#project = :error",
        ExpressionAttributeNames: { "#project": projectId },
        ExpressionAttributeValues: { ":none": 0, ":one": 1, ":error": error },
      }),

    reserveEdition: (month, holder) => editionNumber(table, month, holder),

    async issueEdition(edition) {
      // Already there: the edition was issued before and never changes.
      await conditionally(() =>
        putItem(table, {
          // Two files of each project: a company of 500 projects has 320 KB of them as plain text.
          Item: packedItem(keys.edition(edition.month, edition.edition), edition),
          ConditionExpression: "attribute_not_exists(pk)",
        }),
      );
    },

    async maskEdition(before, after) {
      const { masked } = before;
      const written = await conditionally(() =>
        putItem(table, {
          Item: { ...packedItem(keys.edition(after.month, after.edition), after), masked: after.masked },
          ...(masked === undefined
            ? { ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(masked)" }
            : {
                ConditionExpression: "masked = :before",
                ExpressionAttributeValues: { ":before": masked },
              }),
        }),
      );
      return written.done;
    },
    async finish(runId, { edition, built, finishedAt }) {
      const issued = edition === undefined ? {} : { ":edition": edition };
      // An end with fewer parts than one that is recorded comes too late to be told.
      await conditionally(() =>
        updateItem(table, {
          Key: keys.run(runId),
          UpdateExpression: `SET built = :built, finishedAt = :at${edition === undefined ? "" : ", edition = :edition"} REMOVE alarmShard, alarmSk`,
          ConditionExpression: "attribute_exists(pk) AND (attribute_not_exists(built) OR built < :built)",
          ExpressionAttributeValues: { ":built": built, ":at": finishedAt, ...issued },
        }),
      );
    },

    async editions(month) {
      const items = await queryAll(table, ofMonth(month, EDITION_SORT));
      return items.map((item) => valueOf(item, editionSchema));
    },

    async runs(month) {
      const items = await queryAll(table, ofMonth(month, RUN_SORT));
      return items.map((item) => read(runItem, item, { pk: String(item["pk"]), sk: String(item["sk"]) }));
    },
  };
}

function ofMonth(month: string, sort: string) {
  return {
    KeyConditionExpression: "pk = :month AND begins_with(sk, :sort)",
    ExpressionAttributeValues: { ":month": keys.reservedEditions(month).pk, ":sort": sort },
    ConsistentRead: true,
  };
}

async function load(table: Table, id: string): Promise<ReportRun | undefined> {
  const ref = keys.run(id);
  const item = await getItem(table, ref);
  return item === undefined ? undefined : read(runItem, item, ref);
}

/** Changes a run that exists and returns it after the change. */
async function update(
  table: Table,
  id: string,
  change: Pick<UpdateInput, "UpdateExpression" | "ExpressionAttributeNames" | "ExpressionAttributeValues">,
): Promise<ReportRun> {
  const ref = keys.run(id);
  const written = await conditionally(() =>
    updateItem(table, {
      ...change,
      Key: ref,
      ConditionExpression: "attribute_exists(pk)",
      ReturnValues: "ALL_NEW",
    }),
  );
  if (!written.done) throw new Error(`report run ${id} does not exist`);
  return read(runItem, written.result, ref);
}
