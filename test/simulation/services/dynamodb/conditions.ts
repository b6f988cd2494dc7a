import { invalid, type Reader } from "./lexer.ts";
import { type Attributes, compare, isEqual, sizeOf, typeOf, type Value } from "./values.ts";

export type Path = readonly (string | number)[];
type Operand = (item: Attributes | undefined) => Value | undefined;
export type Condition = (item: Attributes | undefined) => boolean;

/** The value at a path. */
export function at(item: Attributes | undefined, path: Path): Value | undefined {
  let value: Value | undefined = item === undefined ? undefined : { M: item };
  for (const step of path) {
    value = value === undefined ? undefined : inside(value, step);
  }
  return value;
}

function inside(value: Value, step: string | number): Value | undefined {
  if (typeof step === "number") return "L" in value ? value.L[step] : undefined;
  return "M" in value ? value.M[step] : undefined;
}

/** Reads a condition: comparisons, BETWEEN, IN, functions, AND, OR, NOT. Throws AwsError ValidationException. */
export function readCondition(reader: Reader, values: Attributes): Condition {
  const read = new ConditionReader(reader, values);
  const condition = read.or();
  if (!reader.done) throw invalid(`Invalid expression at ${reader.peek()?.text}`);
  return condition;
}

/** A value of the request by its `:name`. */
export function givenValue(reader: Reader, values: Attributes, name: string): Value {
  const value = values[name];
  if (value === undefined) throw invalid(`An expression attribute value used is not defined: ${name}`);
  reader.usedValues.add(name);
  return value;
}

class ConditionReader {
  readonly #reader: Reader;
  readonly #values: Attributes;

  constructor(reader: Reader, values: Attributes) {
    this.#reader = reader;
    this.#values = values;
  }

  or(): Condition {
    let left = this.#and();
    while (this.#reader.takeIf("OR")) {
      const [a, b] = [left, this.#and()];
      left = (item) => a(item) || b(item);
    }
    return left;
  }

  #and(): Condition {
    let left = this.#not();
    while (this.#reader.takeIf("AND")) {
      const [a, b] = [left, this.#not()];
      left = (item) => a(item) && b(item);
    }
    return left;
  }

  #not(): Condition {
    if (!this.#reader.takeIf("NOT")) return this.#primary();
    const inner = this.#not();
    return (item) => !inner(item);
  }

  #primary(): Condition {
    const reader = this.#reader;
    if (reader.takeIf("(")) {
      const inner = this.or();
      reader.take(")");
      return inner;
    }
    const token = reader.peek();
    if (token?.kind === "word" && reader.peek(1)?.text === "(" && token.text !== "size")
      return this.#function();
    return this.#comparison(this.#operand());
  }

  #comparison(left: Operand): Condition {
    const reader = this.#reader;
    if (reader.takeIf("BETWEEN")) {
      const low = this.#operand();
      reader.take("AND");
      const high = this.#operand();
      return (item) => {
        const [a, b, c] = [left(item), low(item), high(item)];
        if (a === undefined || b === undefined || c === undefined) return false;
        return (compare(a, b) ?? -1) >= 0 && (compare(a, c) ?? 1) <= 0;
      };
    }
    if (reader.takeIf("IN")) {
      reader.take("(");
      const list: Operand[] = [];
      do list.push(this.#operand());
      while (reader.takeIf(","));
      reader.take(")");
      return (item) => {
        const value = left(item);
        return value !== undefined && list.some((one) => isSame(value, one(item)));
      };
    }
    const sign = reader.next().text;
    const right = this.#operand();
    return comparisonOf(sign, left, right);
  }

  #operand(): Operand {
    const reader = this.#reader;
    const token = reader.peek();
    if (token?.kind === "value") {
      const value = givenValue(reader, this.#values, reader.next().text);
      return () => value;
    }
    if (token?.kind === "word" && token.text === "size" && reader.peek(1)?.text === "(") {
      reader.next();
      reader.take("(");
      const inner = this.#operand();
      reader.take(")");
      return (item) => {
        const value = inner(item);
        return value === undefined ? undefined : { N: String(lengthOf(value)) };
      };
    }
    const path = reader.path();
    return (item) => at(item, path);
  }

  #function(): Condition {
    const reader = this.#reader;
    const name = reader.next().text;
    reader.take("(");
    const first = this.#operand();
    const second = reader.takeIf(",") ? this.#operand() : undefined;
    reader.take(")");
    const needsTwo = ["begins_with", "contains", "attribute_type"].includes(name);
    if (needsTwo !== (second !== undefined)) throw invalid(`Invalid expression: operands of ${name}`);
    const other: Operand = second ?? (() => undefined);
    switch (name) {
      case "attribute_exists":
        return (item) => first(item) !== undefined;
      case "attribute_not_exists":
        return (item) => first(item) === undefined;
      case "begins_with":
        return (item) => beginsWith(first(item), other(item));
      case "contains":
        return (item) => contains(first(item), other(item));
      case "attribute_type":
        return (item) => {
          const [value, type] = [first(item), other(item)];
          return value !== undefined && type !== undefined && "S" in type && typeOf(value) === type.S;
        };
      default:
        throw invalid(`Invalid function name; function: ${name}`);
    }
  }
}

function isSame(a: Value, b: Value | undefined): boolean {
  return b !== undefined && typeOf(a) === typeOf(b) && isEqual(a, b);
}

function comparisonOf(sign: string, left: Operand, right: Operand): Condition {
  const ordered =
    (holds: (order: number) => boolean): Condition =>
    (item) => {
      const [a, b] = [left(item), right(item)];
      const order = a === undefined || b === undefined ? undefined : compare(a, b);
      return order !== undefined && holds(order);
    };
  switch (sign) {
    case "=":
      return (item) => {
        const a = left(item);
        return a !== undefined && isSame(a, right(item));
      };
    case "<>":
      return (item) => {
        const [a, b] = [left(item), right(item)];
        if (a === undefined || b === undefined) return a !== b;
        return !isSame(a, b);
      };
    case "<":
      return ordered((order) => order < 0);
    case "<=":
      return ordered((order) => order <= 0);
    case ">":
      return ordered((order) => order > 0);
    case ">=":
      return ordered((order) => order >= 0);
    default:
      throw invalid(`Invalid operator ${sign}`);
  }
}

function beginsWith(value: Value | undefined, prefix: Value | undefined): boolean {
  if (value === undefined || prefix === undefined) return false;
  if ("S" in value && "S" in prefix) return value.S.startsWith(prefix.S);
  if ("B" in value && "B" in prefix) {
    const [bytes, start] = [Buffer.from(value.B, "base64"), Buffer.from(prefix.B, "base64")];
    return bytes.subarray(0, start.length).equals(start);
  }
  return false;
}

function contains(value: Value | undefined, part: Value | undefined): boolean {
  if (value === undefined || part === undefined) return false;
  if ("S" in value && "S" in part) return value.S.includes(part.S);
  if ("SS" in value && "S" in part) return value.SS.includes(part.S);
  if ("NS" in value && "N" in part) return value.NS.some((one) => Number(one) === Number(part.N));
  if ("L" in value) return value.L.some((one) => isSame(one, part));
  return false;
}

function lengthOf(value: Value): number {
  if ("S" in value) return value.S.length;
  if ("L" in value) return value.L.length;
  if ("M" in value) return Object.keys(value.M).length;
  if ("SS" in value) return value.SS.length;
  if ("NS" in value) return value.NS.length;
  return sizeOf(value);
}
