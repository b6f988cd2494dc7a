import { at, givenValue, type Path } from "./conditions.ts";
import { invalid, type Reader } from "./lexer.ts";
import { type Attributes, numberText, type Value } from "./values.ts";

type Source = (item: Attributes | undefined) => Value | undefined;
interface Assignment {
  readonly path: Path;
  readonly value: (item: Attributes | undefined) => Value | undefined;
}

/** An update expression, read: what it changes and the item after it. */
export interface Update {
  readonly paths: readonly Path[];
  apply(item: Attributes | undefined, key: Attributes): Attributes;
}

/** Reads SET, REMOVE, ADD and DELETE clauses. Throws AwsError ValidationException. */
export function readUpdate(reader: Reader, values: Attributes): Update {
  const assignments: Assignment[] = [];
  const removed: Path[] = [];
  const seen = new Set<string>();
  while (!reader.done) {
    const clause = reader.next().text.toUpperCase();
    if (seen.has(clause))
      throw invalid(`The "${clause}" section can only be used once in an update expression`);
    seen.add(clause);
    do {
      const path = reader.path();
      switch (clause) {
        case "SET":
          reader.take("=");
          assignments.push({ path, value: sum(reader, values) });
          break;
        case "REMOVE":
          removed.push(path);
          break;
        case "ADD":
          assignments.push({ path, value: added(path, givenValue(reader, values, reader.next().text)) });
          break;
        case "DELETE":
          assignments.push({ path, value: lessened(path, givenValue(reader, values, reader.next().text)) });
          break;
        default:
          throw invalid(`Invalid UpdateExpression: ${clause}`);
      }
    } while (reader.takeIf(","));
  }
  const paths = [...assignments.map(({ path }) => path), ...removed];
  checkOverlap(paths);
  return {
    paths,
    apply(item, key) {
      // Every value is computed from the item as it was.
      const computed = assignments.map(({ path, value }) => ({ path, value: value(item) }));
      let after: Attributes = item ?? key;
      for (const { path, value } of computed)
        after = value === undefined ? without(after, path) : withValue(after, path, value);
      for (const path of removed) after = without(after, path);
      return after;
    },
  };
}

function checkOverlap(paths: readonly Path[]): void {
  const texts = paths.map((path) => JSON.stringify(path).slice(0, -1));
  for (const [index, one] of texts.entries()) {
    if (texts.some((other, place) => place !== index && (other === one || other.startsWith(`${one},`)))) {
      throw invalid("Two document paths overlap with each other");
    }
  }
}

function sum(reader: Reader, values: Attributes): Source {
  let left = operand(reader, values);
  for (;;) {
    const sign = reader.isSign("+") ? 1 : reader.isSign("-") ? -1 : 0;
    if (sign === 0) return left;
    reader.next();
    const [a, b] = [left, operand(reader, values)];
    left = (item) => {
      const [x, y] = [a(item), b(item)];
      if (x === undefined || y === undefined) throw missing();
      if (!("N" in x) || !("N" in y))
        throw invalid("An operand in the update expression has an incorrect data type");
      return { N: numberText(Number(x.N) + sign * Number(y.N)) };
    };
  }
}

function operand(reader: Reader, values: Attributes): Source {
  const token = reader.peek();
  if (token?.kind === "value") {
    const value = givenValue(reader, values, reader.next().text);
    return () => value;
  }
  if (token?.kind === "word" && reader.peek(1)?.text === "(") {
    const name = reader.next().text;
    reader.take("(");
    if (name === "if_not_exists") {
      const path = reader.path();
      reader.take(",");
      const other = operand(reader, values);
      reader.take(")");
      return (item) => at(item, path) ?? other(item);
    }
    if (name !== "list_append") throw invalid(`Invalid function name; function: ${name}`);
    const first = operand(reader, values);
    reader.take(",");
    const second = operand(reader, values);
    reader.take(")");
    return (item) => {
      const [a, b] = [first(item), second(item)];
      if (a === undefined || b === undefined) throw missing();
      if (!("L" in a) || !("L" in b))
        throw invalid("An operand in the update expression has an incorrect data type");
      return { L: [...a.L, ...b.L] };
    };
  }
  const path = reader.path();
  return (item) => {
    const value = at(item, path);
    if (value === undefined) throw missing();
    return value;
  };
}

function missing() {
  return invalid("The provided expression refers to an attribute that does not exist in the item");
}

function added(path: Path, more: Value): Source {
  return (item) => {
    const before = at(item, path);
    if ("N" in more) {
      if (before === undefined) return more;
      if ("N" in before) return { N: numberText(Number(before.N) + Number(more.N)) };
    } else if ("SS" in more) {
      if (before === undefined) return more;
      if ("SS" in before) return { SS: [...new Set([...before.SS, ...more.SS])] };
    } else if ("NS" in more) {
      if (before === undefined) return more;
      if ("NS" in before) return { NS: [...new Set([...before.NS, ...more.NS])] };
    }
    throw invalid("An operand in the update expression has an incorrect data type");
  };
}

function lessened(path: Path, less: Value): Source {
  return (item) => {
    const before = at(item, path);
    if (!("SS" in less)) throw invalid("An operand in the update expression has an incorrect data type");
    if (before === undefined) return undefined;
    if (!("SS" in before)) throw invalid("An operand in the update expression has an incorrect data type");
    const left = before.SS.filter((one) => !less.SS.includes(one));
    return left.length === 0 ? undefined : { SS: left };
  };
}

function wrongPath() {
  return invalid("The document path provided in the update expression is invalid for update");
}

function withValue(item: Attributes, [first, ...rest]: Path, value: Value): Attributes {
  const name = String(first);
  if (rest.length === 0) return { ...item, [name]: value };
  const inner = item[name];
  if (inner === undefined) throw wrongPath();
  return { ...item, [name]: inside(inner, rest, value) };
}

function inside(value: Value, path: Path, next: Value): Value {
  const [step, ...rest] = path;
  if (typeof step === "number") {
    if (!("L" in value)) throw wrongPath();
    const list = [...value.L];
    if (rest.length === 0) list[Math.min(step, list.length)] = next;
    else {
      const inner = list[step];
      if (inner === undefined) throw wrongPath();
      list[step] = inside(inner, rest, next);
    }
    return { L: list };
  }
  if (!("M" in value)) throw wrongPath();
  return { M: withValue(value.M, path, next) };
}

function without(item: Attributes, [first, ...rest]: Path): Attributes {
  const name = String(first);
  const inner = item[name];
  if (rest.length === 0) {
    const { [name]: _gone, ...left } = item;
    return left;
  }
  if (inner === undefined) throw wrongPath();
  return { ...item, [name]: lessInside(inner, rest) };
}

function lessInside(value: Value, path: Path): Value {
  const [step, ...rest] = path;
  if (typeof step === "number") {
    if (!("L" in value)) throw wrongPath();
    const inner = value.L[step];
    if (rest.length === 0) return { L: value.L.filter((_, index) => index !== step) };
    if (inner === undefined) throw wrongPath();
    return { L: value.L.map((one, index) => (index === step ? lessInside(inner, rest) : one)) };
  }
  if (!("M" in value)) throw wrongPath();
  return { M: without(value.M, path) };
}
