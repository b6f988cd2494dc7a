import fc from "fast-check";
import * as z from "zod";

/** What a schema of a request says of a value, as far as bodies use it. */
interface Shape {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** Values that a field of this name may really have, beside those that its schema admits. */
export type Known = Readonly<Record<string, readonly unknown[]>>;

const hostile = fc.constantFrom<unknown>(
  "",
  "   ",
  "\u0000",
  "\uD800",
  "😀".repeat(2500),
  "x".repeat(5000),
  "__proto__",
  "9999-12-31T23:59:59Z",
  "0000-01-01T00:00:00Z",
  "2026-02-30T10:00:00+08:00",
  Number.MAX_SAFE_INTEGER,
  -1,
  0.5,
  null,
  [],
  {},
  true,
);
const words = fc.constantFrom("今晚修复", "电梯，3 号楼 <b>", "a\nb", "😀", "00", "nobody", "'; --");
const instants = fc.constantFrom(
  "2026-02-13T01:00:00Z",
  "2026-02-13T10:00:00+08:00",
  "2026-02-14T10:00:00.5+08:00",
  "2026-03-20T10:00:00-11:00",
  "2000-01-01T00:00:00Z",
  "2199-12-31T23:59:59Z",
  "9998-12-31T23:59:59Z",
);

/** Bodies for a request: most of them plausible, some with one hostile field, an unknown one, or no object at all. */
export function bodiesFor(schema: z.ZodType, known: Known): fc.Arbitrary<unknown> {
  const plausible = valuesOf(shapeOf(schema), known);
  return fc.oneof(
    { weight: 8, arbitrary: plausible },
    {
      weight: 3,
      arbitrary: fc.tuple(plausible, fc.nat(), hostile).map(([body, at, value]) => spoilt(body, at, value)),
    },
    { weight: 1, arbitrary: hostile },
  );
}

/** The schema as JSON Schema with every reference replaced by what it names. */
function shapeOf(schema: z.ZodType): Shape {
  const { $defs = {}, ...shape } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  const inlined = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inlined);
    if (typeof value !== "object" || value === null) return value;
    const { $ref, ...rest } = value as Record<string, unknown>;
    const named = typeof $ref === "string" ? $defs[$ref.replace("#/$defs/", "")] : {};
    const entries = Object.entries({ ...named, ...rest });
    return Object.fromEntries(entries.map(([field, of]) => [field, inlined(of)]));
  };
  return inlined(shape) as Shape;
}

/** The body with another value in one of its fields, however deep; a field of no schema when there is none. */
function spoilt(body: unknown, at: number, value: unknown): unknown {
  if (typeof body !== "object" || body === null) return value;
  const fields = Object.keys(body);
  const field = fields[at % (fields.length + 1)];
  if (field === undefined) return { ...body, unheardOf: value };
  const old: unknown = Reflect.get(body, field);
  const next = typeof old === "object" && at % 2 === 0 ? spoilt(old, Math.floor(at / 7), value) : value;
  return Array.isArray(body) ? [next] : { ...body, [field]: next };
}

function valuesOf(shape: Shape, known: Known, name = ""): fc.Arbitrary<unknown> {
  const real = known[name];
  if (real !== undefined) return fc.constantFrom(...real);
  if (shape.enum !== undefined) return fc.constantFrom(...shape.enum);
  switch (shape.type) {
    case "object": {
      const fields = Object.entries(shape.properties ?? {});
      return fc.record(Object.fromEntries(fields.map(([field, of]) => [field, valuesOf(of, known, field)])), {
        requiredKeys: [...(shape.required ?? [])],
      });
    }
    case "array": {
      const { items = {}, minItems = 0, maxItems = 3 } = shape;
      return fc.array(valuesOf(items, known, name.replace(/s$/, "")), {
        minLength: minItems,
        maxLength: Math.min(maxItems, minItems + 2),
      });
    }
    case "integer":
      return fc.integer(span(shape));
    case "boolean":
      return fc.boolean();
    case "string":
      if (shape.format === "date-time") return instants;
      return words.map((text) => text.slice(0, shape.maxLength));
    default:
      throw new TypeError(`no values for ${name}: ${JSON.stringify(shape)}`);
  }
}

/** A hundred numbers at most, the smallest allowed ones. */
function span({ minimum = 0, maximum = minimum + 9 }: { minimum?: number; maximum?: number }) {
  return { min: minimum, max: Math.min(maximum, minimum + 100) };
}
