import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Field } from "./fields.tsx";
import type { FieldSchema } from "./schema.ts";

/** One of each kind of control that a form can be made of, but those that ask the API while they are drawn. */
const kinds: readonly (readonly [name: string, schema: FieldSchema])[] = [
  ["reason", { type: "string", maxLength: 100 }],
  ["reason", { type: "string", maxLength: 2000 }],
  ["until", { type: "string", format: "date-time" }],
  ["receivedOn", { type: "string", format: "date" }],
  ["days", { type: "integer" }],
  ["level", { type: "string", enum: ["A", "B", "C"] }],
  ["cause", { type: "string", enum: ["1", "2", "3", "4", "5", "6", "7"] }],
  ["solved", { type: "boolean" }],
  ["grade", { type: "integer" }],
  ["complainant", { type: "object", properties: { name: { type: "string" } } }],
  ["actions", { type: "array", items: { type: "string" } }],
  ["nodes", { type: "array", items: { type: "object" } }],
  ["classCode", { type: "string" }],
];

test.each(kinds)("what the server says about %s (%o) stands at it", (name, schema) => {
  const markup = renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <Field
        path={name}
        name={name}
        command="resolve"
        schema={schema}
        required={false}
        value={undefined}
        set={() => undefined}
        projectId="forest-lake"
        timeZone="Asia/Shanghai"
        faults={new Map([[name, "请填写"]])}
      />
    </QueryClientProvider>,
  );
  const [, id] = /class="fault"[^>]*id="([^"]+)"[^>]*>请填写/.exec(markup) ?? [];
  expect(id).toBeDefined();
  expect(markup).toContain(`aria-describedby="${id}"`);
});
