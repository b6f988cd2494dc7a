import {
  BatchGetItemCommand,
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import fc from "fast-check";
import type { Table } from "../../../../lib/adapters/dynamodb/core/table.ts";

/** Any operation of the product's kind, with small alphabets so that keys meet and conditions now hold, now not. */
export type Operation =
  | {
      readonly kind: "put";
      readonly key: Key;
      readonly fields: Fields;
      readonly condition: Condition | undefined;
    }
  | {
      readonly kind: "update";
      readonly key: Key;
      readonly change: Change;
      readonly condition: Condition | undefined;
    }
  | { readonly kind: "delete" | "get"; readonly key: Key }
  | { readonly kind: "batch"; readonly keys: readonly Key[] }
  | {
      readonly kind: "query";
      readonly query: (typeof queries)[number];
      readonly limit: number;
      readonly forward: boolean;
    };

interface Key {
  readonly pk: string;
  readonly sk: string;
}
type Fields = Readonly<Record<string, unknown>>;
type Condition = (typeof conditions)[number];
type Change = (typeof changes)[number];

const conditions = [
  { text: "attribute_not_exists(pk)" },
  { text: "attribute_exists(pk)" },
  { text: "revision = :two", values: { ":two": 2 } },
  { text: "revision <> :two", values: { ":two": 2 } },
  { text: "attribute_exists(pk) AND (attribute_not_exists(built) OR built < :two)", values: { ":two": 2 } },
  {
    text: "#notice.#state = :planned AND #notice.attempt = :two",
    names: { "#notice": "notice", "#state": "state" },
    values: { ":planned": "planned", ":two": 2 },
  },
  { text: "NOT begins_with(fact, :a)", values: { ":a": "a" } },
  { text: "revision BETWEEN :one AND :two", values: { ":one": 1, ":two": 2 } },
  { text: "revision IN (:one, :two)", values: { ":one": 1, ":two": 2 } },
  { text: "size(fact) > :one", values: { ":one": 1 } },
  { text: "contains(tags, :a)", values: { ":a": "a" } },
  { text: "alarmSk = :a OR revision >= :two", values: { ":a": "a", ":two": 2 } },
] as const;

const changes = [
  { text: "ADD #last :one", names: { "#last": "last" }, values: { ":one": 1 } },
  {
    text: "ADD #last :one SET expiresAt = :two",
    names: { "#last": "last" },
    values: { ":one": 1, ":two": 2 },
  },
  {
    text: "SET #value = :a ADD version :one REMOVE changeId",
    names: { "#value": "value" },
    values: { ":a": "a", ":one": 1 },
  },
  { text: "SET tries = tries + :one", values: { ":one": 1 } },
  { text: "SET tries = :one, alarmKey = :a", values: { ":one": 1, ":a": "a" } },
  { text: "SET alarmShard = :a", values: { ":a": "aside" } },
  { text: "REMOVE alarmShard, alarmSk" },
  { text: "ADD done :some", values: { ":some": new Set(["a", "b"]) } },
  { text: "DELETE done :some", values: { ":some": new Set(["a"]) } },
  {
    text: "SET #runs.#run = revision + :one, revision = revision + :one",
    names: { "#runs": "notice", "#run": "run" },
    values: { ":one": 1 },
  },
  { text: "SET attempts = if_not_exists(attempts, :none) + :one", values: { ":none": 0, ":one": 1 } },
  {
    text: "SET slips = list_append(if_not_exists(slips, :empty), :some)",
    values: { ":empty": [], ":some": ["a"] },
  },
  { text: "SET factPk = :one", values: { ":one": 1 } },
] as const;

const queries = [
  { expression: "pk = :p" },
  { expression: "pk = :p AND begins_with(sk, :s)", sort: "a" },
  { expression: "pk = :p AND sk BETWEEN :s AND :t", sort: "a", top: "c" },
  { expression: "pk = :p AND sk > :s", sort: "a" },
  { index: "alarms", expression: "alarmShard = :p AND alarmSk < :s", sort: "c" },
  { index: "facts", expression: "factPk = :p" },
  { index: "byNumber", expression: "#number = :p", names: { "#number": "number" } },
  { index: "openByProject", expression: "openPk = :p AND dueSk < :s", sort: "c" },
] as const;

const letter = fc.constantFrom("a", "b", "bb", "c");
const key = fc.record({ pk: fc.constantFrom("p", "q"), sk: letter });
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const fields = fc.record({
  revision: some(fc.constantFrom(1, 2, 3)),
  built: some(fc.constantFrom(1, 2)),
  fact: some(letter),
  tags: some(fc.constantFrom(["a"], ["b"])),
  notice: some(fc.constantFrom({ state: "planned", attempt: 2 }, { state: "failed" })),
  number: some(letter),
  alarmShard: some(fc.constantFrom("A#1", "aside")),
  alarmSk: some(letter),
  factPk: some(fc.constantFrom("F1", "F2", 3)),
  factSk: some(letter),
  openPk: some(fc.constantFrom("O1")),
  dueSk: some(letter),
  nothing: some(fc.constantFrom("")),
});

export const operations: fc.Arbitrary<Operation> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("put" as const),
      key,
      fields,
      condition: some(fc.constantFrom(...conditions)),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("update" as const),
      key,
      change: fc.constantFrom(...changes),
      condition: some(fc.constantFrom(...conditions)),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom("delete" as const, "get" as const), key }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("batch" as const),
      keys: fc.uniqueArray(key, { minLength: 1, maxLength: 5, selector: ({ pk, sk }) => pk + sk }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("query" as const),
      query: fc.constantFrom(...queries),
      limit: fc.integer({ min: 1, max: 6 }),
      forward: fc.boolean(),
    }),
  },
);

/** What came of an operation: the answer, or the refusal by its name and the item it shows. */
export async function outcomeOf(table: Table, operation: Operation, run: string): Promise<unknown> {
  try {
    return await perform(table, operation, run);
  } catch (error) {
    const { name, Item } = error as { name: string; Item?: Parameters<typeof unmarshall>[0] };
    return { refused: name, ...(Item === undefined ? {} : { item: plain(Item) }) };
  }
}

const byText = (a: string, b: string) => (a < b ? -1 : 1);
const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => byText(a, b);

/** Sets and maps have no order. */
function sorted(value: unknown): unknown {
  if (value instanceof Set) return [...value].map(String).sort(byText);
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(byName));
}

function plain(item: Parameters<typeof unmarshall>[0]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(unmarshall(item)).map(([name, value]) => [name, sorted(value)]));
}

async function perform(table: Table, operation: Operation, run: string): Promise<unknown> {
  const TableName = table.name;
  // Index partitions are the course's own, too.
  const own = (value: unknown) => (typeof value === "string" ? `${value}|${run}` : value);
  const keyOf = ({ pk, sk }: Key) => marshall({ pk: own(pk), sk });
  switch (operation.kind) {
    case "put": {
      const { key: at, fields: given, condition } = operation;
      const partitions = {
        number: own(given["number"]),
        alarmShard: own(given["alarmShard"]),
        factPk: own(given["factPk"]),
        openPk: own(given["openPk"]),
      };
      const Item = marshall(
        { ...given, ...partitions, pk: own(at.pk), sk: at.sk },
        { removeUndefinedValues: true },
      );
      await table.client.send(new PutItemCommand({ TableName, Item, ...conditional(condition) }));
      return "written";
    }
    case "update": {
      const { key: at, change, condition } = operation;
      const given = conditional(condition);
      const values = {
        ...("values" in change ? change.values : {}),
        ...(condition !== undefined && "values" in condition ? condition.values : {}),
      };
      const names = {
        ...("names" in change ? change.names : {}),
        ...(condition !== undefined && "names" in condition ? condition.names : {}),
      };
      const { Attributes = {} } = await table.client.send(
        new UpdateItemCommand({
          TableName,
          Key: keyOf(at),
          ...given,
          UpdateExpression: change.text,
          ...(Object.keys(values).length === 0 ? {} : { ExpressionAttributeValues: marshall(values) }),
          ...(Object.keys(names).length === 0 ? {} : { ExpressionAttributeNames: names }),
          ReturnValues: "ALL_NEW",
        }),
      );
      return plain(Attributes);
    }
    case "delete":
      await table.client.send(new DeleteItemCommand({ TableName, Key: keyOf(operation.key) }));
      return "deleted";
    case "get": {
      const { Item } = await table.client.send(
        new GetItemCommand({ TableName, Key: keyOf(operation.key), ConsistentRead: true }),
      );
      return Item === undefined ? "nothing" : plain(Item);
    }
    case "batch": {
      const { Responses } = await table.client.send(
        new BatchGetItemCommand({ RequestItems: { [TableName]: { Keys: operation.keys.map(keyOf) } } }),
      );
      const items = (Responses?.[TableName] ?? []).map(plain);
      return items.sort((a, b) =>
        JSON.stringify([a["pk"], a["sk"]]) < JSON.stringify([b["pk"], b["sk"]]) ? -1 : 1,
      );
    }
    case "query":
      return pages(table, operation, run);
  }
}

function conditional(condition: Condition | undefined) {
  if (condition === undefined) return {};
  return {
    ConditionExpression: condition.text,
    ...("values" in condition ? { ExpressionAttributeValues: marshall(condition.values) } : {}),
    ...("names" in condition ? { ExpressionAttributeNames: condition.names } : {}),
    ReturnValuesOnConditionCheckFailure: "ALL_OLD" as const,
  };
}

/** All pages; within one sort value of an index the order is nobody's, so pages are compared as sets of their keys. */
async function pages(
  table: Table,
  { query, limit, forward }: Extract<Operation, { kind: "query" }>,
  run: string,
) {
  const index = "index" in query ? query.index : undefined;
  const partition =
    index === undefined
      ? "p"
      : index === "alarms"
        ? "A#1"
        : index === "facts"
          ? "F1"
          : index === "byNumber"
            ? "a"
            : "O1";
  const items: Record<string, unknown>[] = [];
  let start: QueryCommandInput["ExclusiveStartKey"];
  do {
    const { Items = [], LastEvaluatedKey } = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        ...(index === undefined ? { ConsistentRead: true } : { IndexName: index }),
        KeyConditionExpression: query.expression,
        ...("names" in query ? { ExpressionAttributeNames: query.names } : {}),
        ExpressionAttributeValues: marshall({
          ":p": `${partition}|${run}`,
          ...("sort" in query ? { ":s": query.sort } : {}),
          ...("top" in query ? { ":t": query.top } : {}),
        }),
        Limit: limit,
        ScanIndexForward: forward,
        ...(start === undefined ? {} : { ExclusiveStartKey: start }),
      }),
    );
    items.push(...Items.map(plain));
    start = LastEvaluatedKey;
  } while (start !== undefined);
  const sort =
    index === undefined
      ? "sk"
      : index === "alarms"
        ? "alarmSk"
        : index === "facts"
          ? "factSk"
          : index === "byNumber"
            ? "pk"
            : "dueSk";
  const order = items.map((item) => item[sort]);
  const steady = index === "byNumber" ? [] : order;
  return {
    order: steady,
    items: items.map((item) => JSON.stringify(Object.entries(item).sort(byName))).sort(byText),
  };
}
