import type { OrganisationStore } from "../../../app/ports/organisation.ts";
import type { PersonRecord } from "../../../app/ports/person-change.ts";
import type { Person } from "../../../domain/organisation/organisation.ts";
import { conditionally, read } from "../core/errors.ts";
import { updateItem } from "../core/items.ts";
import { keys } from "../core/keys.ts";
import { queryAll } from "../core/query.ts";
import type { Table } from "../core/table.ts";
import { getItem } from "../core/together.ts";
import { getValue, putValue, valueOf } from "../core/value-item.ts";
import type { deskCopies } from "./desk-copies.ts";
import { personChangeSchema, personItemSchema, personSchema } from "./organisation-schema.ts";

type PeopleStore = Pick<
  OrganisationStore,
  "person" | "peopleRecords" | "personRecord" | "personChanges" | "recordChange" | "changePerson"
>;

type DeskCopies = Pick<ReturnType<typeof deskCopies>, "reachedBy" | "changing">;

/** Writes a person over whatever stood there. Counts up, so that an entry somebody saw before is stale. */
export async function overwritePerson(table: Table, person: Person): Promise<void> {
  await updateItem(table, {
    Key: keys.person(person.id),
    UpdateExpression: "SET #value = :value ADD version :one REMOVE changeId",
    ExpressionAttributeNames: { "#value": "value" },
    ExpressionAttributeValues: { ":value": JSON.stringify(person), ":one": 1 },
  });
}

/** People one by one, and their changes; the list is read with the organisation's partition. */
export function peopleStore(table: Table, desks: DeskCopies): PeopleStore {
  return {
    person: (id) => getValue(table, keys.person(id), personSchema),
    async peopleRecords() {
      const items = await queryAll(table, {
        KeyConditionExpression: "pk = :org AND begins_with(sk, :person)",
        ExpressionAttributeValues: { ":org": keys.person("").pk, ":person": keys.person("").sk },
        ConsistentRead: true,
      });
      return items.map(recordOf);
    },
    async personRecord(id) {
      const item = await getItem(table, keys.person(id));
      return item === undefined ? undefined : recordOf(item);
    },
    async personChanges(id) {
      const { pk } = keys.personChange(id, "");
      const items = await queryAll(table, {
        KeyConditionExpression: "pk = :person",
        ExpressionAttributeValues: { ":person": pk },
        ConsistentRead: true,
      });
      return items.map((item) => valueOf(item, personChangeSchema));
    },
    recordChange: (change) => putValue(table, keys.personChange(change.person.id, change.id), change),
    async changePerson({ id, version, person }) {
      const standing = await getValue(table, keys.person(person.id), personSchema);
      const posts = [...person.assignments, ...(standing?.assignments ?? [])];
      const write = () =>
        updateItem(table, {
          Key: keys.person(person.id),
          UpdateExpression: "SET #value = :value, version = :version, changeId = :change",
          // Entries of before there were versions count as version 0.
          ConditionExpression: version === 1 ? "attribute_not_exists(version)" : "version = :before",
          ExpressionAttributeNames: { "#value": "value" },
          ExpressionAttributeValues: {
            ":value": JSON.stringify(person),
            ":version": version,
            ":change": id,
            ...(version === 1 ? {} : { ":before": version - 1 }),
          },
        });
      const reached = await desks.reachedBy(posts);
      const written = await desks.changing(reached, id, () => conditionally(write));
      return written.done;
    },
  };
}

function recordOf(item: Record<string, unknown>): PersonRecord {
  const ref = { pk: String(item["pk"]), sk: String(item["sk"]) };
  return { person: valueOf(item, personSchema), ...read(personItemSchema, item, ref) };
}
