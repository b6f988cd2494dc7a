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
import { readTableCall } from "./needs.ts";
import type { Tables } from "./tables.ts";

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
    const { needs, written } = readTableCall(operation, readJson(request));
    return {
      operation,
      needs,
      perform: async () => {
        try {
          return await this.#engine.forward(request.headers, request.body);
        } finally {
          // Also when the answer was lost: the write may have happened.
          if (written.length > 0) this.#tables.wrote(written);
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
