import { GetCommand, PutCommand, UpdateCommand, type UpdateCommandInput } from "@aws-sdk/lib-dynamodb";
import type { ReportStore } from "../../app/ports.ts";
import type { ReportRun } from "../../app/reports/run.ts";
import { editionNumber } from "./edition-numbers.ts";
import { conditionally, read } from "./errors.ts";
import { keys } from "./keys.ts";
import { queryAll } from "./query.ts";
import { editionSchema, runItem } from "./report-schema.ts";
import type { Table } from "./table.ts";
import { valueItem, valueOf } from "./value-item.ts";

/** Report runs and the editions they issue. */
export function reportStore(table: Table): ReportStore {
  return {
    async start(run) {
      const { id, month, asOf, startedAt, startedBy, projectIds } = run;
      const ref = keys.run(id);
      const written = await conditionally(() =>
        table.client.send(
          new PutCommand({
            TableName: table.name,
            Item: { ...ref, run: { id, month, asOf, startedAt, startedBy, projectIds } },
            ConditionExpression: "attribute_not_exists(pk)",
            ReturnValuesOnConditionCheckFailure: "ALL_OLD",
          }),
        ),
      );
      return written.done ? run : read(runItem, written.found, ref);
    },

    run: (id) => load(table, id),

    projectDone: (runId, projectId) =>
      update(table, runId, {
        UpdateExpression: "ADD done :project",
        ExpressionAttributeValues: { ":project": new Set([projectId]) },
      }),

    async reserveEdition(runId) {
      const run = await load(table, runId);
      if (run === undefined) throw new Error(`report run ${runId} does not exist`);
      if (run.edition !== undefined) return run.edition;
      const edition = await editionNumber(table, run.month, runId);
      await update(table, runId, {
        UpdateExpression: "SET edition = :edition",
        ExpressionAttributeValues: { ":edition": edition },
      });
      return edition;
    },

    async issueEdition(edition) {
      // Already there: the edition was issued before and never changes.
      await conditionally(() =>
        table.client.send(
          new PutCommand({
            TableName: table.name,
            Item: valueItem(keys.edition(edition.month, edition.edition), edition),
            ConditionExpression: "attribute_not_exists(pk)",
          }),
        ),
      );
    },

    async finish(runId, at) {
      await update(table, runId, {
        UpdateExpression: "SET finishedAt = if_not_exists(finishedAt, :at)",
        ExpressionAttributeValues: { ":at": at },
      });
    },

    async editions(month) {
      const items = await queryAll(table, {
        KeyConditionExpression: "pk = :month AND begins_with(sk, :edition)",
        ExpressionAttributeValues: { ":month": keys.reservedEditions(month).pk, ":edition": "EDITION#" },
        ConsistentRead: true,
      });
      return items.map((item) => valueOf(item, editionSchema));
    },
  };
}

async function load(table: Table, id: string): Promise<ReportRun | undefined> {
  const ref = keys.run(id);
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: ref, ConsistentRead: true }),
  );
  return Item === undefined ? undefined : read(runItem, Item, ref);
}

/** Changes a run that exists and returns it after the change. */
async function update(
  table: Table,
  id: string,
  change: Pick<UpdateCommandInput, "UpdateExpression" | "ExpressionAttributeValues">,
): Promise<ReportRun> {
  const ref = keys.run(id);
  const written = await conditionally(() =>
    table.client.send(
      new UpdateCommand({
        ...change,
        TableName: table.name,
        Key: ref,
        ConditionExpression: "attribute_exists(pk)",
        ReturnValues: "ALL_NEW",
      }),
    ),
  );
  if (!written.done) throw new Error(`report run ${id} does not exist`);
  return read(runItem, written.result.Attributes, ref);
}
