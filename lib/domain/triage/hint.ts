import type { ClassCode } from "../classification/classes.ts";

/** A phrase found in a text: where, and what it speaks for. Offsets in UTF-16 units, half-open. */
export interface FoundPhrase {
  readonly from: number;
  readonly to: number;
  readonly speaksFor: ClassCode | "safety" | "grave" | "opinion";
}

/** What a text seems to be about. People decide; the words that led to it are named. */
export interface Hint {
  /** Edition of the phrase table. */
  readonly table: string;
  readonly classCode?: ClassCode;
  /** D11: A where liability is spoken of, C for a known point, E for a question. */
  readonly level?: "A" | "C" | "E";
  readonly safety: boolean;
  readonly evidence: readonly FoundPhrase[];
}
