import { createContext, useContext } from "react";
import { labelOf, type Words } from "../../../lib/domain/words/words.ts";

export type Language = "zh" | "en";

/** Says words in the reader's language; a label begins with a capital in English. */
export interface Say {
  (words: Words): string;
  readonly language: Language;
  label(words: Words): string;
}

export function sayIn(language: Language): Say {
  return Object.assign((words: Words) => words[language], {
    language,
    label: (words: Words) => labelOf(words)[language],
  });
}

/** An aside in the brackets of the reader's language: `（暂定）`, ` (provisional)`. */
export function aside({ language }: Say, text: string): string {
  return language === "zh" ? `（${text}）` : ` (${text})`;
}

export const SayContext = createContext<Say>(sayIn("zh"));

/** The reader's language. */
export function useSay(): Say {
  return useContext(SayContext);
}

const remembered = "jiesu.language";

/** Chinese unless somebody chose English here before. */
export function readLanguage(): Language {
  return localStorage.getItem(remembered) === "en" ? "en" : "zh";
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(remembered, language);
}
