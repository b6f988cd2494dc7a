import type { Shape } from "../../../support/bodies.ts";

/** Where a field stands in a body: names of fields, `[]` for the first place of a list, `{}` for the first key of a record. */
export type FieldPath = readonly string[];

/** The fields of a body that take words which the sender chooses: no enumeration, no format, no pattern. */
export function wordFields(shape: Shape, path: FieldPath = []): FieldPath[] {
  const within = [
    ...variantsOf(shape).flatMap((one) => wordFields(one, path)),
    ...Object.entries(shape.properties ?? {}).flatMap(([name, of]) => wordFields(of, [...path, name])),
    ...(shape.items === undefined ? [] : wordFields(shape.items, [...path, "[]"])),
    ...(typeof shape.additionalProperties === "object"
      ? wordFields(shape.additionalProperties, [...path, "{}"])
      : []),
  ];
  const all = isWords(shape) ? [path, ...within] : within;
  return [...new Map(all.map((one) => [one.join("."), one])).values()];
}

const variantsOf = ({ anyOf, oneOf }: Shape) => anyOf ?? oneOf ?? [];

function isWords(shape: Shape): boolean {
  return (
    shape.type === "string" &&
    [shape.enum, shape.const, shape.format, shape.pattern].every((one) => one === undefined)
  );
}

/** The shape with what has to be there and this field, nothing else; undefined where it has no such field. */
export function onlyWith(shape: Shape, path: FieldPath): Shape | undefined {
  const variants = variantsOf(shape);
  if (variants.length > 0) {
    const fitting = variants.flatMap((one) => onlyWith(one, path) ?? []);
    return fitting.length === 0 ? undefined : { anyOf: fitting };
  }
  const [step, ...rest] = path;
  if (step === undefined) return lean(shape);
  if (step === "[]") {
    const items = shape.items === undefined ? undefined : onlyWith(shape.items, rest);
    return items === undefined ? undefined : { ...shape, items, minItems: Math.max(shape.minItems ?? 0, 1) };
  }
  const more = step === "{}" ? shape.additionalProperties : undefined;
  if (typeof more === "object") {
    const value = onlyWith(more, rest);
    return value === undefined ? undefined : { ...lean(shape), additionalProperties: value };
  }
  const field = shape.properties?.[step];
  const kept = field === undefined ? undefined : onlyWith(field, rest);
  if (kept === undefined) return undefined;
  const { properties = {}, required = [] } = lean(shape);
  return {
    ...shape,
    additionalProperties: false,
    properties: { ...properties, [step]: kept },
    required: [...required, step],
  };
}

/** What has to be there. */
function lean(shape: Shape): Shape {
  const variants = variantsOf(shape);
  if (variants.length > 0) return { anyOf: variants.map(lean) };
  if (shape.items !== undefined) return { ...shape, items: lean(shape.items) };
  if (shape.properties === undefined) return shape;
  const required = Object.entries(shape.properties).filter(([name]) => shape.required?.includes(name));
  const properties = Object.fromEntries(required.map(([name, of]) => [name, lean(of)]));
  return { ...shape, properties };
}

/** The body with this text in that field, at its first place; undefined where the body does not have the field. */
export function withText(body: unknown, [step, ...rest]: FieldPath, text: string): unknown {
  if (step === undefined) return typeof body === "string" ? text : undefined;
  if (Array.isArray(body)) {
    const [first, ...others]: unknown[] = body;
    const changed = step === "[]" ? withText(first, rest, text) : undefined;
    return changed === undefined ? undefined : [changed, ...others];
  }
  if (typeof body !== "object" || body === null) return undefined;
  const name = step === "{}" ? Object.keys(body)[0] : step;
  if (name === undefined || !Object.hasOwn(body, name)) return undefined;
  const changed = withText(Reflect.get(body, name), rest, text);
  return changed === undefined ? undefined : { ...body, [name]: changed };
}
