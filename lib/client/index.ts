import createClient, { type Client } from "openapi-fetch";
import type { components, paths } from "./schema.ts";

/** The bodies of the API by name (`ComplaintBody`, `Registered` …). */
export type Schemas = components["schemas"];

export interface DeskClientOptions {
  /** Where the desk is; no slash at the end. */
  readonly baseUrl: string;
  /** Of a channel system (`POST /channels/…`). */
  readonly key?: string;
  /** Of a person; asked anew for each request, so that it may be renewed. */
  readonly token?: () => string | Promise<string>;
  /** The language of refusals. */
  readonly language?: "zh" | "en";
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** What the desk refuses: `application/problem+json`, with a stable `code` and sentences for people. */
export class DeskRefusal extends Error {
  override readonly name = "DeskRefusal";
  readonly status: number;
  readonly problem: Schemas["Problem"];

  constructor(status: number, problem: Schemas["Problem"]) {
    super(`${status} ${problem.code}: ${problem.detail}`);
    this.status = status;
    this.problem = problem;
  }
}

/** The desk cannot be reached, or answers as no desk does: the same request may be sent again, with the same id or key. */
export class DeskUnavailable extends Error {
  override readonly name = "DeskUnavailable";
}

export type DeskClient = Client<paths>;

/** A client whose paths, bodies and answers are those of docs/openapi.json; it sends what it is given and repeats nothing. */
export function deskClient({ baseUrl, key, token, language, fetch }: DeskClientOptions): DeskClient {
  const client = createClient<paths>({ baseUrl, ...(fetch === undefined ? {} : { fetch }) });
  client.use({
    async onRequest({ request }) {
      if (key !== undefined) request.headers.set("x-api-key", key);
      if (token !== undefined) request.headers.set("authorization", `Bearer ${await token()}`);
      if (language !== undefined) request.headers.set("accept-language", language);
      return request;
    },
  });
  return client;
}

interface Answered<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** What an answer holds. Throws DeskRefusal for a refusal, DeskUnavailable where no desk has answered. */
export async function told<T>(asked: Promise<Answered<T>>): Promise<T> {
  let answer: Answered<T>;
  try {
    answer = await asked;
  } catch (cause) {
    throw new DeskUnavailable("no answer", { cause });
  }
  const { data, error, response } = answer;
  if (response.ok && data !== undefined) return data;
  if (isProblem(error)) throw new DeskRefusal(response.status, error);
  throw new DeskUnavailable(`answered ${response.status}`);
}

function isProblem(error: unknown): error is Schemas["Problem"] {
  return (
    typeof error === "object" &&
    error !== null &&
    "code" in error &&
    typeof error.code === "string" &&
    "detail" in error &&
    typeof error.detail === "string"
  );
}
