import type { NoTable } from "./file-nature.ts";

/** A file that is no table we can read; the reason is for people. */
export class UnreadableTable extends Error {
  override readonly name = "UnreadableTable";
  readonly reason: NoTable;

  constructor(reason: NoTable, cause?: unknown) {
    super(reason.en, { cause });
    this.reason = reason;
  }
}
