/**
 * What parseMail had to guess or repair, as stable kebab-case codes. They are shown on the
 * complaint and in the quarantine list, so a code is never renamed.
 */
export type Defect =
  | "empty-mail"
  | "no-headers"
  | "malformed-header"
  | "missing-blank-line"
  | "blank-line-in-headers"
  | "bare-cr-line-ends"
  | "utf-16-file"
  | "nul-bytes"
  | "raw-8bit-header"
  | "encoded-word-invalid"
  | "encoded-word-nested"
  | "charset-missing"
  | "charset-unknown"
  | "charset-mismatch"
  | "charset-invalid-bytes"
  | "transfer-encoding-unknown"
  | "transfer-encoding-wrong"
  | "text-after-base64"
  | "boundary-missing"
  | "boundary-guessed"
  | "boundary-not-closed"
  | "part-after-closing-boundary"
  | "part-before-first-boundary"
  | "text-after-closing-boundary"
  | "nesting-too-deep"
  | "too-many-parts"
  | "too-long-to-fold"
  | "content-type-malformed"
  | "html-labelled-plain"
  | "html-not-parsed"
  | "encrypted"
  | "from-missing"
  | "from-taken-from-sender"
  | "from-taken-from-reply-to"
  | "from-taken-from-return-path"
  | "from-without-address"
  | "from-in-encoded-word"
  | "duplicate-from"
  | "date-missing"
  | "date-unreadable"
  | "date-zone-missing"
  | "parser-failed";

/** Collects each defect of one mail once, in the order of discovery. */
export class DefectList {
  readonly #found = new Set<Defect>();

  add(defect: Defect): void {
    this.#found.add(defect);
  }

  list(): Defect[] {
    return [...this.#found];
  }
}
