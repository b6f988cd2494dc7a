import { Unreachable } from "../api/problem.ts";
import { learnServerTime, serverNow } from "../api/server-time.ts";
import type { Language } from "../words/words.ts";
import { takeAsked } from "./asked.ts";
import type { Get } from "./jobs/fetch.ts";
import type { Answer, Wire } from "./outbox/drain.ts";
import { type PhoneSession, SignInNeeded } from "./phone-session.ts";

/** A request that nobody answers is given up after so long: it may have arrived, and is sent again under its key. */
const patienceMs = 30_000;

const serverTime = "x-server-time";

export interface Server {
  readonly get: Get;
  readonly post: <T>(
    path: string,
    body: object,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Answer<T>>;
}

/** The API as the signed-in person. Throws Unreachable and SignInNeeded. */
export function server(session: PhoneSession, language: () => Language): Server {
  const ask = async <T>(path: string, init: RequestInit): Promise<Answer<T>> => {
    const token = await tokenOf(session);
    let response = await sent(path, init, token, language());
    if (response.status === 401) {
      response = await sent(path, init, await renewedOf(session, token), language());
      if (response.status === 401) throw new SignInNeeded("the token is refused");
    }
    return answerOf<T>(response);
  };
  return {
    get: (path) => ask(path, {}),
    post: (path, body, headers = {}) =>
      ask(path, {
        method: "POST",
        headers: { ...headers, "content-type": "application/json" },
        body: JSON.stringify(body),
      }),
  };
}

/** How the outbox speaks with the server. */
export function wire({ get, post }: Server): Wire {
  return {
    announce: ({ name, type, size }) => post("/uploads", { fileName: name, contentType: type, size }),
    put: async ({ type, upload }, bytes) => {
      if (upload === undefined) throw new TypeError("a file that was not announced");
      const response = await reached(() =>
        fetch(upload.url, {
          method: "PUT",
          headers: { "content-type": type },
          body: bytes,
          signal: AbortSignal.timeout(patienceMs * 4),
        }),
      );
      return response.ok
        ? { ok: true, value: undefined, at: now() }
        : { ok: false, refusal: { status: response.status, code: "upload-refused", detail: "" } };
    },
    command: ({ complaintId, command, key }, body) =>
      post(`/complaints/${encodeURIComponent(complaintId)}/commands/${command}`, body, {
        "idempotency-key": key,
      }),
    complaint: (id) => get(`/complaints/${encodeURIComponent(id)}`),
    history: (id) => get(`/complaints/${encodeURIComponent(id)}/history`),
  };
}

function now(): string {
  return new Date(serverNow()).toISOString();
}

/** A lost network while the token is renewed is a lost network. */
async function tokenOf(session: PhoneSession): Promise<string> {
  return reached(() => session.token());
}

async function renewedOf(session: PhoneSession, token: string): Promise<string> {
  return reached(async () => (await session.renewed(token)).accessToken);
}

async function reached<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof SignInNeeded || error instanceof Unreachable) throw error;
    throw new Unreachable("no answer", { cause: error });
  }
}

async function sent(path: string, init: RequestInit, token: string, language: Language): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set("authorization", `Bearer ${token}`);
  headers.set("accept-language", language);
  const ask = () => fetch(path, { ...init, headers, signal: AbortSignal.timeout(patienceMs) });
  // What was asked before and got lost is asked again.
  const early = init.method === undefined ? takeAsked(path)?.catch(ask) : undefined;
  const response = await reached(() => early ?? ask());
  const at = response.headers.get(serverTime);
  // A gateway or the sign-in page of a guest network answers too: only what our server says counts.
  if (at === null) throw new Unreachable("an answer of somebody else");
  learnServerTime(at);
  return response;
}

async function answerOf<T>(response: Response): Promise<Answer<T>> {
  // An answer that breaks off in the middle is none.
  const body = await reached(() => response.json()).catch((error: unknown) => {
    if (response.ok) throw error;
    return undefined;
  });
  if (response.ok) {
    const value: T = body;
    return { ok: true, value, at: response.headers.get(serverTime) ?? now() };
  }
  return { ok: false, refusal: { status: response.status, ...named(body) } };
}

function named(body: unknown): { readonly code: string; readonly detail: string } {
  const problem = typeof body === "object" && body !== null ? body : {};
  const code = "code" in problem && typeof problem.code === "string" ? problem.code : "unknown";
  const detail = "detail" in problem && typeof problem.detail === "string" ? problem.detail : "";
  return { code, detail };
}
