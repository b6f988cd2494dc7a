import { withoutMarks } from "../../../domain/invisible.ts";

/** Markup that is safe to send; made only by `html`. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | Markup | readonly Markup[];

/** Builds markup: every value that is not markup already is escaped, and turns nothing round. */
export function html(fixed: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(fixed.map((text, index) => text + render(parts[index] ?? "")).join(""));
}

function render(part: Part): string {
  if (part instanceof Markup) return part.text;
  return typeof part === "string" ? escaped(part) : part.map((markup) => markup.text).join("");
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return withoutMarks(text).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
