import { isObject, TemplateError } from "../template/json.ts";

/**
 * Event filtering of Lambda event sources. Supported: exact values (text, number, boolean, null), `prefix`,
 * `exists` and `anything-but` with exact values. Anything else is refused when the pattern is read.
 */
export type Filter = (record: unknown) => boolean;

type Test = (value: unknown, present: boolean) => boolean;

function leafTest(pattern: unknown, path: string): Test {
  if (pattern === null || ["string", "number", "boolean"].includes(typeof pattern)) {
    return (value, present) => present && value === pattern;
  }
  if (isObject(pattern)) {
    const [[operator, operand] = ["", null], ...rest] = Object.entries(pattern);
    if (rest.length === 0) {
      if (operator === "prefix" && typeof operand === "string") {
        return (value) => typeof value === "string" && value.startsWith(operand);
      }
      if (operator === "exists" && typeof operand === "boolean")
        return (_value, present) => present === operand;
      if (operator === "anything-but" && !isObject(operand)) {
        const refused: readonly unknown[] = Array.isArray(operand) ? operand : [operand];
        return (value, present) => present && !refused.includes(value);
      }
    }
  }
  throw new TemplateError(`filter ${path}: ${JSON.stringify(pattern)} is not supported by the local cloud`);
}

function compile(pattern: unknown, path: string): Filter {
  if (!isObject(pattern)) throw new TemplateError(`filter ${path}: an object was expected`);
  const tests = Object.entries(pattern).map(([key, inner]): Filter => {
    const here = path === "" ? key : `${path}.${key}`;
    if (Array.isArray(inner)) {
      const leaves = inner.map((item: unknown) => leafTest(item, here));
      return (record) => {
        const present = isObject(record) && key in record;
        const value = isObject(record) ? record[key] : undefined;
        const values: readonly unknown[] = Array.isArray(value) ? value : [value];
        return leaves.some((leaf) => values.some((item) => leaf(item, present)));
      };
    }
    const nested = compile(inner, here);
    return (record) => nested(isObject(record) ? record[key] : undefined);
  });
  return (record) => tests.every((test) => test(record));
}

/** A record passes if one of the patterns (JSON texts) matches; no pattern lets everything pass. */
export function compileFilters(patterns: readonly string[]): Filter {
  const filters = patterns.map((text) => {
    const pattern: unknown = JSON.parse(text);
    return compile(pattern, "");
  });
  return filters.length === 0 ? () => true : (record) => filters.some((filter) => filter(record));
}
