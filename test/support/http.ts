import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from "aws-lambda";

export interface Sent {
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** A value goes as JSON; text and bytes as they are. */
  readonly body?: unknown;
  /** The caller's network address. */
  readonly sourceIp?: string;
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  // Tests look into answers freely; their shape is checked against the views of lib/contracts.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly json: any;
}

type Handler = (
  event: APIGatewayProxyEventV2,
  context: Context,
) => Promise<APIGatewayProxyStructuredResultV2>;

const SOURCE = "127.0.0.1";
let requests = 0;

/** Sends one request through a Lambda handler as an HTTP API does (payload format 2.0). */
export async function send(handler: Handler, line: string, sent: Sent = {}): Promise<Answered> {
  const result = await handler(apiEvent(line, sent), {} as Context);
  const headers = Object.fromEntries(
    Object.entries(result.headers ?? {}).map(([name, value]) => [name, String(value)]),
  );
  const text = result.body ?? "";
  const isJson = headers["content-type"]?.includes("json") ?? false;
  return { status: result.statusCode ?? 0, headers, text, json: isJson ? JSON.parse(text) : undefined };
}

/** The value, which a test has just made sure of. */
export function known<T>(value: T | null | undefined): T {
  if (value === undefined || value === null) throw new Error("a value is missing");
  return value;
}

export function apiEvent(
  line: string,
  { headers = {}, query = {}, body, sourceIp = SOURCE }: Sent,
): APIGatewayProxyEventV2 {
  const [method = "", path = ""] = line.split(" ");
  requests += 1;
  const type = body === undefined || "content-type" in headers ? {} : { "content-type": "application/json" };
  const binary = body instanceof Uint8Array;
  const text = binary
    ? Buffer.from(body).toString("base64")
    : typeof body === "string"
      ? body
      : JSON.stringify(body);
  return {
    version: "2.0",
    routeKey: line,
    rawPath: path,
    rawQueryString: new URLSearchParams(query).toString(),
    headers: { ...type, ...headers },
    ...(Object.keys(query).length === 0 ? {} : { queryStringParameters: { ...query } }),
    requestContext: {
      accountId: "local",
      apiId: "local",
      domainName: "localhost",
      domainPrefix: "local",
      http: { method, path, protocol: "HTTP/1.1", sourceIp, userAgent: "test" },
      requestId: `request-${requests}`,
      routeKey: line,
      stage: "$default",
      time: "13/Feb/2026:02:00:00 +0000",
      timeEpoch: 0,
    },
    ...(text === undefined ? {} : { body: text }),
    isBase64Encoded: binary,
  };
}
