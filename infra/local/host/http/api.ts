import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Engine } from "../engine.ts";
import { isThrottled } from "../runtime/concurrency.ts";
import type { FunctionPool } from "../runtime/function-pool.ts";
import { type InvocationFailure, type InvocationResult, isClosed } from "../runtime/protocol.ts";
import { TemplateError } from "../template/json.ts";
import type { CloudModel } from "../template/model.ts";
import { apiEvent } from "./api-event.ts";
import { apiAnswer, gatewayAnswer, type HttpAnswer } from "./api-response.ts";
import { readBody } from "./body.ts";
import { Router } from "./router.ts";

/** API Gateway's own limit; larger bodies never reach a function. */
const bodyLimit = 10 * 1024 * 1024;

interface Target {
  readonly pool: FunctionPool;
  readonly timeoutMs: number;
}

export interface HttpApiOptions {
  readonly model: CloudModel;
  readonly pools: ReadonlyMap<string, FunctionPool>;
  readonly engine: Engine;
  readonly accountId: string;
  readonly onFailure: (functionName: string, failure: InvocationFailure) => void;
}

/** The HTTP API of the template: routes to functions. */
export class HttpApi {
  readonly #options: HttpApiOptions;
  readonly #router: Router<Target>;

  /** Throws TemplateError if a route leads to nothing or to another payload format than 2.0. */
  constructor(options: HttpApiOptions) {
    const { model, pools } = options;
    this.#options = options;
    const integrations = new Map(model.integrations.map((integration) => [integration.ref, integration]));
    this.#router = new Router(
      model.routes.map(({ logicalId, properties }) => {
        const integration = integrations.get(properties.Target.replace(/^integrations\//, ""));
        const uri = integration?.properties.IntegrationUri;
        const pool = uri === undefined ? undefined : pools.get(functionArnOf(uri));
        if (integration === undefined || pool === undefined) {
          throw new TemplateError(`${logicalId}: the route ${properties.RouteKey} leads to no function`);
        }
        if (integration.properties.PayloadFormatVersion !== "2.0") {
          throw new TemplateError(`${integration.logicalId}: only payload format 2.0 is supported`);
        }
        return {
          routeKey: properties.RouteKey,
          target: { pool, timeoutMs: integration.properties.TimeoutInMillis },
        };
      }),
    );
  }

  /** Answers one request; the clock stands meanwhile. */
  async handle(request: IncomingMessage, url: URL): Promise<HttpAnswer> {
    const requestId = randomUUID();
    const answer = await this.#answer(request, url, requestId);
    return { ...answer, headers: { ...answer.headers, "apigw-requestid": requestId } };
  }

  async #answer(request: IncomingMessage, url: URL, requestId: string): Promise<HttpAnswer> {
    const { engine, accountId, onFailure } = this.#options;
    const match = this.#router.match(request.method ?? "GET", url.pathname);
    if (match === undefined) return gatewayAnswer(404, "Not Found");
    const body = await readBody(request, bodyLimit);
    if (body === "too large") return gatewayAnswer(413, "Request Entity Too Large");
    const { pool, timeoutMs } = match.target;
    return engine.answer(async () => {
      engine.touch();
      const { routeKey, parameters } = match;
      const event = apiEvent({
        request,
        url,
        body,
        routeKey,
        parameters,
        requestId,
        accountId,
        now: engine.now(),
      });
      const invocation = engine.track(() => pool.invoke(event));
      const result = await withLimit(invocation, timeoutMs);
      if (result === "timeout") return gatewayAnswer(503, "Service Unavailable");
      if (result.ok) return apiAnswer(result.payload);
      if (!isClosed(result.failure)) onFailure(pool.definition.name, result.failure);
      if (isThrottled(result.failure)) return gatewayAnswer(503, "Service Unavailable");
      return gatewayAnswer(500, "Internal Server Error");
    });
  }
}

/** Integrations name the function itself or API Gateway's invocation path around it. */
function functionArnOf(uri: string): string {
  return /:path\/2015-03-31\/functions\/(.+)\/invocations$/.exec(uri)?.[1] ?? uri;
}

async function withLimit(
  invocation: Promise<InvocationResult>,
  milliseconds: number,
): Promise<InvocationResult | "timeout"> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<"timeout">((resolve) => {
    timer = setTimeout(() => resolve("timeout"), milliseconds);
  });
  try {
    return await Promise.race([invocation, limit]);
  } finally {
    clearTimeout(timer);
  }
}
