import * as z from "zod";
import { nameOf, tableNeeds } from "../access.ts";
import { jsonAnswer, readJson, targetOperation } from "../http/json.ts";
import {
  type AwsError,
  type AwsService,
  notImplemented,
  type Plan,
  type WireAnswer,
  type WireRequest,
} from "../http/wire.ts";
import type { EngineClient } from "./engine-client.ts";
import type { Tables } from "./tables.ts";

const singleWrites = new Set(["PutItem", "UpdateItem", "DeleteItem"]);
const single = z.object({ TableName: z.string() });
const batch = z.object({ RequestItems: z.record(z.string(), z.unknown()) });
const transaction = z.object({
  TransactItems: z.array(z.record(z.string(), z.object({ TableName: z.string() }))),
});

/** Tables a call may have written to; refused calls are counted in, which only costs a look at the stream. */
function writtenTables(operation: string, input: unknown): string[] {
  if (singleWrites.has(operation)) return [nameOf(single.parse(input).TableName)];
  if (operation === "BatchWriteItem") return Object.keys(batch.parse(input).RequestItems).map(nameOf);
  if (operation === "TransactWriteItems") {
    return transaction
      .parse(input)
      .TransactItems.flatMap((item) => Object.values(item).map(({ TableName }) => nameOf(TableName)));
  }
  return [];
}

/** DynamoDB: the engine answers, we look at who asks for what. */
export class DynamoDbService implements AwsService {
  readonly accessDenied = "AccessDeniedException";
  readonly #engine: EngineClient;
  readonly #tables: Tables;

  constructor(engine: EngineClient, tables: Tables) {
    this.#engine = engine;
    this.#tables = tables;
  }

  plan(request: WireRequest): Plan {
    const operation = targetOperation(request);
    if (!String(request.headers["x-amz-target"]).startsWith("DynamoDB_")) {
      throw notImplemented("dynamodbstreams", operation);
    }
    const input = readJson(request);
    return {
      operation,
      needs: tableNeeds(operation, input),
      perform: async () => {
        const tables = writtenTables(operation, input);
        try {
          return await this.#engine.forward(request.headers, request.body);
        } finally {
          // Also when the answer was lost: the write may have happened.
          if (tables.length > 0) this.#tables.wrote(tables);
        }
      },
    };
  }

  refuse(error: AwsError): WireAnswer {
    // AWS JSON gives 400 even for a refusal by IAM.
    const status = error.code === this.accessDenied ? 400 : error.status;
    return jsonAnswer({ __type: `com.amazon.coral.service#${error.code}`, message: error.message }, status);
  }
}
