import * as z from "zod";
import { exampleValues } from "./example-values.ts";

type Schema = z.core.JSONSchema.BaseSchema;
/** A part of a schema; `true` and `false` say nothing an example could show. */
type Part = z.core.JSONSchema._JSONSchema;

/** all: whatever may be said. least: what must be said. some: what must be said, and the first thing that may be. */
type Extent = "all" | "some" | "least";

/**
 * An example of a body that the body's own schema takes: with everything that may be said where that goes together, else
 * with less. Undefined where no such example is found; a test says which routes then bring their own.
 */
export function exampleOf(body: z.ZodType): unknown {
  const described = z.toJSONSchema(body, { io: "input", unrepresentable: "any" });
  const extents: readonly Extent[] = ["all", "some", "least"];
  return extents
    .map((extent) => new Examples(described.$defs ?? {}, extent).of(described, ""))
    .find((example) => body.safeParse(example).success);
}

class Examples {
  readonly #defs: Readonly<Record<string, Schema>>;
  readonly #extent: Extent;

  constructor(defs: Readonly<Record<string, Schema>>, extent: Extent) {
    this.#defs = defs;
    this.#extent = extent;
  }

  of(described: Part, name: string): unknown {
    if (typeof described === "boolean") return null;
    const { $ref, anyOf, oneOf, allOf } = described;
    if ($ref !== undefined) return this.of(this.#defs[$ref.replace("#/$defs/", "")] ?? {}, name);
    if ("const" in described) return described.const;
    if (described.enum !== undefined) return oneOfThese(described.enum, name);
    const [choice] = anyOf ?? oneOf ?? [];
    if (choice !== undefined) return this.of(choice, name);
    if (allOf !== undefined) return Object.assign({}, ...allOf.map((part) => this.of(part, name)));
    switch (described.type) {
      case "object":
        return this.#object(described);
      case "array":
        return (described.prefixItems ?? [described.items ?? true].flat()).map((item) => this.of(item, name));
      case "string":
        return textFor(described, name);
      case "integer":
      case "number":
        return numberFor(described, name);
      case "boolean":
        return true;
      default:
        return null;
    }
  }

  #object({ properties = {}, required = [] }: Schema): Record<string, unknown> {
    const may = Object.keys(properties).filter(
      (name) => !required.includes(name) && isTelling(name, properties),
    );
    const chosen = this.#extent === "all" ? may : this.#extent === "some" ? may.slice(0, 1) : [];
    const said = Object.entries(properties).filter(
      ([name]) => required.includes(name) || chosen.includes(name),
    );
    return Object.fromEntries(said.map(([name, field]) => [name, this.of(field, name)]));
  }
}

/** Switches that are off by default, and what only a phone says, would make every example a special case. */
function isTelling(name: string, properties: Readonly<Record<string, Part>>): boolean {
  const part = properties[name];
  if (typeof part !== "object") return false;
  const { type, const: only } = part;
  return type !== "boolean" && only !== true && name !== "device";
}

function oneOfThese(values: readonly unknown[], name: string): unknown {
  const known = exampleValues[name];
  return values.includes(known) ? known : values[0];
}

function textFor({ format }: Schema, name: string): string {
  switch (format) {
    case "date-time":
      return "2026-11-30T10:00:00+08:00";
    case "date":
      return name === "to" ? "2026-12-03" : "2026-12-01";
    case "base64":
      return Buffer.from("房号,姓名\n5栋1单元103,王先生\n").toString("base64");
    default: {
      const known = exampleValues[name];
      return typeof known === "string" ? known : "示例";
    }
  }
}

function numberFor({ minimum }: Schema, name: string): number {
  const known = exampleValues[name];
  return typeof known === "number" ? known : Math.max(minimum ?? 1, 1);
}
