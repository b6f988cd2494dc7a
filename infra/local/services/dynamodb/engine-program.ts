/** The files of tables that engines write. */
export const tableFiles = ["tables.db", "shared-local-instance.db"] as const;

/** An engine to start: the program, and what it is told. */
export interface EngineProgram {
  readonly kind: "program";
  readonly path: string;
  /** The file of its tables. */
  readonly file: (typeof tableFiles)[number];
  /** Its arguments; its files go into `directory`. */
  readonly args: (port: number, directory: string) => readonly string[];
}
