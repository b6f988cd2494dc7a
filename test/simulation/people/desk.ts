import type { Model } from "../checks/model.ts";
import type { SimulatedFunction } from "../engine/build.ts";
import { type Company, keyOf } from "../engine/company.ts";

export interface Answer {
  readonly status: number;
  // What people see of the desk is what its JSON says; the contract tests check its shape.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly json: any;
}

export interface Asked {
  readonly fn: SimulatedFunction;
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly as: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** The door to the desk: HTTP requests through the gateway to a function, as people and systems send them. */
export class Desk {
  readonly #company: Company;
  readonly #model: Model;
  #requests = 0;

  constructor(company: Company, model: Model) {
    this.#company = company;
    this.#model = model;
  }

  /** While a release before is at work nobody gives commands that it does not read (docs/upgrade.md). */
  isGiven(command: string): boolean {
    const isMixed = this.#company.ground.builds.length > 1;
    return !isMixed || (command !== "statement" && command !== "send-link");
  }

  get now(): number {
    return this.#company.time.now;
  }

  /** Waits until an instant of the virtual clock. */
  until(at: number): Promise<void> {
    return new Promise((resolve) => {
      this.#company.time.at(at, resolve);
    });
  }

  pause(milliseconds: number): Promise<void> {
    return this.until(this.now + milliseconds);
  }

  /** One request; undefined when no answer came. */
  async #once({ fn, method, path, headers, body }: Asked): Promise<Answer | undefined> {
    this.#requests += 1;
    const url = new URL(path, "https://desk.example");
    const query = Object.fromEntries(url.searchParams);
    const outcome = await this.#company.invoke(fn, {
      version: "2.0",
      routeKey: `${method} ${url.pathname}`,
      rawPath: url.pathname,
      rawQueryString: url.search.slice(1),
      headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
      ...(url.search === "" ? {} : { queryStringParameters: query }),
      requestContext: {
        requestId: `request-${this.#requests}`,
        http: {
          method,
          path: url.pathname,
          protocol: "HTTP/1.1",
          sourceIp: "192.0.2.1",
          userAgent: "simulation",
        },
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      isBase64Encoded: false,
    });
    if (!outcome.ok) return undefined;
    const {
      statusCode,
      body: text = "",
      headers: sent = {},
    } = outcome.payload as { statusCode: number; body?: string; headers?: Record<string, string> };
    const isJson = sent["content-type"]?.includes("json") ?? false;
    return { status: statusCode, json: isJson && text !== "" ? JSON.parse(text) : undefined };
  }

  /** Asks until there is an answer that means something, a few times; undefined when people give up. */
  async ask(asked: Asked, patience = 6): Promise<Answer | undefined> {
    for (let attempt = 0; attempt < patience; attempt += 1) {
      const answer = await this.#once(asked);
      this.#model.answered(asked, answer);
      if (answer !== undefined && answer.status < 500 && answer.status !== 429) return answer;
      await this.pause(20_000 * (attempt + 1) ** 2);
    }
    return undefined;
  }

  asPerson(
    id: string,
    method: string,
    path: string,
    body?: unknown,
    key?: string,
    fn: SimulatedFunction = "staff-api",
  ) {
    const headers = {
      authorization: `Bearer token-${id}`,
      ...(key === undefined ? {} : { "idempotency-key": key }),
    };
    return this.ask({ fn, method, path, as: id, headers, body });
  }

  asSystem(system: string, path: string, body: unknown) {
    return this.ask(
      { fn: "channels-api", method: "POST", path, as: system, headers: { "x-api-key": keyOf(system) }, body },
      10,
    );
  }

  asAnybody(method: string, path: string, body?: unknown) {
    return this.ask({ fn: "public-api", method, path, as: "anybody", headers: {}, body });
  }
}
