import type { components } from "../../api/schema.ts";

export type Complaint = components["schemas"]["Complaint"];

/** One field that somebody else has changed meanwhile. */
export interface Change {
  /** `level`, or of what belongs together the one that changed: `complainant.phone`. */
  readonly path: readonly string[];
  readonly before: unknown;
  readonly after: unknown;
}

/** Fields that follow from others or are of no use to read. */
export const untold: ReadonlySet<string> = new Set([
  "id",
  "version",
  "allowed",
  "clocks",
  "missing",
  "missingToClose",
  "reception",
  "hint",
  "channelData",
  // Said once, when it came in.
  "consent",
  // Of the reader, not of the complaint.
  "complainedOf",
  "mayShow",
]);

/** Field by field what changed between two looks at a complaint; of fields that belong together only those that did. */
export function changesBetween(before: Complaint, after: Complaint): readonly Change[] {
  return between([], before, after);
}

function between(path: readonly string[], before: unknown, after: unknown): readonly Change[] {
  if (isRecord(before) && isRecord(after)) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .filter((field) => !untold.has(field))
      .flatMap((field) => between([...path, field], before[field], after[field]));
  }
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, before, after }];
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
