/** A page of a list; `cursor` is opaque. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly cursor?: string;
}

export interface PageRequest {
  readonly limit: number;
  readonly cursor?: string;
}

/** The cursor is none of ours, or of another list. Stores throw it; whoever asked is told. */
export class UnknownCursor extends Error {
  override readonly name = "UnknownCursor";
}
