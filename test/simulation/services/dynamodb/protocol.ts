import {
  AwsError,
  type AwsService,
  notImplemented,
  type Plan,
  type WireAnswer,
  type WireRequest,
} from "../../../../infra/local/services/http/wire.ts";
import { readCondition } from "./conditions.ts";
import { invalid, Reader } from "./lexer.ts";
import { project, type QueryInput, query } from "./query.ts";
import type { MemoryTable } from "./table.ts";
import { readUpdate } from "./updates.ts";
import type { Attributes } from "./values.ts";

interface WriteInput {
  readonly ConditionExpression?: string;
  readonly UpdateExpression?: string;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues?: Attributes;
  readonly ReturnValues?: string;
  readonly ReturnValuesOnConditionCheckFailure?: string;
}

interface Input extends WriteInput, QueryInput {
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues?: Attributes;
  readonly TableName: string;
  readonly Key?: Attributes;
  readonly Item?: Attributes;
  readonly RequestItems?: Readonly<Record<string, BatchPart>>;
}

interface BatchPart {
  readonly Keys: readonly Attributes[];
  readonly ConsistentRead?: boolean;
  readonly ProjectionExpression?: string;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
}

/** A condition that did not hold; carries the item that stands there, if it was asked for. */
class ConditionFailed extends AwsError {
  readonly item: Attributes | undefined;
  constructor(item: Attributes | undefined) {
    super("ConditionalCheckFailedException", "The conditional request failed");
    this.item = item;
  }
}

/** DynamoDB in AWS JSON 1.0 over tables in memory: the operations that the product uses. */
export class MemoryDynamoDb implements AwsService {
  readonly accessDenied = "AccessDeniedException";
  readonly #tables: ReadonlyMap<string, MemoryTable>;
  readonly #now: () => number;

  constructor(tables: ReadonlyMap<string, MemoryTable>, now: () => number) {
    this.#tables = tables;
    this.#now = now;
  }

  plan(request: WireRequest): Plan {
    const target = String(request.headers["x-amz-target"] ?? "");
    const operation = target.slice(target.indexOf(".") + 1);
    const input = JSON.parse(request.body.toString("utf8")) as Input;
    return {
      operation,
      needs: [],
      perform: () => ({
        status: 200,
        headers: { "content-type": "application/x-amz-json-1.0" },
        body: JSON.stringify(this.#perform(operation, input)),
      }),
    };
  }

  refuse(error: AwsError): WireAnswer {
    const body = {
      __type: `com.amazonaws.dynamodb.v20120810#${error.code}`,
      message: error.message,
      ...(error instanceof ConditionFailed && error.item !== undefined ? { Item: error.item } : {}),
    };
    return {
      status: error.status,
      headers: { "content-type": "application/x-amz-json-1.0" },
      body: JSON.stringify(body),
    };
  }

  #perform(operation: string, input: Input): object {
    switch (operation) {
      case "GetItem":
        return this.#get(input);
      case "PutItem":
        return this.#put(input);
      case "UpdateItem":
        return this.#update(input);
      case "DeleteItem":
        return this.#delete(input);
      case "Query":
        return query(this.#table(input.TableName), input, this.#now());
      case "Scan": {
        const Items = [...this.#table(input.TableName).all()];
        return { Items, Count: Items.length, ScannedCount: Items.length };
      }
      case "BatchGetItem":
        return this.#batchGet(input);
      default:
        throw notImplemented("dynamodb", operation);
    }
  }

  #table(name: string): MemoryTable {
    const table = this.#tables.get(name);
    if (table === undefined) throw new AwsError("ResourceNotFoundException", "Requested resource not found");
    return table;
  }

  #get(input: Input): object {
    const table = this.#table(input.TableName);
    const key = exactKey(table, input.Key ?? {});
    const item = input.ConsistentRead === true ? table.read(key) : table.readStale(key);
    if (item === undefined) return {};
    return { Item: input.ProjectionExpression === undefined ? item : project(item, input) };
  }

  #put(input: Input): object {
    const table = this.#table(input.TableName);
    const item = input.Item ?? {};
    const key = table.keyOf(item);
    table.check(item);
    const before = table.read(key);
    checkCondition(input, before);
    table.write(key, item);
    return input.ReturnValues === "ALL_OLD" && before !== undefined ? { Attributes: before } : {};
  }

  #delete(input: Input): object {
    const table = this.#table(input.TableName);
    const key = exactKey(table, input.Key ?? {});
    const before = table.read(key);
    checkCondition(input, before);
    table.write(key, undefined);
    return input.ReturnValues === "ALL_OLD" && before !== undefined ? { Attributes: before } : {};
  }

  #update(input: Input): object {
    const table = this.#table(input.TableName);
    const key = exactKey(table, input.Key ?? {});
    const reader = new Reader(input.UpdateExpression ?? "", input.ExpressionAttributeNames ?? {});
    const update = readUpdate(reader, input.ExpressionAttributeValues ?? {});
    for (const [name] of update.paths) {
      if (typeof name === "string" && name in key) {
        throw invalid(
          `One or more parameter values were invalid: Cannot update attribute ${name}. This attribute is part of the key`,
        );
      }
    }
    const before = table.read(key);
    checkCondition(input, before);
    const after = update.apply(before, key);
    table.write(key, after);
    return returned(
      input.ReturnValues,
      before,
      after,
      update.paths.map(([name]) => String(name)),
    );
  }

  #batchGet({ RequestItems = {} }: Input): object {
    const count = Object.values(RequestItems).reduce((sum, { Keys }) => sum + Keys.length, 0);
    if (count > 100) throw invalid("Too many items requested for the BatchGetItem call");
    const Responses: Record<string, Attributes[]> = {};
    for (const [name, part] of Object.entries(RequestItems)) {
      const table = this.#table(name);
      const ids = new Set(part.Keys.map((key) => table.idOf(exactKey(table, key))));
      if (ids.size !== part.Keys.length) throw invalid("Provided list of item keys contains duplicates");
      Responses[name] = part.Keys.flatMap((key) => {
        const item = part.ConsistentRead === true ? table.read(key) : table.readStale(key);
        if (item === undefined) return [];
        return [part.ProjectionExpression === undefined ? item : project(item, part)];
      });
    }
    return { Responses, UnprocessedKeys: {} };
  }
}

function exactKey(table: MemoryTable, key: Attributes): Attributes {
  const found = table.keyOf(key);
  if (Object.keys(key).length !== Object.keys(found).length)
    throw invalid("The provided key element does not match the schema");
  return found;
}

function checkCondition(input: WriteInput, item: Attributes | undefined): void {
  if (input.ConditionExpression === undefined) return;
  const reader = new Reader(input.ConditionExpression, input.ExpressionAttributeNames ?? {});
  const condition = readCondition(reader, input.ExpressionAttributeValues ?? {});
  if (condition(item)) return;
  throw new ConditionFailed(input.ReturnValuesOnConditionCheckFailure === "ALL_OLD" ? item : undefined);
}

function returned(
  wanted: string | undefined,
  before: Attributes | undefined,
  after: Attributes,
  names: readonly string[],
): object {
  const only = (item: Attributes) =>
    Object.fromEntries(Object.entries(item).filter(([name]) => names.includes(name)));
  switch (wanted) {
    case "ALL_NEW":
      return { Attributes: after };
    case "UPDATED_NEW":
      return { Attributes: only(after) };
    case "ALL_OLD":
      return before === undefined ? {} : { Attributes: before };
    case "UPDATED_OLD":
      return before === undefined ? {} : { Attributes: only(before) };
    default:
      return {};
  }
}
