import type { AccessNeed } from "../../contract.ts";
import { tableArn } from "../account.ts";

/*
 * What a call of DynamoDB asks of IAM and which tables it may write to, read from its JSON. By hand, not by schemas: every
 * function's worker loads this and reads each of its calls with it.
 */

export interface TableCall {
  /** Undefined: the operation is missing in the reviewed table, or its input is not understood; it is refused, never guessed. */
  readonly needs: readonly AccessNeed[] | undefined;
  /** Names of tables it may have written to; refused calls are counted in, which only costs a look at the stream. */
  readonly written: readonly string[];
}

const notUnderstood: TableCall = { needs: undefined, written: [] };

const singleWrites = new Set(["PutItem", "UpdateItem", "DeleteItem"]);
const oneTableActions = new Set([
  ...singleWrites,
  "GetItem",
  "DescribeTable",
  "DescribeTimeToLive",
  "CreateTable",
  "UpdateTable",
  "DeleteTable",
  "UpdateTimeToLive",
]);
const transactionActions: ReadonlyMap<string, string> = new Map([
  ["Get", "dynamodb:GetItem"],
  ["Put", "dynamodb:PutItem"],
  ["Update", "dynamodb:UpdateItem"],
  ["Delete", "dynamodb:DeleteItem"],
  ["ConditionCheck", "dynamodb:ConditionCheckItem"],
]);

/** `input` is the request's JSON. A query of an index needs the index's ARN, not the table's. */
export function readTableCall(operation: string, input: unknown): TableCall {
  if (oneTableActions.has(operation)) return oneTable(operation, input);
  switch (operation) {
    case "Query":
    case "Scan":
      return { needs: searchNeeds(operation, input), written: [] };
    case "BatchGetItem":
    case "BatchWriteItem":
      return batch(operation, input);
    case "TransactGetItems":
    case "TransactWriteItems":
      return transaction(operation, input);
    case "ListTables":
      return { needs: [{ action: "dynamodb:ListTables", resource: "*" }], written: [] };
    default:
      return notUnderstood;
  }
}

function oneTable(operation: string, input: unknown): TableCall {
  const table = tableOf(input);
  if (table === undefined) return notUnderstood;
  const key = partitionOf(field(input, "Key") ?? field(input, "Item"));
  const need = {
    action: `dynamodb:${operation}`,
    resource: tableArn(table),
    ...leading(key === undefined ? undefined : [key]),
  };
  return { needs: [need], written: singleWrites.has(operation) ? [table] : [] };
}

function searchNeeds(operation: string, input: unknown): TableCall["needs"] {
  const table = tableOf(input);
  if (table === undefined) return undefined;
  const action = `dynamodb:${operation}`;
  const index = field(input, "IndexName");
  if (index === undefined)
    return [{ action, resource: tableArn(table), ...leading(queriedPartition(input)) }];
  return typeof index === "string" ? [{ action, resource: `${tableArn(table)}/index/${index}` }] : undefined;
}

/** `pk = :value AND …`: the one partition that a query of the table reads. */
function queriedPartition(input: unknown): readonly string[] | undefined {
  const condition = field(input, "KeyConditionExpression");
  if (typeof condition !== "string") return undefined;
  const [, name = ""] = /\bpk = (:\w+)/.exec(condition) ?? [];
  const value = field(field(field(input, "ExpressionAttributeValues"), name), "S");
  return typeof value === "string" ? [value] : undefined;
}

function batch(operation: string, input: unknown): TableCall {
  const asked = field(input, "RequestItems");
  if (!isObject(asked)) return notUnderstood;
  const tables = Object.entries(asked).map(([table, items]) => [nameOf(table), items] as const);
  return {
    needs: tables.map(([table, items]) => ({
      action: `dynamodb:${operation}`,
      resource: tableArn(table),
      ...leading(partitionsOf(items)),
    })),
    written: operation === "BatchWriteItem" ? tables.map(([table]) => table) : [],
  };
}

/** Of the keys of a batch of reads; undefined unless every one of them is understood. */
function partitionsOf(items: unknown): readonly string[] | undefined {
  const keys = field(items, "Keys");
  if (!Array.isArray(keys)) return undefined;
  const partitions = keys.map(partitionOf).filter((partition) => partition !== undefined);
  return partitions.length === keys.length ? partitions : undefined;
}

/** Each item needs its own action on its own table; the transaction itself needs none. */
function transaction(operation: string, input: unknown): TableCall {
  const items = field(input, "TransactItems");
  if (!Array.isArray(items)) return notUnderstood;
  const needs = new Map<string, AccessNeed>();
  const tables = new Set<string>();
  for (const item of items) {
    if (!isObject(item)) return notUnderstood;
    for (const [kind, part] of Object.entries(item)) {
      const action = transactionActions.get(kind);
      const table = tableOf(part);
      if (action === undefined || table === undefined) return notUnderstood;
      tables.add(table);
      needs.set(`${action} ${table}`, { action, resource: tableArn(table) });
    }
  }
  return { needs: [...needs.values()], written: operation === "TransactWriteItems" ? [...tables] : [] };
}

function leading(keys: readonly string[] | undefined): Pick<AccessNeed, "leadingKeys"> {
  return keys === undefined ? {} : { leadingKeys: keys };
}

/** The partition key of the product's tables, as the wire writes it. */
function partitionOf(key: unknown): string | undefined {
  const value = field(field(key, "pk"), "S");
  return typeof value === "string" ? value : undefined;
}

/** DynamoDB takes a table's ARN in place of its name. */
function nameOf(table: string): string {
  return table.slice(table.lastIndexOf("/") + 1);
}

function tableOf(input: unknown): string | undefined {
  const name = field(input, "TableName");
  return typeof name === "string" ? nameOf(name) : undefined;
}

function field(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
