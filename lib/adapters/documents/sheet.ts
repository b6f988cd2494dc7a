import type { Chart } from "../../app/ports/document-input.ts";
import { defined } from "../../domain/present.ts";

/** What a form or a report consists of, before it is set: plain words, no markup. */
export interface Sheet {
  readonly title: string;
  /** Company and project under the title. */
  readonly subtitle: string;
  /** What a code at the top right leads to, and the words under it. */
  readonly code?: { readonly text: string; readonly caption: string };
  readonly blocks: readonly SheetBlock[];
}

export type SheetBlock = Grid | List | Prose | Heading | Picture;

/** A framed form: label beside value, row under row. */
export interface Grid {
  readonly kind: "grid";
  readonly rows: readonly GridRow[];
  /** Kept on one page with all its rows, unless it is longer than a page. */
  readonly whole?: boolean;
}

/**
 * One field across the page or two side by side; `lines` is the height to write in. A row is never torn by a page end
 * unless its text is longer than a page.
 */
export interface GridRow {
  readonly fields: readonly [SheetField] | readonly [SheetField, SheetField];
  readonly lines?: number;
}

export interface SheetField {
  readonly label: string;
  /** Absent: left empty to be written by hand. */
  readonly value?: string | undefined;
}

/** A table with a head that is repeated on every page. */
export interface List {
  readonly kind: "list";
  readonly head: readonly string[];
  /** Shares of the width, as many as columns. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly string[])[];
  /** Empty rows after the filled ones, for the hand. */
  readonly empty?: number;
  /** Columns set in the middle: short words, figures. The others are set left. */
  readonly centred?: readonly number[];
}

/** A paragraph; line ends in it begin a new one. */
export interface Prose {
  readonly kind: "prose";
  readonly text: string;
  readonly look: "body" | "note" | "right" | "greeting" | "poster";
}

/** A heading stays with what follows it. */
export interface Heading {
  readonly kind: "heading";
  readonly text: string;
  readonly level: 1 | 2;
}

export interface Picture extends Chart {
  readonly kind: "picture";
}

export const prose = (text: string, look: Prose["look"] = "body"): Prose => ({ kind: "prose", text, look });
export const heading = (text: string, level: 1 | 2 = 1): Heading => ({ kind: "heading", text, level });
export const one = (label: string, value?: string, lines?: number): GridRow => ({
  fields: [{ label, value }],
  ...defined({ lines }),
});
export const two = (
  a: readonly [string, string | undefined],
  b: readonly [string, string | undefined],
): GridRow => ({
  fields: [
    { label: a[0], value: a[1] },
    { label: b[0], value: b[1] },
  ],
});
