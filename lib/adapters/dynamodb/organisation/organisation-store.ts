import type * as z from "zod";
import type { OrganisationStore } from "../../../app/ports/organisation.ts";
import { toInstant } from "../../../domain/time/instant.ts";
import { systemClock } from "../../runtime/clock.ts";
import { conditionally, read } from "../core/errors.ts";
import { putItem } from "../core/items.ts";
import { keys } from "../core/keys.ts";
import { packJson } from "../core/packed-json.ts";
import { queryAll, queryPage } from "../core/query.ts";
import type { Table } from "../core/table.ts";
import { getValue, putValue, valueItem, valueOf } from "../core/value-item.ts";
import { contractorStore } from "./contractor-store.ts";
import { deskCopies } from "./desk-copies.ts";
import {
  companySchema,
  personSchema,
  projectMonthSchema,
  projectSchema,
  rosterItemSchema,
} from "./organisation-schema.ts";
import { overwritePerson, peopleStore } from "./people-store.ts";
import { overwriteProject, projectStore } from "./project-store.ts";

/** The company, its projects and people. */
export function organisationStore(table: Table, now = () => toInstant(systemClock.now())): OrganisationStore {
  const projects = () => list(table, "PROJECT#", projectSchema);
  const people = () => list(table, "PERSON#", personSchema);
  const project = (id: string) => getValue(table, keys.project(id), projectSchema);
  const desks = deskCopies(table, { now, project, projects, people });
  return {
    company: () => getValue(table, keys.company(), companySchema),
    putCompany: (company) => putValue(table, keys.company(), company),
    ...projectStore(table, desks),
    ...contractorStore(table),
    projects,
    people,
    ...peopleStore(table, desks),
    async importAll(newProjects, newPeople) {
      const standing = await projects();
      const ids = new Set([...standing, ...newProjects].map(({ id }) => id));
      await desks.changing([...ids], "import", async () => {
        for (const one of newProjects) await overwriteProject(table, one);
        for (const one of newPeople) await overwritePerson(table, one);
      });
    },
    async roster(projectId, month, freshness = "now") {
      const { pk } = keys.roster(projectId, month, 0);
      const { items } = await queryPage(
        table,
        {
          KeyConditionExpression: "pk = :project AND begins_with(sk, :month)",
          ExpressionAttributeValues: { ":project": pk, ":month": `ROSTER#${month}#` },
          ScanIndexForward: false,
          ConsistentRead: freshness === "now",
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
    async projectMonths(projectId) {
      const items = await queryAll(table, {
        KeyConditionExpression: "pk = :project AND begins_with(sk, :month)",
        ExpressionAttributeValues: { ":project": keys.projectMonth(projectId, "", 0).pk, ":month": "MONTH#" },
        ConsistentRead: true,
      });
      return items.map((item) => valueOf(item, projectMonthSchema));
    },
    async addProjectMonth(month) {
      const ref = keys.projectMonth(month.projectId, month.month, month.version);
      return putNew(table, valueItem(ref, month));
    },
    async addRoster(edition) {
      const ref = keys.roster(edition.projectId, edition.month, edition.version);
      return putNew(table, { ...ref, roster: packJson(edition) });
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

/** Writes an item unless its key is taken; true if it was written. */
async function putNew(table: Table, item: Record<string, unknown>): Promise<boolean> {
  const written = await conditionally(() =>
    putItem(table, {
      Item: item,
      ConditionExpression: "attribute_not_exists(pk)",
    }),
  );
  return written.done;
}
