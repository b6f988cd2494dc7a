import { missingWords } from "../../../lib/domain/words/duties.ts";
import { wordsFor } from "../../../lib/domain/words/words.ts";
import type { Say } from "../words/words.ts";

/** What is still missing, in words: `调查、书面处理方案或批示`. */
export function lacking(names: readonly string[], say: Say): string {
  const oneOf = (alternatives: string) =>
    alternatives
      .split("|")
      .map((name) => say(wordsFor(missingWords, name)))
      .join(say({ zh: "或", en: " or " }));
  return names.map(oneOf).join(say({ zh: "、", en: ", " }));
}
