import { Refused } from "./problem.ts";

const codes: ReadonlySet<string> = new Set(["key-reused", "same-id-other-content"]);

/**
 * True if the server has what was sent first under this key: its answer was lost, and the text was changed since. What
 * stands in the form now is another command.
 */
export function hasArrivedBefore(error: unknown): boolean {
  return error instanceof Refused && codes.has(error.problem.code);
}
