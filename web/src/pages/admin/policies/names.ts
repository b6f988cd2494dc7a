import { type Words, wordsFor } from "../../../../../lib/domain/words/words.ts";
import { ladderWords } from "./sentences.ts";

/** What a ladder is called; a company's own stands under the name that it was given. */
export function ladderName(name: string): Words {
  return wordsFor(ladderWords, name);
}
