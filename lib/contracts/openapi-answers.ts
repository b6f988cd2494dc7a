import { problemBody } from "./core/problem.ts";
import type { AnyAnswer } from "./core/route.ts";
import type { Bilingual } from "./problems/text.ts";
import { viewOf } from "./views.ts";

/** Every route refuses in one form. */
export const refused = {
  id: "Refused",
  description: "未受理 Refused",
  content: { "application/problem+json": { schema: problemBody } },
};

/** What a route gives when it does as asked, by the kind of its answer. */
export function success(answer: AnyAnswer) {
  const description = both(answer.description);
  const text = { schema: { type: "string" as const } };
  switch (answer.kind) {
    case "json": {
      const json = { "application/json": { schema: viewOf(answer.view) } };
      return { description, content: "page" in answer ? { ...json, "text/html": text } : json };
    }
    case "link":
      return { description, headers: { Location: text } };
    case "asset":
    case "file":
      return {
        description,
        content: { "application/octet-stream": { schema: { type: "string" as const, format: "binary" } } },
      };
    case "page":
      return { description, content: { "text/html": text } };
  }
}

/** One text in both languages, Chinese first. */
export function both({ zh, en }: Bilingual): string {
  return `${zh} ${en}`;
}
