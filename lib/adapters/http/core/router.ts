import { injectLambdaContext } from "@aws-lambda-powertools/logger/middleware";
import middyfy from "@middy/core";
import httpRouter from "@middy/http-router";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { UnknownCursor } from "../../../app/ports/page.ts";
import type { Telemetry } from "../../../app/ports/telemetry.ts";
import { isProblem, type Problem } from "../../../app/problems/problem.ts";
import type { AnyGiven, ApiFunction, Route } from "../../../contracts/core/route.ts";
import type { Identity } from "../../identity/oidc.ts";
import { loading, whenAsked } from "../../runtime/loading.ts";
import { logger, metrics, telemetry } from "../../runtime/telemetry.ts";
import { rereadSecrets } from "../../secrets/live-ring.ts";
import { nobody } from "./auth.ts";
import { problemBody, RefusedRequest, refusalOf } from "./refusal.ts";
import { jsonReply, type Reply, replyOf } from "./reply.ts";
import { type ApiRequest, apiRequest } from "./request.ts";
import type { Serving } from "./serve.ts";
import { wrongCursor } from "./validate.ts";

export type Log = Pick<Telemetry, "info" | "failed">;
type HttpEvent = APIGatewayProxyEventV2;
type Answer = APIGatewayProxyStructuredResultV2;

/** Headers of every answer: nothing is cached, sniffed, framed or leaked by a referrer (links carry secrets). */
const always = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
  "strict-transport-security": "max-age=31536000",
  "x-content-type-options": "nosniff",
};

/** The handlers of a resource. */
export type Servings<P> = Readonly<Record<string, Serving<string, P>>>;

export interface ApiOptions<P> {
  readonly name: ApiFunction;
  /** Builds the ports; a failure is answered with 500 and tried again by the next request. */
  readonly ports: () => Promise<P>;
  /** Who a token stands for; nobody, where no route is for staff. */
  readonly identity?: Identity;
  /** The handlers of its resources: of all, or where some come later of those that most callers come for. */
  readonly servings: readonly Servings<P>[];
  /** By the first part of a path, `groups`: what is loaded with the first request to it, so that no start waits for it. */
  readonly later?: Readonly<Record<string, () => Promise<Servings<P>>>>;
  readonly log?: Log | undefined;
  /** What CloudFront shows, where it stands in front. */
  readonly edgeKey?: string | undefined;
}

/** The Lambda handler of one API function: the routes of its resources; everything else is unknown-route. */
export function api<P>({
  name,
  ports,
  identity = nobody,
  servings,
  later = {},
  log = telemetry,
  edgeKey,
}: ApiOptions<P>) {
  const context = { ports: loading(ports), identity };
  const served = ({ route, answer: handle }: Serving<string, P>) => {
    if (route.function !== name) throw new TypeError(`route ${route.id} belongs to ${route.function}`);
    return {
      method: route.method,
      path: route.path,
      handler: async (event: HttpEvent): Promise<Answer> => {
        const request = apiRequest(event, edgeKey);
        const reply = outcome(await handle(context, request));
        log.info("answered", { route: route.id, status: reply.status, traceId: request.traceId });
        return answer(reply, request);
      },
    };
  };
  const routerOf = (resources: readonly Servings<P>[]) =>
    httpRouter<HttpEvent, Answer>({
      routes: resources
        .flatMap((resource) => Object.values(resource))
        .toSorted((a, b) => byPath(a.route, b.route))
        .map(served),
      notFoundResponse: ({ method, path }) => {
        throw new RefusedRequest("unknown-route", { values: { method, path: path.slice(0, 200) } });
      },
    });
  const atOnce = routerOf(servings);
  const others = new Map(
    Object.entries(later).map(([part, load]) => [
      part,
      whenAsked(async () => routerOf([...servings, await load()])),
    ]),
  );
  return middyfy<HttpEvent, Answer>()
    .use(injectLambdaContext(logger, { logEvent: false, clearState: true }))
    .before(rereadSecrets)
    .after(publishCounts)
    .onError((failed) => {
      publishCounts();
      const request = apiRequest(failed.event);
      failed.response = answer(refused(failed.error, request, log), request);
    })
    .handler(async (event, lambda) => {
      const router = (await others.get(firstPart(event))?.()) ?? atOnce;
      return router(event, lambda);
    });
}

/** `groups` of `/groups/1`. */
function firstPart({ rawPath }: HttpEvent): string {
  return rawPath.split("/", 2)[1] ?? "";
}

/** What a handler gave back; its refusals go the way of thrown ones. */
function outcome(given: AnyGiven | Problem | RefusedRequest): Reply {
  if (given instanceof RefusedRequest) throw given;
  if (isProblem(given)) throw refusalOf(given);
  return replyOf(given);
}

/** What is written out in a path goes before a parameter: `/reports/{month}/submissions` before `/reports/{month}/{file}`. */
function byPath(a: Route, b: Route): number {
  const [first, second] = [a, b].map(({ path }) => path.replaceAll("{", "\uffff"));
  return first === second ? 0 : String(first) < String(second) ? -1 : 1;
}

function refusalFor(error: unknown): RefusedRequest {
  if (error instanceof RefusedRequest) return error;
  if (error instanceof UnknownCursor) return wrongCursor();
  return new RefusedRequest("internal", {}, error);
}

/** The answer to an error: a refusal says why, anything else only a trace id. */
function refused(error: unknown, request: ApiRequest, log: Log): Reply {
  const refusal = refusalFor(error);
  const body = problemBody(refusal, request.language, request.traceId);
  const facts = { method: request.method, code: body.code, status: body.status, traceId: request.traceId };
  if (body.status >= 500) log.failed("failed", facts, refusal.cause);
  else log.info("refused", facts);
  const reply = jsonReply(body.status, body, "application/problem+json");
  return body.status === 401
    ? { ...reply, headers: { ...reply.headers, "www-authenticate": "Bearer" } }
    : reply;
}

function answer(reply: Reply, request: ApiRequest): Answer {
  return {
    statusCode: reply.status,
    headers: {
      ...always,
      vary: "accept, accept-language",
      "x-request-id": request.traceId,
      // Pages count down by the server's time, whatever the clock of the phone says.
      "x-server-time": new Date().toISOString(),
      ...(reply.status >= 400 ? { "content-language": request.language } : {}),
      ...reply.headers,
    },
    body: reply.body,
    ...(reply.binary === undefined ? {} : { isBase64Encoded: true }),
  };
}

/** Sends what was counted, whether the request was answered or refused; most requests count nothing. */
function publishCounts(): void {
  if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
}
