import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { problemBody } from "../../../lib/contracts/core/problem.ts";
import type { Route } from "../../../lib/contracts/core/route.ts";
import { isWireProblem } from "../../../lib/contracts/problems.ts";
import { routes } from "../../../lib/contracts/routes.ts";
import { viewOf } from "../../../lib/contracts/views.ts";
import type { Answered } from "../../support/http.ts";
import { type Asked, requestsTo } from "./fuzz/requests.ts";
import { type Standing, standing } from "./fuzz/standing.ts";

/** Requests per route: enough for a first look in every run of the suite, many more by `FUZZ_RUNS`. */
const runs = Number(process.env["FUZZ_RUNS"] ?? 25);
const seed = Number(process.env["FUZZ_SEED"] ?? 20260213);

let desk: Standing;
beforeAll(async () => {
  desk = await standing();
});

/** What is wrong with an answer; nothing, if it keeps to the route's definition. */
function fault(route: Route, asked: Asked, { status, headers, text, json }: Answered): string | undefined {
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
    if (!isWireProblem(data.code)) return `no code: ${data.code}`;
    return data.status === status && !hasPlaces(asked, data.detail) ? undefined : `told: ${text}`;
  }
  if (declared === undefined) return `${status} is not declared`;
  if (declared.kind !== "json") return undefined;
  return viewOf(declared.view).safeParse(json).error?.message;
}

/** The refusal in both languages: one status and one code, sentences of their own. */
function faultInWords(zh: Answered, en: Answered): string | undefined {
  // Pages and OAuth's own refusals have no sentences of ours.
  if (zh.json?.detail === undefined && en.json?.detail === undefined) return undefined;
  if (zh.status !== en.status || zh.json.code !== en.json.code) return `${zh.text} but ${en.text}`;
  if (zh.headers["content-language"] !== "zh" || en.headers["content-language"] !== "en")
    return "no language";
  const isChinese = /\p{Script=Han}/u;
  if (!isChinese.test(zh.json.title) || !isChinese.test(zh.json.detail)) return `not Chinese: ${zh.text}`;
  return isChinese.test(en.json.title) ? `not English: ${en.text}` : undefined;
}

/** Places of a sentence that nobody filled, unless the request itself wrote them. */
function hasPlaces(asked: Asked, detail: string): boolean {
  return /\{[a-z]\w*\}/i.test(detail) && !JSON.stringify(asked).includes("{x}");
}

async function ask(route: Route, { path, sent }: Asked, language: string): Promise<Answered> {
  const headers = { ...sent.headers, "accept-language": language };
  return desk.api.call(route.function)(`${route.method} ${path}`, { ...sent, headers });
}

describe("whatever is sent, by whomever", () => {
  it.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
    "%s answers as declared, or refuses with a code in two languages and changes nothing",
    async (_, route) => {
      await fc.assert(
        fc.asyncProperty(requestsTo(route, desk), async (asked) => {
          desk.restore();
          const before = desk.digest();
          const answer = await ask(route, asked, "zh-CN");
          expect(fault(route, asked, answer)).toBeUndefined();
          if (answer.status < 400) return;
          expect(faultInWords(answer, await ask(route, asked, "en"))).toBeUndefined();
          expect([answer.text, desk.digest() === before]).toEqual([answer.text, true]);
        }),
        { numRuns: runs, seed },
      );
    },
  );
});
