/** The same in both languages; the reader's stands first. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** A list of codes with what people call each; English words are written as inside a sentence. */
export type Vocabulary = Readonly<Record<string, Words>>;

/** For the start of a sentence or a label: the English words with a capital letter; Chinese has none. */
export function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

/** The words as a label. */
export function labelOf({ zh, en }: Words): Words {
  return { zh, en: capital(en) };
}

/** The words of a code that came as a text; a code without words stands as it is. */
export function wordsFor(vocabulary: Vocabulary, code: string): Words {
  return (Object.hasOwn(vocabulary, code) ? vocabulary[code] : undefined) ?? { zh: code, en: code };
}
