import type { Language } from "../../domain/organisation/language.ts";

/** Languages of answers: Chinese unless the caller asks for English. */
export type { Language };
export type Bilingual = Readonly<Record<Language, string>>;

/** A kind of refusal: HTTP status and sentences; `{name}` in a detail is filled in by the answer. */
export interface ProblemText {
  readonly status: number;
  readonly title: Bilingual;
  readonly detail: Bilingual;
}
