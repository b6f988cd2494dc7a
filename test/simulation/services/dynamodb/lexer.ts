import { AwsError } from "../../../../infra/local/services/http/wire.ts";

export type Token =
  | { readonly kind: "name" | "value"; readonly text: string }
  | { readonly kind: "word"; readonly text: string }
  | { readonly kind: "sign"; readonly text: string };

const form = /\s*(?:([#:])([A-Za-z0-9_]+)|([A-Za-z_][A-Za-z0-9_]*)|(\d+)|(<>|<=|>=|[=<>()[\],.+-]))/y;

/** DynamoDB's reserved words among those that somebody here could use without `#`. */
const reserved = new Set(
  "name value status state last number month year key keys items item index date time count type owner group user level".split(
    " ",
  ),
);

export function invalid(message: string): AwsError {
  return new AwsError("ValidationException", message);
}

/** The product has some hundred expressions and uses them a million times. */
const known = new Map<string, readonly Token[]>();

/** The tokens of an expression. Throws AwsError ValidationException for what is none. */
export function tokensOf(expression: string): readonly Token[] {
  const found = known.get(expression);
  if (found !== undefined) return found;
  const tokens = readTokens(expression);
  if (known.size < 2000) known.set(expression, tokens);
  return tokens;
}

function readTokens(expression: string): Token[] {
  const tokens: Token[] = [];
  form.lastIndex = 0;
  const text = expression.trimEnd();
  while (form.lastIndex < text.length) {
    const match = form.exec(text);
    if (match === null) throw invalid(`Invalid expression: ${expression}`);
    const [, prefix, named, word, digits, sign] = match;
    if (prefix === "#") tokens.push({ kind: "name", text: `#${named}` });
    else if (prefix === ":") tokens.push({ kind: "value", text: `:${named}` });
    else if (word !== undefined) tokens.push({ kind: "word", text: word });
    else tokens.push({ kind: "sign", text: digits ?? sign ?? "" });
  }
  return tokens;
}

/** Reads tokens one after the other, and resolves `#names` and `:values`. */
export class Reader {
  readonly #tokens: readonly Token[];
  readonly #names: Readonly<Record<string, string>>;
  #at = 0;
  readonly usedNames = new Set<string>();
  readonly usedValues = new Set<string>();

  constructor(expression: string, names: Readonly<Record<string, string>>) {
    this.#tokens = tokensOf(expression);
    this.#names = names;
  }

  get done(): boolean {
    return this.#at >= this.#tokens.length;
  }

  peek(ahead = 0): Token | undefined {
    return this.#tokens[this.#at + ahead];
  }

  isSign(text: string): boolean {
    const token = this.peek();
    return token?.kind === "sign" && token.text === text;
  }

  /** Keywords are not case-sensitive; function names are. */
  isWord(text: string): boolean {
    const token = this.peek();
    return token?.kind === "word" && token.text.toUpperCase() === text;
  }

  next(): Token {
    const token = this.peek();
    if (token === undefined) throw invalid("Invalid expression: unexpected end");
    this.#at += 1;
    return token;
  }

  take(text: string): void {
    const token = this.next();
    if (token.text.toUpperCase() !== text)
      throw invalid(`Invalid expression: ${text} expected, not ${token.text}`);
  }

  takeIf(text: string): boolean {
    const token = this.peek();
    if (token === undefined || token.kind === "name" || token.kind === "value") return false;
    if (token.text.toUpperCase() !== text) return false;
    this.#at += 1;
    return true;
  }

  /** A document path: `a.b[0].#c`. */
  path(): readonly (string | number)[] {
    const path: (string | number)[] = [this.#name()];
    for (;;) {
      if (this.takeIf(".")) path.push(this.#name());
      else if (this.takeIf("[")) {
        path.push(Number(this.next().text));
        this.take("]");
      } else return path;
    }
  }

  #name(): string {
    const token = this.next();
    if (token.kind === "name") {
      const name = this.#names[token.text];
      if (name === undefined)
        throw invalid(`An expression attribute name used is not defined: ${token.text}`);
      this.usedNames.add(token.text);
      return name;
    }
    if (token.kind !== "word") throw invalid(`Invalid expression: a name expected, not ${token.text}`);
    if (reserved.has(token.text.toLowerCase())) {
      throw invalid(`Attribute name is a reserved keyword: ${token.text}`);
    }
    return token.text;
  }
}
