import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AccessNeed, Authorizer } from "../../contract.ts";
import type { RecordedCalls } from "../calls.ts";
import { identify } from "./authorization.ts";
import { jsonAnswer } from "./json.ts";
import { AwsError, type AwsService, type WireAnswer, type WireRequest } from "./wire.ts";

export interface EndpointOptions {
  readonly port: number;
  /** Virtual now, epoch milliseconds. */
  readonly now: () => number;
  /** Service name of the credential scope → service. */
  readonly services: ReadonlyMap<string, AwsService>;
  readonly calls: RecordedCalls;
  readonly authorizer: () => Authorizer;
}

/** Largest body we read: a mail of 40 MB in base64. */
const bodyLimit = 64 * 1024 * 1024;

/** Starts the one HTTP endpoint of all services on the loopback address. Throws the socket's error (busy port). */
export async function startEndpoint(options: EndpointOptions): Promise<Server> {
  const server = createServer((request, response) => {
    answer(request, options).then(
      (result) => send(response, request, result),
      (error: unknown) => response.destroy(error instanceof Error ? error : new Error(String(error))),
    );
  });
  // Clients keep their connections; closing an idle one races with their next request.
  server.keepAliveTimeout = 0;
  server.requestTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve();
    });
  });
  return server;
}

function send(response: ServerResponse, request: IncomingMessage, { status, headers, body }: WireAnswer) {
  const id = randomUUID();
  // No body may follow a HEAD; its Content-Length says what a GET would bring.
  const head = request.method === "HEAD";
  const length =
    head && headers["content-length"] !== undefined
      ? {}
      : { "content-length": String(head ? 0 : Buffer.byteLength(body)) };
  response.writeHead(status, { "x-amzn-requestid": id, "x-amz-request-id": id, ...headers, ...length });
  response.end(head ? undefined : body);
}

/** By events: an iterator over the request costs as much as answering a small one. */
function readBody(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (part: Buffer) => {
      size += part.length;
      if (size <= bodyLimit) chunks.push(part);
      else reject(new AwsError("EntityTooLarge", "the body is larger than 64 MB", 413));
    });
    request.once("end", () => resolve(Buffer.concat(chunks)));
    request.once("error", reject);
  });
}

async function answer(message: IncomingMessage, options: EndpointOptions): Promise<WireAnswer> {
  const url = message.url ?? "/";
  const mark = url.indexOf("?");
  const path = mark < 0 ? url : url.slice(0, mark);
  const rawQuery = mark < 0 ? "" : url.slice(mark + 1);
  const method = message.method ?? "GET";
  const { headers } = message;
  // A presigned URL belongs to S3 until its credential has been read.
  let service = options.services.get("s3");
  let request: WireRequest = {
    method,
    path,
    query: new URLSearchParams(rawQuery),
    headers,
    body: Buffer.alloc(0),
    keyId: "",
  };
  let shown: WireAnswer["headers"] = {};
  try {
    request = { ...request, body: await readBody(message) };
    const { answer: beforehand, headers: added = {} } =
      headers.origin === undefined ? {} : (service?.crossOrigin?.(request) ?? {});
    if (beforehand !== undefined) return beforehand;
    shown = added;
    const caller = identify({ method, path, rawQuery, headers }, options.now());
    service = options.services.get(caller.service);
    if (service === undefined) {
      throw new AwsError("NotImplemented", `the local cloud has no service ${caller.service}`, 501);
    }
    request = { ...request, keyId: caller.keyId };
    return withHeaders(await serve(service, caller.service, request, options), shown);
  } catch (error) {
    const refusal = asAwsError(error);
    const refused =
      service?.refuse(refusal, request) ??
      jsonAnswer({ __type: refusal.code, message: refusal.message }, refusal.status);
    return withHeaders(refused, shown);
  }
}

function withHeaders(given: WireAnswer, headers: WireAnswer["headers"]): WireAnswer {
  return { ...given, headers: { ...given.headers, ...headers } };
}

/** Plans, asks IAM, performs, and records the call whatever its outcome. */
async function serve(
  service: AwsService,
  serviceName: string,
  request: WireRequest,
  { now, calls, authorizer }: EndpointOptions,
): Promise<WireAnswer> {
  const plan = service.plan(request);
  const { operation } = plan;
  const needs = plan.needs ?? [];
  let status = 500;
  let denied = false;
  try {
    const refusal =
      plan.needs === undefined
        ? `${serviceName}:${operation} is not in the reviewed table of IAM actions`
        : firstRefusal(authorizer(), request.keyId, plan.needs);
    if (refusal !== undefined) {
      denied = true;
      throw new AwsError(service.accessDenied, refusal, 403);
    }
    const result = await plan.perform();
    status = result.status;
    return result;
  } catch (error) {
    const refusal = asAwsError(error);
    const result = service.refuse(refusal, request);
    status = result.status;
    return result;
  } finally {
    calls.add({ keyId: request.keyId, service: serviceName, operation, needs, at: now(), status }, denied);
  }
}

/** Asks for every need, so that the ledger knows all of them, and gives the first refusal. */
function firstRefusal(
  authorizer: Authorizer,
  keyId: string,
  needs: readonly AccessNeed[],
): string | undefined {
  const refusals: string[] = [];
  for (const need of needs) {
    const verdict = authorizer.check(keyId, need);
    if (!verdict.allowed) {
      refusals.push(`not authorized to perform ${need.action} on ${need.resource}: ${verdict.reason}`);
    }
  }
  return refusals[0];
}

/** An unexpected error is the local cloud's own fault: shown on the terminal, and 500 to the caller. */
function asAwsError(error: unknown): AwsError {
  if (error instanceof AwsError) return error;
  const shown = error instanceof Error ? error : new Error(String(error));
  process.emitWarning(shown);
  return new AwsError("InternalError", shown.message, 500);
}
