import type * as z from "zod";
import { deskClient, type DeskClient as TypedClient } from "../../lib/client/index.ts";
import type { LocalCloud } from "../local/host/index.ts";

/** An answer the demo did not expect. */
export class UnexpectedAnswer extends Error {
  override readonly name = "UnexpectedAnswer";
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** A token lives half a virtual day; a new one is fetched well before that. */
const tokenMs = 10 * 3_600_000;

/** Speaks HTTP to the desk, as a channel system with its key or as a person with a token. */
export class DemoClient {
  readonly #cloud: Pick<LocalCloud, "baseUrl" | "company" | "engine" | "tokenFor">;
  readonly #tokens = new Map<string, { readonly token: string; readonly until: number }>();

  constructor(cloud: Pick<LocalCloud, "baseUrl" | "company" | "engine" | "tokenFor">) {
    this.#cloud = cloud;
  }

  /** Throws RangeError for a system without a key. */
  asSystem(system: string, path: string, body: unknown): Promise<Answer> {
    return this.#send("POST", path, { "x-api-key": this.#keyOf(system) }, body);
  }

  /** The typed client (client/) as a person has it. */
  as(id: string): TypedClient {
    return deskClient({ baseUrl: this.#cloud.baseUrl, token: () => this.#token(id) });
  }

  #keyOf(system: string): string {
    const found = this.#cloud.company.channelKeys.find((one) => one.system === system);
    if (found === undefined) throw new RangeError(`no key of system ${system}`);
    return found.key;
  }

  async asPerson(
    id: string,
    method: "GET" | "POST" | "PUT",
    path: string,
    body?: unknown,
    idempotencyKey?: string,
  ): Promise<Answer> {
    return this.#send(
      method,
      path,
      {
        authorization: `Bearer ${await this.#token(id)}`,
        ...(idempotencyKey === undefined ? {} : { "idempotency-key": idempotencyKey }),
      },
      body,
    );
  }

  /** GET as a person, checked against the contract. Throws UnexpectedAnswer. */
  async read<T>(id: string, path: string, schema: z.ZodType<T>): Promise<T> {
    const answer = await this.asPerson(id, "GET", path);
    return expected(answer, [200], path, schema);
  }

  /** Follows the link of `GET /reports/{month}/{file}` and returns the file. */
  async download(id: string, path: string): Promise<Uint8Array> {
    const response = await fetch(`${this.#cloud.baseUrl}${path}`, {
      headers: { authorization: `Bearer ${await this.#token(id)}` },
      redirect: "manual",
    });
    const link = response.headers.get("location");
    if (response.status !== 302 || link === null) {
      throw new UnexpectedAnswer(`${path} answered ${response.status} ${await response.text()}`);
    }
    const file = await fetch(link);
    if (!file.ok) throw new UnexpectedAnswer(`the link of ${path} answered ${file.status}`);
    return new Uint8Array(await file.arrayBuffer());
  }

  async #token(id: string): Promise<string> {
    const now = this.#cloud.engine.now();
    const known = this.#tokens.get(id);
    if (known !== undefined && known.until > now) return known.token;
    const token = await this.#cloud.tokenFor(id);
    this.#tokens.set(id, { token, until: now + tokenMs });
    return token;
  }

  async #send(
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    body: unknown,
  ): Promise<Answer> {
    const response = await fetch(`${this.#cloud.baseUrl}${path}`, {
      method,
      headers: body === undefined ? headers : { ...headers, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const json: unknown = text === "" ? undefined : JSON.parse(text);
    return { status: response.status, body: json };
  }
}

/** The body of an answer with one of these statuses. Throws UnexpectedAnswer with what came instead. */
export function expected<T>(
  { status, body }: Answer,
  statuses: readonly number[],
  what: string,
  schema: z.ZodType<T>,
): T {
  const parsed = statuses.includes(status) ? schema.safeParse(body) : undefined;
  if (parsed?.success === true) return parsed.data;
  throw new UnexpectedAnswer(
    `${what} answered ${status}: ${JSON.stringify(body)} ${parsed?.error?.message ?? ""}`,
  );
}
