import type { Words } from "../../domain/words/words.ts";

export type { Words } from "../../domain/words/words.ts";

/** Names, numbers and people's own words stand in one language; what we write ourselves in both. */
export type Said = string | Words;

export type Tone = "calm" | "reminder" | "alarm";

export interface FactLine {
  readonly label: Words;
  readonly value: Said;
  /** The one or two facts that the reader must not miss. */
  readonly strong?: boolean;
}

/** A piece of a message. Values are plain text: the layout escapes them. */
export type MessagePart =
  | { readonly kind: "paragraph"; readonly words: Words }
  | { readonly kind: "facts"; readonly lines: readonly FactLine[] }
  | { readonly kind: "quote"; readonly title: Words; readonly text: string }
  | { readonly kind: "list"; readonly title: Words; readonly lines: readonly Said[] }
  | { readonly kind: "link"; readonly words: Words; readonly url: string }
  /** Of the HTML part only: `words` say to those who cannot see it what the picture shows. */
  | {
      readonly kind: "picture";
      readonly name: string;
      readonly png: Uint8Array;
      readonly words: Words;
    }
  /** One-tap answers beside each other, a grade each; `url` is where one may still choose. */
  | {
      readonly kind: "choices";
      readonly title: Words;
      readonly choices: readonly MailChoice[];
      readonly url: string;
    };

export interface MailChoice {
  readonly label: string;
  readonly words: Words;
  readonly url: string;
}

/** A message apart from its looks: both parts of the mail are laid out from it, so they say the same. */
export interface Message {
  readonly subject: Words;
  readonly title: Words;
  readonly tone: Tone;
  readonly blocks: readonly MessagePart[];
}
