import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { Language } from "../../../contracts/problems.ts";
import { callerAddress } from "./edge.ts";
import { languageOf } from "./language.ts";
import { RefusedRequest } from "./refusal.ts";

/** What handlers see of a request. */
export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly language: Language;
  /** The gateway's request id; answers and log lines carry it. */
  readonly traceId: string;
  /** Network address of the caller, as the gateway or CloudFront in front of it saw it. */
  readonly sourceIp: string;
  /** A header by its lower-case name. */
  header(name: string): string | undefined;
  cookie(name: string): string | undefined;
  /** The body as JSON. Throws bad-json (400), too-large (413, above 256 KB unless a route takes more) or unsupported-media-type (415). */
  json(maxBytes?: number): unknown;
  /** The body as UTF-8 text. Throws too-large. */
  text(): string;
  /** The fields of an HTML form; undefined for a body of another kind. */
  form(): Readonly<Record<string, string>> | undefined;
  /** The fields and files of a form of either kind; undefined for a body of another kind. Throws bad-form (400) for a broken one. */
  anyForm(): Promise<SentForm | undefined>;
  /** As `json`; undefined for no body at all. */
  optionalJson(): unknown;
}

export interface SentForm {
  /** Without what was left empty; line ends as `\n`. */
  readonly fields: Readonly<Record<string, string>>;
  readonly files: readonly SentFile[];
}

export interface SentFile {
  readonly field: string;
  readonly name: string;
  readonly content: Uint8Array;
}

/** Bodies of our API are small: texts have at most 4,000 characters. */
export const MAX_BODY_BYTES = 256 * 1024;

/** A body with a file in base64: well below the 6 MB that a function may be given. */
export const MAX_FILE_BODY_BYTES = 4 * 1024 * 1024;

/** `edgeKey`: what CloudFront shows, where it stands in front. */
export function apiRequest(event: APIGatewayProxyEventV2, edgeKey?: string): ApiRequest {
  const header = (name: string) => event.headers[name];
  return {
    method: event.requestContext.http.method,
    path: event.rawPath,
    parameters: defined(event.pathParameters),
    query: defined(event.queryStringParameters),
    language: languageOf(header("accept-language")),
    traceId: event.requestContext.requestId,
    sourceIp: callerAddress(event.requestContext.http.sourceIp, header, edgeKey),
    header,
    cookie: (name) => cookieOf(event, name),
    json: (maxBytes) => readJson(event, maxBytes),
    text: () => readBytes(event).toString("utf8"),
    form: () => (isForm(event.headers["content-type"]) ? readForm(event) : undefined),
    anyForm: async () => readAnyForm(event),
    optionalJson: () => (event.body === undefined || event.body === "" ? undefined : readJson(event)),
  };
}

/** The gateway gives cookies apart from the headers; other hosts may not. */
function cookieOf({ cookies, headers }: APIGatewayProxyEventV2, name: string): string | undefined {
  const all = cookies ?? (headers["cookie"] ?? "").split(";");
  const found = all.map((one) => one.trim()).find((one) => one.startsWith(`${name}=`));
  return found?.slice(name.length + 1);
}

function readBytes(event: APIGatewayProxyEventV2, maxBytes = MAX_BODY_BYTES): Buffer {
  const bytes = Buffer.from(event.body ?? "", event.isBase64Encoded ? "base64" : "utf8");
  if (bytes.byteLength > maxBytes) {
    throw new RefusedRequest("too-large", { values: { limit: String(maxBytes / 1024) } });
  }
  return bytes;
}

/** Fields left empty are absent; one that is sent twice counts as it was sent last. */
function readForm(event: APIGatewayProxyEventV2): Record<string, string> {
  const fields = [...new URLSearchParams(readBytes(event).toString("utf8"))];
  return Object.fromEntries(fields.filter(([, value]) => value !== ""));
}

/** A body with files: what a function may be given at all (6 MB as base64). */
const MAX_MULTIPART_BYTES = 6 * 1024 * 1024;

async function readAnyForm(event: APIGatewayProxyEventV2): Promise<SentForm | undefined> {
  const type = event.headers["content-type"];
  if (isForm(type)) return { fields: unified(readForm(event)), files: [] };
  if (type === undefined || !/^multipart\/form-data\s*;/i.test(type.trim())) return undefined;
  const bytes = readBytes(event, MAX_MULTIPART_BYTES);
  const fields: Record<string, string> = {};
  const files: SentFile[] = [];
  for (const [field, value] of await multipart(bytes, type)) {
    if (typeof value === "string") {
      if (value !== "") fields[field] = value;
    } else if (value.size > 0) {
      files.push({ field, name: value.name, content: new Uint8Array(await value.arrayBuffer()) });
    }
  }
  return { fields: unified(fields), files };
}

async function multipart(bytes: Buffer, type: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(bytes), { headers: { "content-type": type } }).formData();
  } catch (cause) {
    // TypeError of the parser: the sender's.
    throw new RefusedRequest("bad-form", {}, cause);
  }
}

/** Browsers send line ends of text fields as CR LF, whatever was typed. */
function unified(fields: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, value.replaceAll("\r\n", "\n")]),
  );
}

function isForm(contentType: string | undefined): boolean {
  return /^application\/x-www-form-urlencoded\s*(;|$)/i.test(contentType?.trim() ?? "");
}

function readJson(event: APIGatewayProxyEventV2, maxBytes?: number): unknown {
  const bytes = readBytes(event, maxBytes);
  if (!isJson(event.headers["content-type"])) throw new RefusedRequest("unsupported-media-type");
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return value;
  } catch (cause) {
    // SyntaxError of JSON.parse, TypeError of the decoder: both are the sender's.
    throw new RefusedRequest("bad-json", {}, cause);
  }
}

const jsonType = /^application\/(json|[\w.+-]+\+json)\s*(;\s*charset\s*=\s*"?utf-?8"?\s*)?$/i;

function isJson(contentType: string | undefined): boolean {
  return contentType !== undefined && jsonType.test(contentType.trim());
}

function defined(values: Readonly<Record<string, string | undefined>> | undefined): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [name, value] of Object.entries(values ?? {})) {
    if (value !== undefined) result[name] = value;
  }
  return result;
}
