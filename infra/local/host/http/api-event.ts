import type { IncomingMessage } from "node:http";

export interface ApiEventInput {
  readonly request: IncomingMessage;
  readonly url: URL;
  readonly body: Buffer;
  readonly routeKey: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly requestId: string;
  readonly accountId: string;
  /** The virtual now, epoch milliseconds. */
  readonly now: number;
}

const textTypes = /^(text\/|application\/(json|javascript|xml|[\w.+-]+\+(json|xml))\s*(;|$))/i;

function isText(contentType: string | undefined, body: Buffer): boolean {
  if (contentType === undefined || !textTypes.test(contentType)) return false;
  return Buffer.from(body.toString("utf8"), "utf8").equals(body);
}

function headersOf(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, values] of Object.entries(request.headersDistinct)) {
    if (values !== undefined && name !== "cookie") headers[name] = values.join(",");
  }
  return headers;
}

function cookiesOf(request: IncomingMessage): string[] {
  return (request.headersDistinct.cookie ?? []).flatMap((line) =>
    line.split(";").map((cookie) => cookie.trim()),
  );
}

function queryOf(url: URL): Record<string, string> {
  const query: Record<string, string> = {};
  for (const [name, value] of url.searchParams) {
    query[name] = name in query ? `${query[name]},${value}` : value;
  }
  return query;
}

/** Access log time of API Gateway, e.g. `12/Mar/2026:19:03:58 +0000`. */
function logTime(now: number): string {
  const [, day, month, year, time] = new Date(now).toUTCString().split(" ");
  return `${day}/${month}/${year}:${time} +0000`;
}

/** The event of payload format 2.0. Bodies that are no UTF-8 text go in base64, forms too, as API Gateway does. */
export function apiEvent(input: ApiEventInput): Record<string, unknown> {
  const { request, url, body, routeKey, parameters, requestId, accountId, now } = input;
  const cookies = cookiesOf(request);
  const query = queryOf(url);
  const text = isText(request.headers["content-type"], body);
  return {
    version: "2.0",
    routeKey,
    rawPath: url.pathname,
    rawQueryString: url.search.replace(/^\?/, ""),
    ...(cookies.length === 0 ? {} : { cookies }),
    headers: headersOf(request),
    ...(Object.keys(query).length === 0 ? {} : { queryStringParameters: query }),
    ...(Object.keys(parameters).length === 0 ? {} : { pathParameters: parameters }),
    requestContext: {
      accountId,
      apiId: "local",
      domainName: request.headers.host ?? "localhost",
      domainPrefix: "local",
      http: {
        method: request.method ?? "GET",
        path: url.pathname,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress?.replace(/^::ffff:/, "") ?? "127.0.0.1",
        userAgent: request.headers["user-agent"] ?? "",
      },
      requestId,
      routeKey,
      stage: "$default",
      time: logTime(now),
      timeEpoch: now,
    },
    ...(body.length === 0 ? {} : { body: body.toString(text ? "utf8" : "base64") }),
    isBase64Encoded: body.length > 0 && !text,
  };
}
