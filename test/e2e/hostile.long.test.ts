import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import * as z from "zod";
import { expected } from "../../infra/demo/client.ts";
import { problemBody } from "../../lib/contracts/core/problem.ts";
import { isWireProblem } from "../../lib/contracts/problems.ts";
import { type Route, routes } from "../../lib/contracts/routes.ts";
import { type Asked, requestsTo } from "../adapters/http/fuzz/requests.ts";
import { type Desk, newDirectory, openDesk, removeDirectory } from "./desk.ts";

/*
 * Hostile requests to every route of the running stack, by whoever calls: what the tables' engine, the gateway and the grants say
 * to them is answered as a refusal with a code. The routes in memory have their own (test/adapters/http/routes.fuzz.test.ts).
 */

/** Requests per route; more by `FUZZ_RUNS`, others by `FUZZ_SEED`. */
const runs = Number(process.env["FUZZ_RUNS"] ?? 8);
const seed = Number(process.env["FUZZ_SEED"] ?? 20260213);
/** API Gateway gives up after 29 s: an answer has to come well before. */
const PATIENCE_MS = 20_000;

type Headers = Readonly<Record<string, string>>;

let desk: Desk;
let callers: readonly Headers[];
let material: Parameters<typeof requestsTo>[1];
beforeAll(async () => {
  desk = await openDesk(await newDirectory(), "2026-09-30T01:00:00.000Z");
  const answer = await desk.client.asSystem("call-centre", "/channels/phone/complaints", {
    projectId: "forest-lake",
    sourceId: "hostile-1",
    matter: "电梯停运",
    complainant: { phone: "13733334444" },
  });
  const { id, number } = expected(
    answer,
    [201],
    "a complaint",
    z.object({ id: z.string(), number: z.string() }),
  );
  await desk.reacted();
  const people = ["headquarters", "lake-manager"];
  const tokens = await Promise.all(people.map((person) => desk.cloud.tokenFor(person)));
  const key = desk.cloud.company.channelKeys.find(({ system }) => system === "call-centre")?.key ?? "";
  callers = [...tokens.map((token) => ({ authorization: `Bearer ${token}` })), { "x-api-key": key }, {}];
  material = {
    names: {
      "complaints.id": [id],
      "projects.id": ["forest-lake"],
      projectId: ["forest-lake"],
      channel: ["phone"],
      month: ["2026-08", "2026-09"],
    },
    links: [{ number, secret: "not-the-secret" }],
  };
}, 240_000);
afterAll(async () => {
  await desk.close();
  await removeDirectory(desk.directory);
});

/** As it can stand on a wire: what no client is able to send is left out of the headers. */
function sendable(headers: Headers): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => /^[\x20-\x7e]*$/.test(value)));
}

function onTheWire(body: unknown): string | Uint8Array<ArrayBuffer> | undefined {
  if (body === undefined || typeof body === "string") return body;
  return body instanceof Uint8Array ? Uint8Array.from(body) : JSON.stringify(body);
}

async function ask(route: Route, { path, sent }: Asked, caller: Headers) {
  const { authorization: _token, "x-api-key": _key, ...headers } = sent.headers ?? {};
  const query = new URLSearchParams(sent.query ?? {}).toString();
  const body = onTheWire(sent.body);
  const response = await fetch(`${desk.cloud.baseUrl}${path}${query === "" ? "" : `?${query}`}`, {
    method: route.method,
    redirect: "manual",
    signal: AbortSignal.timeout(PATIENCE_MS),
    headers: sendable({ ...headers, ...caller }),
    ...(route.method === "GET" || body === undefined ? {} : { body }),
  });
  return {
    status: response.status,
    type: response.headers.get("content-type") ?? "",
    text: await response.text(),
  };
}

/** More than a gateway takes in addresses and headers is refused by it, without a word of the desk. */
const TOO_LONG = 431;

/** What is wrong with an answer, or undefined. */
function fault(route: Route, { status, type, text }: Awaited<ReturnType<typeof ask>>): string | undefined {
  if (status >= 500) return `${status}: ${text}`;
  if (status < 400 || status === TOO_LONG || type.startsWith("text/html")) return undefined;
  if (type.startsWith("application/problem+json")) {
    const { success, data } = problemBody.safeParse(JSON.parse(text));
    return success && isWireProblem(data.code) ? undefined : `no code: ${text}`;
  }
  return route.answers[status]?.kind === "json" ? undefined : `${status} as ${type}: ${text.slice(0, 200)}`;
}

async function faultOf(route: Route, asked: Asked, caller: Headers): Promise<string | undefined> {
  try {
    const answer = await ask(route, asked, caller);
    met.set(answer.status, (met.get(answer.status) ?? 0) + 1);
    return fault(route, answer);
  } catch (error) {
    return String(error);
  }
}

/** How often each status was met: a desk that refuses everything alike would show nothing. */
const met = new Map<number, number>();

it("whatever is sent to the running stack, by whomever, is answered in time, with a code where it is refused", async () => {
  const faults: string[] = [];
  for (const route of routes) {
    const all = fc.sample(requestsTo(route, material), { numRuns: runs, seed });
    for (const [turn, asked] of all.entries()) {
      const wrong = await faultOf(route, asked, callers[turn % callers.length] ?? {});
      if (wrong !== undefined)
        faults.push(`${route.method} ${route.path} ${JSON.stringify(asked).slice(0, 400)}: ${wrong}`);
    }
  }
  expect([faults, desk.failures]).toEqual([[], []]);
  for (const status of [200, 400, 401, 403, 404, 415]) expect([...met.keys()]).toContain(status);
}, 600_000);
