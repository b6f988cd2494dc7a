import { expect, test } from "vitest";
import { readService } from "../../../../../lib/adapters/http/services/service-body.ts";
import { serviceBodies } from "../../../../../lib/contracts/services/bodies.ts";
import { serviceNames, shownTerms } from "../../../../../lib/domain/services/terms.ts";
import { bodyOf, serviceForms, startOf } from "./forms.ts";

const typed = (kind: string, name: string) => {
  if (name === "aesKey") return "k".repeat(43);
  if (kind === "secret") return `hidden-${name}`;
  if (kind === "number") return "465";
  return kind === "url" ? "https://service.example/send" : `typed-${name}`;
};

test.each(serviceNames)(
  "%s: the form asks for what the service needs, and nothing secret comes back into it",
  (name) => {
    const fields = serviceForms[name];
    const values = Object.fromEntries(
      fields.map(({ name: field, kind, choices }) => [
        field,
        choices === undefined ? typed(kind, field) : (Object.keys(choices)[0] ?? ""),
      ]),
    );
    const body = bodyOf(fields, values);
    expect(serviceBodies[name].safeParse(body)).toMatchObject({ success: true });
    const shown = shownTerms(readService(name, body));
    expect(JSON.stringify(shown)).not.toMatch(/hidden-|kkk/);
    const again = startOf(fields, shown);
    for (const { name: field, kind } of fields)
      expect(again[field]).toBe(kind === "secret" ? "" : values[field]);
    // Left empty it is refused, never taken for what stood there.
    expect(serviceBodies[name].safeParse(bodyOf(fields, again)).success).toBe(false);
  },
);
