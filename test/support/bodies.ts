import fc from "fast-check";
import * as z from "zod";

/** What a schema of a request says of a value, as far as requests use it. */
export interface Shape {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly additionalProperties?: Shape | boolean;
  readonly propertyNames?: Shape;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly prefixItems?: readonly Shape[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** Values that a field of this name may really have, beside those that its schema admits. */
export type Known = Readonly<Record<string, readonly unknown[]>>;

/** Texts that break what takes them for something else: paths, keys, cursors, numbers, markup, halves of characters. */
export const hostileTexts = [
  "",
  "   ",
  "x",
  "\u0000",
  "a\u0000b",
  "\uD800",
  "电\uDC00梯",
  "😀".repeat(2500),
  "a".repeat(2000),
  "x".repeat(5000),
  "__proto__",
  "constructor",
  "toString",
  "%",
  "%E4%BD",
  "%00",
  "%252F",
  "..%2F..%2Fx",
  "../../x",
  "#",
  "a#b",
  "+",
  "null",
  "undefined",
  "NaN",
  "-1",
  "1e400",
  "9".repeat(400),
  "{}",
  "[]",
  "e30",
  "eyJwayI6IngifQ",
  "\u202E\u200B\uFEFF",
  "0000-01",
  "2026-13",
  "9999-12",
  "2026-02-30",
  "9999-12-31T23:59:59Z",
  "0000-01-01T00:00:00Z",
  "2026-02-30T10:00:00+08:00",
  "'; --",
  "<script>",
] as const;

export const hostile = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<unknown>(...hostileTexts) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<unknown>(
      Number.MAX_SAFE_INTEGER,
      Number.MAX_VALUE,
      2 ** 53,
      -1,
      -0,
      0.5,
      1e-300,
      null,
      [],
      {},
      [[]],
      [null],
      { length: 1 },
      true,
      Array.from({ length: 2000 }, () => "x"),
    ),
  },
);

const words = [
  "今晚修复",
  "电梯，3 号楼 <b>",
  "a\nb",
  "😀",
  "00",
  "nobody",
  "'; --",
  "{{x}} ${x}",
  "\uD800电",
  "__proto__",
  "=1+1",
  "\u202Egnp",
] as const;
const instants = fc.constantFrom(
  "2026-02-13T01:00:00Z",
  "2026-02-13T10:00:00+08:00",
  "2026-02-14T10:00:00.5+08:00",
  "2026-03-20T10:00:00-11:00",
  "2000-01-01T00:00:00Z",
  "2199-12-31T23:59:59Z",
  "9998-12-31T23:59:59Z",
);
const byFormat: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  "date-time": instants,
  date: fc.constantFrom("2026-02-13", "2026-02-28", "2000-02-29", "2199-12-31", "0001-01-01"),
  email: fc.constantFrom("owner@home.example", `${"a".repeat(60)}@home.example`, "A+b@HOME.example"),
  uri: fc.constantFrom("https://hooks.example/a", "https://10.0.0.1/", "http://[::1]/", "file:///etc/passwd"),
  ipv4: fc.constantFrom("203.0.113.9", "0.0.0.0"),
  ipv6: fc.constantFrom("2001:db8::1", "::"),
  cidrv4: fc.constantFrom("203.0.113.0/24", "0.0.0.0/0"),
  cidrv6: fc.constantFrom("2001:db8::/32", "::/0"),
  base64: fc.constantFrom("", "AA==", "UEsDBBQAAAA=", "77u/6aG555uu", "0M8R4KGxGuE="),
};

/** Bodies for a request: most of them plausible, some with one hostile field, an unknown one, or no object at all. */
export function bodiesFor(schema: z.ZodType, known: Known): fc.Arbitrary<unknown> {
  const plausible = plausibleFor(schema, known);
  return fc.oneof(
    { weight: 8, arbitrary: plausible },
    {
      weight: 4,
      arbitrary: fc.tuple(plausible, fc.nat(), hostile).map(([body, at, value]) => spoilt(body, at, value)),
    },
    { weight: 1, arbitrary: hostile },
  );
}

/** Bodies of this shape, which is the schema's or less. JSON Schema says less than the schema does: of a few, the first that it really admits. */
export function plausibleFor(
  schema: z.ZodType,
  known: Known,
  shape: Shape = shapeOf(schema),
): fc.Arbitrary<unknown> {
  return fc
    .array(valuesOf(shape, known), { minLength: 8, maxLength: 8 })
    .map((few) => few.find((one) => schema.safeParse(one).success) ?? few[0]);
}

/** The values of one parameter of a path or query, as its schema admits them. */
export function fieldsFor(schema: z.ZodType, known: Known): Readonly<Record<string, fc.Arbitrary<unknown>>> {
  const { properties = {} } = shapeOf(schema);
  return Object.fromEntries(
    Object.entries(properties).map(([name, shape]) => [name, valuesOf(shape, known, name)]),
  );
}

/** The schema as JSON Schema with every reference replaced by what it names. */
export function shapeOf(schema: z.ZodType): Shape {
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
  if (shape.const !== undefined) return fc.constant(shape.const);
  if (shape.enum !== undefined) return fc.constantFrom(...shape.enum);
  const either = shape.anyOf ?? shape.oneOf;
  if (either !== undefined) return fc.oneof(...either.map((one) => valuesOf(one, known, name)));
  switch (shape.type) {
    case "object":
      return objectsOf(shape, known);
    case "array":
      return arraysOf(shape, known, name);
    case "integer":
      return fc.integer(span(shape));
    case "number":
      return fc.oneof(fc.integer(span(shape)), fc.constantFrom(0.1, 1e9));
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "string":
      return textsOf(shape);
    case undefined:
      return fc.jsonValue({ maxDepth: 2 });
    default:
      throw new TypeError(`no values for ${name}: ${JSON.stringify(shape)}`);
  }
}

function objectsOf(
  { properties = {}, required = [], additionalProperties, propertyNames }: Shape,
  known: Known,
): fc.Arbitrary<unknown> {
  const fields = Object.entries(properties);
  const own = fc.record(
    Object.fromEntries(fields.map(([field, of]) => [field, valuesOf(of, known, field)])),
    {
      requiredKeys: required.filter((field) => field in properties),
    },
  );
  if (typeof additionalProperties !== "object") return own;
  const keys = valuesOf(propertyNames ?? { type: "string", maxLength: 40 }, known).map(String);
  const more = fc.dictionary(keys, valuesOf(additionalProperties, known), { maxKeys: 3 });
  return fc.tuple(own, more).map(([named, others]) => ({ ...others, ...named }));
}

function arraysOf(
  { items = {}, prefixItems, minItems = 0, maxItems = 3 }: Shape,
  known: Known,
  name: string,
): fc.Arbitrary<unknown> {
  if (prefixItems !== undefined) return fc.tuple(...prefixItems.map((one) => valuesOf(one, known, name)));
  return fc.array(valuesOf(items, known, name.replace(/s$/, "")), {
    minLength: minItems,
    maxLength: Math.min(maxItems, minItems + 2),
  });
}

/** Texts of a format or pattern, else of the usual words, sometimes exactly as long as allowed or one longer. */
function textsOf({ format, pattern, minLength = 0, maxLength }: Shape): fc.Arbitrary<unknown> {
  const formatted = format === undefined ? undefined : byFormat[format];
  if (formatted !== undefined) return formatted;
  const fitting =
    pattern === undefined
      ? fc.constantFrom(...words).map((text) => text.slice(0, maxLength).padEnd(minLength, "字"))
      : fc.stringMatching(new RegExp(pattern, "u"));
  if (maxLength === undefined) return fitting;
  const edges = [minLength, maxLength, maxLength + 1].map((length) => "字".repeat(length));
  return fc.oneof({ weight: 8, arbitrary: fitting }, { weight: 1, arbitrary: fc.constantFrom(...edges) });
}

/** A hundred numbers at most, the smallest allowed ones. */
function span({ minimum = 0, maximum = minimum + 9 }: { minimum?: number; maximum?: number }) {
  const min = Math.max(Math.ceil(minimum), -(2 ** 31));
  return { min, max: Math.min(Math.floor(maximum), min + 100) };
}
