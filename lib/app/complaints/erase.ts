import type { PersonalRef } from "../../domain/document/personal.ts";
import type { Ports } from "../ports/index.ts";
import { isProblem, type Problem, problem } from "../problems/problem.ts";
import { change } from "./change.ts";

export interface Erasing {
  /** The number of the complaint, the first or the converted one. */
  readonly number: string;
  /** Fields (`phone`: of every event) or single values (`3.text`); none: everything. */
  readonly fields: readonly string[];
}

export interface Erased {
  readonly number: string;
  /** What this run erased; empty when nothing of it stood any more. */
  readonly refs: readonly PersonalRef[];
}

/** Who the history names: erasing is an operator's, who has no post. */
const OPERATOR = { kind: "channel", id: "operator" } as const;

/**
 * Erases personal values of a complaint with their salts, for good (个人信息保护法 47): one conditional write that also
 * records which ones. What the events say besides stays, and so does their chain. Run again, it changes nothing.
 */
export async function erase(
  ports: Pick<Ports, "clock" | "crypto" | "complaints" | "rules">,
  { number, fields }: Erasing,
): Promise<Erased | Problem> {
  const id = await ports.complaints.idByNumber(number);
  const complaint = id === undefined ? undefined : await ports.complaints.load(id);
  if (complaint === undefined) return problem("unknown-complaint");
  const commandId = `erase:${ports.crypto.randomId()}`;
  const result = await change(ports, complaint, {
    command: { type: "erase", fields },
    by: OPERATOR,
    commandId,
    request: "",
  });
  if (isProblem(result)) return result;
  const event = result.complaint.events.findLast((one) => one.commandId === commandId);
  return {
    number: complaint.registration.number,
    refs: event?.fact.type === "erased" ? event.fact.refs : [],
  };
}
