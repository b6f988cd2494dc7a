import { Readable } from "node:stream";
import {
  AwsError,
  type AwsService,
  type WireAnswer,
  type WireRequest,
} from "../../../infra/local/services/http/wire.ts";

/** A request as the SDK's clients give it to their request handler. */
export interface SdkRequest {
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string | readonly string[] | null>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface SdkResponse {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly body: unknown;
}

/** The request in the form that the services read. */
export async function wireRequest(request: SdkRequest): Promise<WireRequest> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(request.query ?? {})) {
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, one ?? "");
  }
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) headers[name.toLowerCase()] = value;
  return {
    method: request.method,
    path: request.path,
    query,
    headers,
    body: await bodyOf(request.body),
    keyId: "simulation",
  };
}

async function bodyOf(body: unknown): Promise<Buffer> {
  if (body === undefined || body === null) return Buffer.alloc(0);
  if (typeof body === "string") return Buffer.from(body, "utf8");
  if (body instanceof Uint8Array) return Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const parts: Buffer[] = [];
  for await (const part of body as AsyncIterable<Uint8Array | string>)
    parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts);
}

/** Asks a service; its refusals are answers too. */
export async function answerOf(
  service: AwsService,
  request: WireRequest,
): Promise<WireAnswer & { readonly operation: string }> {
  let operation = "?";
  try {
    const plan = service.plan(request);
    operation = plan.operation;
    return { ...(await plan.perform()), operation };
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    return { ...service.refuse(error, request), operation };
  }
}

/** The answer in the form that the SDK's clients read: an object's content comes as a stream, a HEAD has no body. */
export function sdkResponse(
  { status, headers, body }: WireAnswer,
  method: string,
  streamed: boolean,
): SdkResponse {
  const given = method === "HEAD" ? "" : body;
  const bytes = typeof given === "string" ? Buffer.from(given, "utf8") : given;
  const isContent = streamed && status < 300 && bytes.length > 0;
  return {
    statusCode: status,
    headers: { "content-length": String(bytes.length), ...headers },
    body: isContent ? Readable.from([bytes]) : bytes,
  };
}
