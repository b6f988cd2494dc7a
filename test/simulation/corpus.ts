import { readFileSync } from "node:fs";
import type { Happening } from "./people/plan.ts";

/** A run that once broke a rule, as short as it gets, with what it was. */
export interface KeptRun extends Happening {
  readonly seed: number;
  readonly days: number;
  readonly rule: string;
  readonly was: string;
  /** The planted fault that is the mistake as it was before it was mended. */
  readonly plant?: string;
}

/** A file of kept runs, or of one. */
export function keptRuns(file: URL | string): readonly KeptRun[] {
  const read = JSON.parse(readFileSync(file, "utf8")) as KeptRun | KeptRun[];
  return Array.isArray(read) ? read : [read];
}

export const corpus = new URL("corpus.json", import.meta.url);
