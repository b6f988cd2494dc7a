import { problems, type WireProblemCode } from "../../lib/contracts/problems.ts";
import { UsageError } from "../usage-error.ts";

/** A refusal of the desk's, as the operator reads it. */
export function refused(code: WireProblemCode): UsageError {
  const { zh, en } = problems[code].detail;
  return new UsageError(`${zh} · ${en}`);
}
