import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { problemBody } from "../../../lib/contracts/core/problem.ts";
import type { Route } from "../../../lib/contracts/core/route.ts";
import { routes } from "../../../lib/contracts/routes.ts";
import { viewOf } from "../../../lib/contracts/views.ts";
import { bodiesFor } from "../../support/bodies.ts";
import { type Answered, type Sent } from "../../support/http.ts";
import { people } from "../../support/organisation.ts";
import { apis, as, withKey } from "./support.ts";

/** Requests per route: enough for a first look in every run of the suite, many more by `FUZZ_RUNS`. */
const runs = Number(process.env["FUZZ_RUNS"] ?? 25);

const hostile = fc.constantFrom(
  "x",
  "a".repeat(2000),
  "a\u0000b",
  "\u0000",
  "%",
  "%E4%BD",
  "%00",
  "..%2F..%2Fx",
  "电梯",
  "\ud800",
  "9".repeat(400),
  "-1",
  "1e400",
  "__proto__",
  "constructor",
  "abc",
  "e30",
  "{}",
  "[]",
  "null",
  "2026-01",
  "2026-13",
  "0000-01",
  "9999-12",
  "project-1",
  "W001",
);

/** Path parameters of the route: good names as far as its schema knows them, hostile ones otherwise. */
function pathsOf({ path, params }: Route): fc.Arbitrary<string> {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");
  const shape = params instanceof z.ZodObject ? params.shape : {};
  const values = names.map((name) => {
    const schema = shape[name];
    const good = schema instanceof z.ZodEnum ? schema.options.map(String) : ["project-1", "2026-01", "W001"];
    return fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...good) }, { weight: 1, arbitrary: hostile });
  });
  return fc
    .tuple(...values)
    .map((given) =>
      names.reduce((line, name, index) => line.replace(`{${name}}`, encoded(given[index] ?? "")), path),
    );
}

/** As a client would send it; what is broken already stays broken. */
function encoded(value: string): string {
  return value.startsWith("%") ? value : value.isWellFormed() ? encodeURIComponent(value) : "%ED%A0%80";
}

function queriesOf({ query }: Route): fc.Arbitrary<Record<string, string>> {
  const names = query instanceof z.ZodObject ? Object.keys(query.shape) : [];
  const values = fc.oneof(hostile, fc.constantFrom("project-1", "2026-01", "true", "xlsx", "5"));
  return fc.dictionary(fc.constantFrom(...names, "nonsense"), values, { maxKeys: 3 });
}

function sentTo(route: Route): fc.Arbitrary<Sent> {
  const bodies = route.bodies === undefined ? [route.body] : Object.values(route.bodies.of);
  const good = fc.oneof(...bodies.map((schema) => anything(schema)));
  const body = fc.oneof(
    { weight: 6, arbitrary: good },
    { weight: 1, arbitrary: fc.constantFrom("{", "", '{"__proto__":1}', "1e999", "[".repeat(5000)) },
    { weight: 1, arbitrary: fc.jsonValue() },
  );
  const type = fc.constantFrom(
    "application/json",
    "application/json",
    "application/json",
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "application/json; charset=gbk",
    "",
  );
  const person = fc.constantFrom(people.headquarters, people.manager, people.clerk);
  const key = fc.constantFrom("key-1", "a".repeat(300), "钥匙", "");
  const accept = fc.constantFrom("application/json", "text/html", "*/*");
  return fc
    .record({ body, type, person, key, accept, query: queriesOf(route) })
    .map(({ body: given, type: contentType, person: who, key: idempotency, accept: wanted, query }) => ({
      query,
      headers: {
        ...(route.who.kind === "staff" ? as(who) : withKey("key-of-everything")),
        "idempotency-key": idempotency,
        "content-type": contentType,
        accept: wanted,
      },
      ...(route.method === "GET" ? {} : { body: given }),
    }));
}

/** Bodies by a schema; of one that the generator cannot follow, any JSON. */
function anything(schema: z.ZodType): fc.Arbitrary<unknown> {
  try {
    return bodiesFor(schema, { projectId: ["project-1", "nobody's"], version: [1, 0, -1, 2 ** 60] });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return fc.jsonValue();
  }
}

/** What is wrong with an answer; nothing, if it keeps to the route's definition. */
function fault(route: Route, { status, headers, text, json }: Answered): string | undefined {
  const type = headers["content-type"] ?? "";
  if (status >= 500) return `${status}: ${text}`;
  const declared = route.answers[status];
  const pages = Object.values(route.answers).some((one) => one.kind === "page" || "page" in one);
  if (type.startsWith("text/html")) return pages ? undefined : `a page: ${text}`;
  // A refusal that a route declares in a form of its own (OAuth's), else a problem.
  if (status >= 400 && (declared?.kind !== "json" || type.startsWith("application/problem"))) {
    if (!type.startsWith("application/problem+json")) return `${status} as ${type}`;
    const { success, error, data } = problemBody.safeParse(json);
    if (!success) return error.message;
    return data.status === status && !/\{[a-z]\w*\}/i.test(data.detail) ? undefined : `told: ${text}`;
  }
  if (declared === undefined) return `${status} is not declared`;
  if (declared.kind !== "json") return undefined;
  return viewOf(declared.view).safeParse(json).error?.message;
}

describe("whatever is sent", () => {
  it.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
    "%s answers as declared or refuses with a problem, never with a fault of ours",
    async (_, route) => {
      const requests = fc.tuple(pathsOf(route), sentTo(route));
      await fc.assert(
        fc.asyncProperty(requests, async ([path, sent]) => {
          const api = apis();
          const answer = await api.call(route.function)(`${route.method} ${path}`, sent);
          expect(fault(route, answer)).toBeUndefined();
        }),
        { numRuns: runs, seed: 20260213 },
      );
    },
  );
});
