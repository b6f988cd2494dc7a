/** What is to be taken out of a file: in rows of these numbers cells with these values, and everywhere what the pattern finds. */
export interface Masking {
  readonly rows: readonly {
    readonly numbers: readonly string[];
    readonly values: readonly string[];
  }[];
  readonly everywhere: RegExp | undefined;
}

/** The file without it, same form and figures; undefined where there was nothing of it. The type goes by the name's ending. */
export type FileMasker = (name: string, body: Uint8Array, masking: Masking) => Uint8Array | undefined;
