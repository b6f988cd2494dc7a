import createClient from "openapi-fetch";
import type { Language } from "../words/words.ts";
import { connection, learnConnection } from "./connection.ts";
import { isProblemBody, Refused, Unexpected, Unreachable } from "./problem.ts";
import type { paths } from "./schema.ts";
import { learnServerTime } from "./server-time.ts";
import type { Session } from "./session.ts";

export type Api = ReturnType<typeof createClient<paths>>;

/** Sends a request as the signed-in person. Throws Unreachable. */
export type Send = (request: Request) => Promise<Response>;

/** With a good token, once more after a refused one, waiting for a new sign-in where the issuer wants one. */
export function sender(session: Session, language: () => Language): Send {
  return async (request) => {
    request.headers.set("accept-language", language());
    const token = await session.token();
    const answer = await sent(request.clone(), token);
    if (answer.status !== 401) return answer;
    return sent(request, (await session.renewed(token)).accessToken);
  };
}

/** The API with the types of its description. */
export function apiClient(send: Send): Api {
  return createClient<paths>({ baseUrl: location.origin, fetch: send });
}

async function sent(request: Request, token: string): Promise<Response> {
  request.headers.set("authorization", `Bearer ${token}`);
  let answer: Response;
  try {
    answer = await fetch(request);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    connection.lost();
    throw new Unreachable("no answer", { cause: error });
  }
  learnConnection(answer.status);
  learnServerTime(answer.headers.get("x-server-time"));
  return answer;
}

interface Result<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** The body of a plain request's success. Throws Refused, Unreachable or Unexpected. */
export async function answered<T>(sending: Promise<Response>): Promise<T> {
  const response = await sending;
  if (response.ok) {
    const data: T = await response.json();
    return data;
  }
  const error: unknown = await response.json().catch(() => undefined);
  throw isProblemBody(error) ? new Refused(error) : new Unexpected(response.status);
}

/** The body of a success. Throws Refused, Unreachable or Unexpected. */
export async function body<T>(result: Promise<Result<T>>): Promise<T> {
  const { data, error, response } = await result;
  if (data !== undefined) return data;
  if (isProblemBody(error)) throw new Refused(error);
  throw new Unexpected(response.status);
}
