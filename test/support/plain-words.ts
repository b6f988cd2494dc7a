import { isRegulation } from "../../lib/domain/regulations/regulations.ts";
import * as channels from "../../lib/domain/words/channels.ts";
import * as clocks from "../../lib/domain/words/clocks.ts";
import * as commands from "../../lib/domain/words/commands.ts";
import * as complaint from "../../lib/domain/words/complaint.ts";
import * as duties from "../../lib/domain/words/duties.ts";
import * as emergencies from "../../lib/domain/words/emergencies.ts";
import * as submissions from "../../lib/domain/words/submissions.ts";

/** Codes that look like no word of either language: kebab-case, camelCase, dotted. */
const rawCode = /(?<![\w@./-])(?:[a-z]+(?:-[a-z]+)+|[a-z]+[A-Z]\w*|[a-z]+\.[a-z]+)(?![\w@/-])/g;
/** Words of English that happen to be written as a code of ours is. */
const english = new Set(["follow-up", "sign-off"]);
/** English has hyphens too: what is written with one is a code only if it is one of ours. */
const ours = new Set(
  [channels, clocks, commands, complaint, duties, emergencies, submissions]
    .flatMap((module) => Object.values(module))
    .flatMap((words) => (typeof words === "object" ? Object.keys(words) : [])),
);

function isCode(word: string): boolean {
  return !english.has(word) && (!word.includes("-") || ours.has(word));
}

/** What a machine's value looks like once it has slipped into a text. */
const slips = /\bundefined\b|\bnull\b|\bNaN\b|\[object|\d\.\d{4,}/;

/** Raw codes, D-codes without a title at first mention, and other slips in a text for people. */
export function slipsIn(text: string): string[] {
  const shown = text.replaceAll(/https?:\/\/\S+/g, "");
  const found = (shown.match(rawCode) ?? []).filter(isCode);
  const known = new Set<string>();
  for (const [whole, code = "", title] of shown.matchAll(/\b(D\d{1,2})\b([《 ]{1,2}“?)?/g)) {
    if (!isRegulation(code)) continue;
    if (title?.includes("《") || title?.includes("“")) known.add(code);
    else if (!known.has(code)) found.push(whole);
  }
  const slip = slips.exec(shown);
  return slip === null ? found : [...found, slip[0]];
}

/** `plain`, or the text with what slipped into it. */
export function stateOf(text: string): string {
  const slips = slipsIn(text);
  return slips.length === 0 ? "plain" : `${slips.join()} in: ${text}`;
}

/** Words of other languages in a Chinese text. */
export function foreignIn(text: string): string[] {
  return text.match(/[A-Za-z]{2,}/g) ?? [];
}
