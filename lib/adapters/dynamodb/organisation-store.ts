import { BatchWriteCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type * as z from "zod";
import type { OrganisationStore } from "../../app/ports.ts";
import type { Household } from "../../domain/organisation/organisation.ts";
import { conditionally, read } from "./errors.ts";
import { keys } from "./keys.ts";
import { companySchema, personSchema, projectSchema, rosterItemSchema } from "./organisation-schema.ts";
import { packJson } from "./packed-json.ts";
import { peopleStore } from "./people-store.ts";
import { queryAll, queryPage } from "./query.ts";
import type { Table } from "./table.ts";
import { getValue, putValue, valueItem, valueOf } from "./value-item.ts";

const BATCH = 25;

/** The company, its projects, people and households. */
export function organisationStore(table: Table): OrganisationStore {
  return {
    company: () => getValue(table, keys.company(), companySchema),
    putCompany: (company) => putValue(table, keys.company(), company),
    project: (id) => getValue(table, keys.project(id), projectSchema),
    projects: () => list(table, "PROJECT#", projectSchema),
    putProject: (project) => putValue(table, keys.project(project.id), project),
    people: () => list(table, "PERSON#", personSchema),
    ...peopleStore(table),
    async roster(projectId, month) {
      const { pk } = keys.roster(projectId, month, 0);
      const { items } = await queryPage(
        table,
        {
          KeyConditionExpression: "pk = :project AND begins_with(sk, :month)",
          ExpressionAttributeValues: { ":project": pk, ":month": `ROSTER#${month}#` },
          ScanIndexForward: false,
          // Who is on shift decides who hears of a deadline.
          ConsistentRead: true,
        },
        { limit: 1 },
      );
      const [newest] = items;
      return newest === undefined
        ? undefined
        : read(rosterItemSchema, newest, { pk, sk: String(newest["sk"]) }).roster;
    },
    async rosterMonths(projectId, from) {
      const { pk } = keys.roster(projectId, from, 0);
      const items = await queryAll(table, {
        KeyConditionExpression: "pk = :project AND sk BETWEEN :from AND :end",
        ExpressionAttributeValues: { ":project": pk, ":from": `ROSTER#${from}`, ":end": "ROSTER#~" },
        ProjectionExpression: "sk",
        ConsistentRead: true,
      });
      return [...new Set(items.map(({ sk }) => String(sk).split("#")[1] ?? ""))];
    },
    async addRoster(edition) {
      const ref = keys.roster(edition.projectId, edition.month, edition.version);
      const written = await conditionally(() =>
        table.client.send(
          new PutCommand({
            TableName: table.name,
            Item: { ...ref, roster: packJson(edition) },
            ConditionExpression: "attribute_not_exists(pk)",
          }),
        ),
      );
      return written.done;
    },
    async putHouseholds(households) {
      for (let from = 0; from < households.length; from += BATCH) {
        await batch(table, households.slice(from, from + BATCH));
      }
    },
  };
}

/** Who holds a post decides who hears of a deadline: read consistently. */
async function list<T>(table: Table, prefix: string, schema: z.ZodType<T>): Promise<T[]> {
  const items = await queryAll(table, {
    KeyConditionExpression: "pk = :org AND begins_with(sk, :prefix)",
    ExpressionAttributeValues: { ":org": keys.company().pk, ":prefix": prefix },
    ConsistentRead: true,
  });
  return items.map((item) => valueOf(item, schema));
}

async function batch(table: Table, households: readonly Household[]): Promise<void> {
  // One batch may not name a key twice; the last of equal households stands.
  const byKey = new Map(households.map((household) => [keys.household(household).sk, household]));
  let requests: { PutRequest: { Item: Record<string, unknown> } }[] = [...byKey.values()].map(
    (household) => ({
      PutRequest: { Item: valueItem(keys.household(household), household) },
    }),
  );
  while (requests.length > 0) {
    const answer = await table.client.send(
      new BatchWriteCommand({ RequestItems: { [table.name]: requests } }),
    );
    const left = answer.UnprocessedItems?.[table.name] ?? [];
    // No progress at all is throttling, which the client's own retries have waited out.
    if (left.length === requests.length) throw new Error(`${left.length} households could not be written`);
    requests = left.flatMap(({ PutRequest }) =>
      PutRequest?.Item === undefined ? [] : [{ PutRequest: { Item: PutRequest.Item } }],
    );
  }
}
