import { expect } from "vitest";
import { isRegulation } from "../../lib/domain/regulations/regulations.ts";

/** Codes that look like no word of either language: kebab-case, camelCase, dotted. */
const rawCode = /(?<![\w@./-])(?:[a-z]+(?:-[a-z]+)+|[a-z]+[A-Z]\w*|[a-z]+\.[a-z]+)(?![\w@/-])/g;
/** Words of English that are written with a hyphen, and file names and addresses. */
const english = new Set(
  "follow-up sign-in sign-off check-in customer-service e-mail air-conditioning call-back time-bound".split(
    " ",
  ),
);

/** What a machine's value looks like once it has slipped into a text. */
const slips = /\bundefined\b|\bnull\b|\bNaN\b|\[object|\d\.\d{4,}/;

/** Raw codes, D-codes without a title at first mention, and other slips in a text for people. */
export function slipsIn(text: string): string[] {
  const shown = text.replaceAll(/https?:\/\/\S+/g, "");
  const found = (shown.match(rawCode) ?? []).filter((code) => !english.has(code));
  const known = new Set<string>();
  for (const [whole, code = "", title] of shown.matchAll(/\b(D\d{1,2})\b([《 ]{1,2}“?)?/g)) {
    if (!isRegulation(code)) continue;
    if (title?.includes("《") || title?.includes("“")) known.add(code);
    else if (!known.has(code)) found.push(whole);
  }
  const slip = slips.exec(shown);
  return slip === null ? found : [...found, slip[0]];
}

/** Expects a text for people to be free of codes and machine values. */
export function expectPlain(text: string): void {
  expect(slipsIn(text), text).toEqual([]);
}

/** Expects Chinese words to hold no English ones. */
export function expectChinese(text: string, own: readonly string[] = []): void {
  const foreign = (text.match(/[A-Za-z]{2,}/g) ?? []).filter((word) => !own.includes(word));
  expect(foreign, text).toEqual([]);
}
