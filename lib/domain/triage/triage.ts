import { type ClassCode, isClassCode } from "../classification/classes.ts";
import { defined } from "../present.ts";
import type { FoundPhrase, Hint } from "./hint.ts";
import { classPhrases, gravePhrases, opinionPhrases, phraseTableVersion, safetyPhrases } from "./phrases.ts";

type Sense = FoundPhrase["speaksFor"];

interface Table {
  readonly senses: ReadonlyMap<string, readonly Sense[]>;
  readonly longest: number;
}

// Each is matched by itself: 被困在电梯 is a point of the lift and a matter of safety.
const tables: readonly Table[] = [
  compiled(
    Object.entries(classPhrases).flatMap(([code, phrases]) => (isClassCode(code) ? [[phrases, code]] : [])),
  ),
  compiled([[safetyPhrases, "safety"]]),
  compiled([[gravePhrases, "grave"]]),
  compiled([[opinionPhrases, "opinion"]]),
];
/** 没有, 不是, 并非, 未 … right before a phrase deny it. */
export const denied = /(?:没有?|不是|并非|并未|从未|未曾?|无|不存在)(?:发生|出现|再|任何|过)?$/;
/** Longer than the longest denial. */
export const LOOK_BACK = 8;

/**
 * Proposes class, level and safety of a text by its longest phrases; a phrase that is denied speaks for nothing. Of
 * several classes the one with the longest words wins, then the one named first. Time grows with the text's length only.
 */
export function triage(text: string): Hint {
  const evidence = tables.flatMap((table) => matches(text, table)).sort((a, b) => a.from - b.from);
  const classCode = strongest(evidence);
  const safety = evidence.some(({ speaksFor }) => speaksFor === "safety");
  const level = levelOf(evidence, classCode);
  return {
    table: phraseTableVersion,
    ...defined({ classCode, level }),
    safety,
    evidence,
  };
}

function compiled(lists: readonly (readonly [string, Sense])[]): Table {
  const senses = new Map<string, Sense[]>();
  for (const [phrases, sense] of lists) {
    for (const phrase of phrases.split(" ")) senses.set(phrase, [...(senses.get(phrase) ?? []), sense]);
  }
  return { senses, longest: Math.max(...[...senses.keys()].map((phrase) => phrase.length)) };
}

function matches(text: string, table: Table): FoundPhrase[] {
  const found: FoundPhrase[] = [];
  for (let at = 0; at < text.length; ) {
    const length = longestAt(text, at, table);
    if (length === 0) {
      at += 1;
      continue;
    }
    const to = at + length;
    if (!denied.test(text.slice(Math.max(0, at - LOOK_BACK), at))) {
      const senses = table.senses.get(text.slice(at, to)) ?? [];
      found.push(...senses.map((speaksFor) => ({ from: at, to, speaksFor })));
    }
    at = to;
  }
  return found;
}

function longestAt(text: string, at: number, { senses, longest }: Table): number {
  for (let length = Math.min(longest, text.length - at); length > 1; length -= 1) {
    if (senses.has(text.slice(at, at + length))) return length;
  }
  return 0;
}

function strongest(evidence: readonly FoundPhrase[]): ClassCode | undefined {
  const weights = new Map<ClassCode, number>();
  for (const { speaksFor, from, to } of evidence) {
    if (!isClassCode(speaksFor)) continue;
    weights.set(speaksFor, (weights.get(speaksFor) ?? 0) + (to - from) ** 2);
  }
  let best: ClassCode | undefined;
  let weight = 0;
  for (const [code, own] of weights) {
    if (own <= weight) continue;
    best = code;
    weight = own;
  }
  return best;
}

/** D11: A where liability or daily life is spoken of, E for a question, else C once a class is known. */
function levelOf(evidence: readonly FoundPhrase[], classCode: ClassCode | undefined): Hint["level"] {
  if (evidence.some(({ speaksFor }) => speaksFor === "grave")) return "A";
  if (classCode !== undefined) return "C";
  return evidence.some(({ speaksFor }) => speaksFor === "opinion") ? "E" : undefined;
}
